import { sql } from 'kysely';
import type { RemovedCounts } from '../core/model/removal';
import { logRemoval } from './repositories/removals';
import { removeReviews, reviewIds } from './repositories/reviews';
import type { Db } from './tables';

/** Removes somebody with everything of theirs, in one transaction. */
export function forgetPerson(db: Db, person: string, at: string): Promise<RemovedCounts | null> {
  return db
    .transaction()
    .setIsolationLevel('serializable')
    .execute(async (transaction) => {
      const found = await transaction
        .selectFrom('people')
        .select('id')
        .where('id', '=', person)
        .executeTakeFirst();
      if (!found) return null;
      const reviews = await forgetReviews(transaction, person);
      const said = await forgetWords(transaction, person);
      await forgetPlace(transaction, person);
      await archiveWithoutTrainer(transaction, at);
      await transaction.deleteFrom('people').where('id', '=', person).execute();
      const counts = { people: 1, groups: 0, reviews, ...said };
      await logRemoval(transaction, at, 'person', counts);
      return counts;
    });
}

/** Everything they said and what was made of it. */
async function forgetWords(
  db: Db,
  person: string,
): Promise<Omit<RemovedCounts, 'people' | 'groups' | 'reviews'>> {
  const attempts = db.selectFrom('attempts').select('id').where('learner', '=', person);
  for (const table of ['trainer_notes', 'overrules', 'hand_ins', 'scorecards', 'corrections'] as const) {
    await db.deleteFrom(table).where('attempt', 'in', attempts).execute();
  }
  const turns = await db.deleteFrom('turns').where('attempt', 'in', attempts).executeTakeFirst();
  const conversations = db.selectFrom('sessions').select('conversation').where('learner', '=', person);
  await db.deleteFrom('messages').where('conversation', 'in', conversations).execute();
  // Branches refer to what they branch from.
  await db
    .updateTable('attempts')
    .set({ branch_attempt: null })
    .where('learner', '=', person)
    .where('branch_attempt', 'is not', null)
    .execute();
  const removed = await db.deleteFrom('attempts').where('learner', '=', person).executeTakeFirst();
  const left = await db.deleteFrom('sessions').where('learner', '=', person).executeTakeFirst();
  return {
    turns: Number(turns.numDeletedRows),
    attempts: Number(removed.numDeletedRows),
    conversations: Number(left.numDeletedRows),
  };
}

/** What they brought, and what they wrote and agreed to anywhere. */
async function forgetReviews(db: Db, person: string): Promise<number> {
  const brought = await reviewIds(db, { owner: person });
  await removeReviews(db, brought);
  await db
    .updateTable('reviews')
    .set({ facilitator: null, version: sql`version + 1`, revision: sql`revision + 1` })
    .where('facilitator', '=', person)
    .execute();
  // Open screens of others still show what they wrote.
  await db
    .updateTable('reviews')
    .set({ revision: sql`revision + 1` })
    .where('id', 'in', db.selectFrom('review_items').select('review').where('by', '=', person))
    .execute();
  await db.deleteFrom('review_items').where('by', '=', person).execute();
  for (const table of ['review_members', 'review_consents', 'intentions'] as const) {
    await db.deleteFrom(table).where('person', '=', person).execute();
  }
  await db.updateTable('intentions').set({ reminds: null }).where('reminds', '=', person).execute();
  return brought.length;
}

/** Where they could be reached, what they belonged to, and their name under what they wrote about others. */
async function forgetPlace(db: Db, person: string): Promise<void> {
  for (const table of ['notices', 'teams_references', 'sign_ins', 'entry_links', 'memberships'] as const) {
    await db.deleteFrom(table).where('person', '=', person).execute();
  }
  await db.deleteFrom('homework').where('learner', '=', person).execute();
  for (const table of ['trainer_notes', 'overrules', 'corrections'] as const) {
    await db.updateTable(table).set({ by: '' }).where('by', '=', person).execute();
  }
  for (const table of ['groups', 'invitations'] as const) {
    await db.updateTable(table).set({ created_by: '' }).where('created_by', '=', person).execute();
  }
}

async function archiveWithoutTrainer(db: Db, at: string): Promise<void> {
  const led = db.selectFrom('memberships').select('group_id').where('role', '=', 'trainer');
  await db
    .updateTable('groups')
    .set({ archived_at: at })
    .where('archived_at', 'is', null)
    .where('id', 'not in', led)
    .execute();
}
