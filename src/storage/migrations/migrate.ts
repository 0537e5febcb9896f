import type { Kysely } from 'kysely';
import { type MigrationProvider, Migrator } from 'kysely/migration';
import { conversations } from './0001-conversations';
import { secondThoughts } from './0002-second-thoughts';
import { anyCharacter } from './0003-any-character';
import { peopleAndGroups } from './0004-people-and-groups';
import { removals } from './0005-removals';
import { deliveries } from './0006-deliveries';
import { reviews } from './0007-reviews';

/** Migrations run in the order of their names and are never changed once they have been released. */
const provider: MigrationProvider = {
  getMigrations: async () => ({
    '0001-conversations': conversations,
    '0002-second-thoughts': secondThoughts,
    '0003-any-character': anyCharacter,
    '0004-people-and-groups': peopleAndGroups,
    '0005-removals': removals,
    '0006-deliveries': deliveries,
    '0007-reviews': reviews,
  }),
};

/** Brings the tables up to date; safe to call from several processes at once. */
export async function migrate<Tables>(db: Kysely<Tables>): Promise<void> {
  const { error } = await new Migrator({ db, provider }).migrateToLatest();
  if (error) throw error;
}
