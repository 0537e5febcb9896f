import type { TeamsReference } from '../../core/model/notice';
import { kept, type Slot } from '../kept';
import type { Db } from '../tables';
import { cancelNoticesOf } from './notices';

export async function keepReference(db: Db, { updatedAt, ...rest }: TeamsReference): Promise<boolean> {
  const { person, ...place } = { ...rest, updated_at: updatedAt };
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('teams_references')
    .values({ person, ...place })
    .onConflict((conflict) => conflict.column('person').doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows) return true;
  await db.updateTable('teams_references').set(place).where('person', '=', person).execute();
  return false;
}

const selectReference = kept((db, slot: Slot<{ person: string }>) =>
  db.selectFrom('teams_references').selectAll().where('person', '=', slot('person')),
);

export async function findReference(db: Db, person: string): Promise<TeamsReference | null> {
  const row = (await selectReference(db, { person })).rows[0];
  if (!row) return null;
  const { updated_at, ...rest } = row;
  return { ...rest, updatedAt: updated_at };
}

export async function listInTeams(db: Db, people: readonly string[]): Promise<readonly string[]> {
  if (people.length === 0) return [];
  const rows = await db
    .selectFrom('teams_references')
    .select('person')
    .where('person', 'in', people)
    .execute();
  return rows.map(({ person }) => person);
}

export async function removeReference(db: Db, person: string): Promise<void> {
  await db.deleteFrom('teams_references').where('person', '=', person).execute();
  await cancelNoticesOf(db, person, 'teams');
}
