import { type Selectable, sql } from 'kysely';
import { type ClaimedNotice, NOTICE_KINDS, type Notice, type TeamsReference } from '../../core/model/notice';
import { NOTICE_CHANNELS, type NoticeChannel } from '../../core/model/person';
import { parseJson, parseWord } from '../rows';
import type { Db, NoticesTable } from '../tables';

/** What is under way to somebody; nothing else goes to them meanwhile. */
const UNDER_WAY = ['claimed', 'sending'] as const;

export async function addNotices(db: Db, notices: readonly Notice[]): Promise<number> {
  let added = 0;
  for (const { dueAt, expiresAt, data, ...rest } of notices) {
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('notices')
      .values({
        ...rest,
        data: JSON.stringify(data),
        due_at: dueAt,
        expires_at: expiresAt,
        state: 'waiting',
        tries: 0,
        claimed_by: null,
        claimed_until: null,
        changed_at: dueAt,
        code: null,
      })
      .onConflict((conflict) => conflict.column('key').doNothing())
      .executeTakeFirst();
    added += Number(numInsertedOrUpdatedRows ?? 0n);
  }
  return added;
}

export async function claimNotices(
  db: Db,
  now: string,
  until: string,
  by: string,
  limit: number,
): Promise<readonly ClaimedNotice[]> {
  await dropExpired(db, now);
  // Alone, because two instances could otherwise each take one of the same person.
  return db
    .transaction()
    .setIsolationLevel('serializable')
    .execute(async (transaction) => {
      await freeLost(transaction, now);
      const rows = await claimable(transaction, now, limit);
      if (rows.length === 0) return [];
      const ids = rows.map(({ id }) => id);
      await transaction
        .updateTable('notices')
        .set({ state: 'claimed', claimed_by: by, claimed_until: until, changed_at: now })
        .where('id', 'in', ids)
        .where('state', '=', 'waiting')
        .execute();
      return rows.map(parseNotice);
    });
}

async function dropExpired(db: Db, now: string): Promise<void> {
  await db
    .updateTable('notices')
    .set({ state: 'dropped', code: 'expired', changed_at: now })
    .where('state', '=', 'waiting')
    .where('expires_at', '<=', now)
    .execute();
}

/** The claims of an instance that died before it began to send. */
async function freeLost(db: Db, now: string): Promise<void> {
  await db
    .updateTable('notices')
    .set({ state: 'waiting', claimed_by: null, claimed_until: null })
    .where('state', '=', 'claimed')
    .where('claimed_until', '<=', now)
    .execute();
}

/** The oldest waiting one of each person to whom nothing is under way. */
async function claimable(db: Db, now: string, limit: number) {
  const busy = db.selectFrom('notices').select('person').where('state', 'in', UNDER_WAY);
  const rows = await db
    .selectFrom('notices')
    .selectAll()
    .where('state', '=', 'waiting')
    .where('due_at', '<=', now)
    .where('person', 'not in', busy)
    .orderBy('due_at')
    .orderBy('id')
    .limit(limit * 4)
    .execute();
  const seen = new Set<string>();
  return rows.filter(({ person }) => !seen.has(person) && seen.add(person)).slice(0, limit);
}

export async function beginSending(db: Db, id: string, by: string, at: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('notices')
    .set((old) => ({ state: 'sending', tries: old('tries', '+', 1), changed_at: at }))
    .where('id', '=', id)
    .where('state', '=', 'claimed')
    .where('claimed_by', '=', by)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function finishNotice(
  db: Db,
  id: string,
  state: 'sent' | 'dropped' | 'uncertain',
  at: string,
  code: string,
): Promise<void> {
  await db.updateTable('notices').set({ state, code, changed_at: at }).where('id', '=', id).execute();
}

export async function postponeNotice(db: Db, id: string, dueAt: string, code: string): Promise<void> {
  await db
    .updateTable('notices')
    .set({ state: 'waiting', due_at: dueAt, code, claimed_by: null, claimed_until: null })
    .where('id', '=', id)
    .execute();
}

export async function giveUpStale(db: Db, sendingSince: string): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('notices')
    .set({ state: 'uncertain', code: 'instance-died' })
    .where('state', '=', 'sending')
    .where('changed_at', '<', sendingSince)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

export async function cancelNotices(db: Db, keyPrefix: string): Promise<void> {
  await waitingToGo(db)
    .where(sql<string>`substr(key, 1, ${sql.lit(keyPrefix.length)})`, '=', keyPrefix)
    .execute();
}

export async function cancelNoticesOf(db: Db, person: string, channel: NoticeChannel | null): Promise<void> {
  const all = waitingToGo(db).where('person', '=', person);
  await (channel === null ? all : all.where('channel', '=', channel)).execute();
}

function waitingToGo(db: Db) {
  return db
    .updateTable('notices')
    .set({ state: 'dropped', code: 'called-off' })
    .where('state', 'in', ['waiting', 'claimed']);
}

export async function countNotices(db: Db): Promise<Readonly<Record<string, number>>> {
  const rows = await db
    .selectFrom('notices')
    .select(['state', (old) => old.fn.countAll<number | string | bigint>().as('count')])
    .groupBy('state')
    .execute();
  return Object.fromEntries(rows.map(({ state, count }) => [state, Number(count)]));
}

export async function tidyNotices(db: Db, before: string): Promise<void> {
  await db
    .deleteFrom('notices')
    .where('state', 'in', ['sent', 'dropped', 'uncertain'])
    .where('changed_at', '<', before)
    .execute();
}

export async function keepReference(db: Db, { updatedAt, ...rest }: TeamsReference): Promise<void> {
  const { person, ...place } = { ...rest, updated_at: updatedAt };
  await db
    .insertInto('teams_references')
    .values({ person, ...place })
    .onConflict((conflict) => conflict.column('person').doUpdateSet(place))
    .execute();
}

export async function findReference(db: Db, person: string): Promise<TeamsReference | null> {
  const row = await db
    .selectFrom('teams_references')
    .selectAll()
    .where('person', '=', person)
    .executeTakeFirst();
  if (!row) return null;
  const { updated_at, ...rest } = row;
  return { ...rest, updatedAt: updated_at };
}

export async function removeReference(db: Db, person: string): Promise<void> {
  await db.deleteFrom('teams_references').where('person', '=', person).execute();
  await cancelNoticesOf(db, person, 'teams');
}

function parseNotice(row: Selectable<NoticesTable>): ClaimedNotice {
  const place = { table: 'notices', key: row.id };
  return {
    id: row.id,
    person: row.person,
    channel: parseWord(place, row.channel, NOTICE_CHANNELS),
    kind: parseWord(place, row.kind, NOTICE_KINDS),
    key: row.key,
    data: parseJson(place, row.data, () => true),
    dueAt: row.due_at,
    expiresAt: row.expires_at,
    tries: row.tries,
  };
}
