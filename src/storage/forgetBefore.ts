import type { RemovedCounts } from '../core/model/removal';
import { forgetWithBranches } from './forget';
import { findAttempt } from './repositories/attempts';
import { logRemoval } from './repositories/removals';
import { removeReviews, reviewIds } from './repositories/reviews';
import type { Db } from './tables';

/** Removes what nobody touched since a moment. Nothing to remove leaves no line in the log. */
export async function forgetBefore(db: Db, before: string, at: string): Promise<RemovedCounts> {
  return db
    .transaction()
    .setIsolationLevel('serializable')
    .execute(async (transaction) => {
      const reviews = await count(transaction, 'reviews');
      await forgetReviews(transaction, before);
      const talks = await forgetTalks(transaction, before);
      const counts: RemovedCounts = {
        ...talks,
        conversations: await forgetConversations(transaction, before),
        groups: await forgetGroups(transaction, before),
        people: await forgetLeftOver(transaction, before),
        reviews: reviews - (await count(transaction, 'reviews')),
      };
      if (Object.values(counts).some((count) => count > 0)) {
        await logRemoval(transaction, at, 'retention', counts);
      }
      return counts;
    });
}

/** What may not be seen any more since then, and what was agreed to or meant to be done before. */
async function forgetReviews(db: Db, before: string): Promise<void> {
  const ended = await db.selectFrom('reviews').select('id').where('until', '<', before).execute();
  await removeReviews(
    db,
    ended.map(({ id }) => id),
  );
  await db.deleteFrom('review_consents').where('withdrawn_at', '<', before).execute();
  await db.deleteFrom('intentions').where('day', '<', before.slice(0, 10)).execute();
}

async function forgetTalks(db: Db, before: string): Promise<Pick<RemovedCounts, 'attempts' | 'turns'>> {
  const attempts = await count(db, 'attempts');
  const turns = await count(db, 'turns');
  for (const id of await expiredFamilies(db, before)) {
    const record = await findAttempt(db, id);
    if (record) await forgetWithBranches(db, record);
  }
  return {
    attempts: attempts - (await count(db, 'attempts')),
    turns: turns - (await count(db, 'turns')),
  };
}

/** Attempts that are no branch, and of which neither they nor any branch was touched since. */
async function expiredFamilies(db: Db, before: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('attempts')
    .select(['id', 'branch_attempt', 'started_at', 'finished_at'])
    .execute();
  const parents = new Map(rows.map((row) => [row.id, row.branch_attempt]));
  const rootOf = (id: string): string => {
    const parent = parents.get(id);
    return parent ? rootOf(parent) : id;
  };
  const young = new Set(
    rows
      .filter(({ started_at, finished_at }) => (finished_at ?? started_at) >= before)
      .map(({ id }) => rootOf(id)),
  );
  return rows
    .filter(({ id, branch_attempt }) => branch_attempt === null && !young.has(id))
    .map(({ id }) => id);
}

/** Conversations in which nothing happened since and no attempt is left. */
async function forgetConversations(db: Db, before: string): Promise<number> {
  const old = db
    .selectFrom('sessions')
    .select('conversation')
    .where('updated_at', '<', before)
    .where('conversation', 'not in', db.selectFrom('attempts').select('conversation'));
  await db.deleteFrom('messages').where('conversation', 'in', old).execute();
  const { numDeletedRows } = await db
    .deleteFrom('sessions')
    .where('updated_at', '<', before)
    .where('conversation', 'not in', db.selectFrom('attempts').select('conversation'))
    .executeTakeFirst();
  return Number(numDeletedRows);
}

async function forgetGroups(db: Db, before: string): Promise<number> {
  const old = db.selectFrom('groups').select('id').where('archived_at', '<', before);
  for (const { id } of await old.execute()) await removeReviews(db, await reviewIds(db, { group_id: id }));
  const assignments = db.selectFrom('assignments').select('id').where('group_id', 'in', old);
  for (const table of ['trainer_notes', 'overrules', 'hand_ins', 'homework'] as const) {
    await db.deleteFrom(table).where('assignment', 'in', assignments).execute();
  }
  for (const table of ['assignments', 'invitations', 'memberships'] as const) {
    await db.deleteFrom(table).where('group_id', 'in', old).execute();
  }
  const { numDeletedRows } = await db
    .deleteFrom('groups')
    .where('archived_at', '<', before)
    .executeTakeFirst();
  return Number(numDeletedRows);
}

/** People who came before, and have no talk, group, browser or task left. */
async function forgetLeftOver(db: Db, before: string): Promise<number> {
  const busy = [
    db.selectFrom('sessions').select('learner as person'),
    db.selectFrom('attempts').select('learner as person'),
    db.selectFrom('memberships').select('person'),
    db.selectFrom('sign_ins').select('person'),
    db.selectFrom('teams_references').select('person'),
    db.selectFrom('reviews').select('owner as person'),
    db.selectFrom('review_members').select('person'),
    db.selectFrom('review_items').select('by as person'),
    db.selectFrom('intentions').select('person'),
  ];
  let idle = db.selectFrom('people').select('id').where('since', '<', before).where('organiser', '=', 0);
  for (const people of busy) idle = idle.where('id', 'not in', people);
  const ids = (await idle.execute()).map(({ id }) => id);
  if (ids.length === 0) return 0;
  await db.deleteFrom('notices').where('person', 'in', ids).execute();
  await db.deleteFrom('review_consents').where('person', 'in', ids).execute();
  await db.updateTable('intentions').set({ reminds: null }).where('reminds', 'in', ids).execute();
  await db.deleteFrom('entry_links').where('person', 'in', ids).execute();
  await db.deleteFrom('homework').where('learner', 'in', ids).execute();
  await db.deleteFrom('people').where('id', 'in', ids).execute();
  return ids.length;
}

async function count(db: Db, table: 'attempts' | 'turns' | 'reviews'): Promise<number> {
  const { count } = await db
    .selectFrom(table)
    .select((row) => row.fn.countAll<number | string | bigint>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}
