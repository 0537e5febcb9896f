import type { Insertable, Selectable } from 'kysely';
import type { ClaimOptions, SentNotice } from '../../app/ports';
import { type ClaimedNotice, NOTICE_KINDS, NOTICE_STATES, type Notice } from '../../core/model/notice';
import { NOTICE_CHANNELS, type NoticeChannel } from '../../core/model/person';
import { parseJson, parseWord } from '../rows';
import type { Db, NoticesTable } from '../tables';

/** What is under way to somebody; nothing else goes to them meanwhile. */
const UNDER_WAY = ['claimed', 'sending'] as const;

/** Why it was dropped: before it left, so it may wait again. */
const CALLED_OFF = 'called-off';

/** Rows of one statement; a database takes only so many values at once. */
const AT_ONCE = 200;

export async function addNotices(db: Db, notices: readonly Notice[]): Promise<number> {
  const distinct = [...new Map(notices.map((notice) => [notice.key, notice])).values()];
  let added = 0;
  for (let from = 0; from < distinct.length; from += AT_ONCE) {
    added += await addSome(db, distinct.slice(from, from + AT_ONCE));
  }
  return added;
}

async function addSome(db: Db, notices: readonly Notice[]): Promise<number> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('notices')
    .values(notices.map(rowOf))
    .onConflict((conflict) =>
      conflict
        .column('key')
        .doUpdateSet(({ ref }) => ({
          data: ref('excluded.data'),
          due_at: ref('excluded.due_at'),
          expires_at: ref('excluded.expires_at'),
          changed_at: ref('excluded.changed_at'),
          state: 'waiting',
          code: null,
          claimed_by: null,
          claimed_until: null,
        }))
        .where('notices.state', '=', 'dropped')
        .where(({ or, eb }) => or([eb('notices.tries', '=', 0), eb('notices.code', '=', CALLED_OFF)])),
    )
    .executeTakeFirst();
  return Number(numInsertedOrUpdatedRows ?? 0n);
}

function rowOf({ id, person, channel, kind, key, data, dueAt, expiresAt }: Notice): Insertable<NoticesTable> {
  return {
    ...{ id, person, channel, kind, key },
    data: JSON.stringify(data),
    due_at: dueAt,
    expires_at: expiresAt,
    state: 'waiting',
    tries: 0,
    claimed_by: null,
    claimed_until: null,
    changed_at: dueAt,
    code: null,
  };
}

export async function claimNotices(db: Db, options: ClaimOptions): Promise<readonly ClaimedNotice[]> {
  const { now, until, by } = options;
  await dropExpired(db, now);
  await freeLost(db, now);
  // Most of the time there is nothing to do; that is seen without keeping anybody waiting.
  if ((await claimable(db, { ...options, limit: 1 })).length === 0) return [];
  // Alone, because two instances could otherwise each take one of the same person.
  return db
    .transaction()
    .setIsolationLevel('serializable')
    .execute(async (transaction) => {
      const rows = await claimable(transaction, options);
      if (rows.length === 0) return [];
      const ids = rows.map(({ id }) => id);
      await transaction
        .updateTable('notices')
        .set({ state: 'claimed', claimed_by: by, claimed_until: until, changed_at: now })
        .where('id', 'in', ids)
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
async function claimable(db: Db, { now, limit, channels }: Omit<ClaimOptions, 'by' | 'until'>) {
  if (channels.length === 0) return [];
  const busy = db.selectFrom('notices').select('person').where('state', 'in', UNDER_WAY);
  const ranked = db
    .selectFrom('notices')
    .selectAll()
    .select(({ fn }) =>
      fn
        .agg<number>('row_number')
        .over((over) => over.partitionBy('person').orderBy('due_at').orderBy('id'))
        .as('place'),
    )
    .where('state', '=', 'waiting')
    .where('due_at', '<=', now)
    .where(({ or, eb }) => or([eb('expires_at', 'is', null), eb('expires_at', '>', now)]))
    .where('channel', 'in', channels)
    .where('person', 'not in', busy);
  return db
    .selectFrom(ranked.as('ranked'))
    .selectAll()
    .where('place', '=', 1)
    .orderBy('due_at')
    .orderBy('id')
    .limit(limit)
    .execute();
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
  by: string,
  state: 'sent' | 'dropped' | 'uncertain',
  at: string,
  code: string,
): Promise<void> {
  await db
    .updateTable('notices')
    .set({ state, code, changed_at: at })
    .where('id', '=', id)
    .where('claimed_by', '=', by)
    // Given up as uncertain by another, while it was only slow: then this is the better answer.
    .where('state', 'in', [...UNDER_WAY, 'uncertain'])
    .execute();
}

export async function postponeNotice(
  db: Db,
  id: string,
  by: string,
  dueAt: string,
  code: string,
): Promise<void> {
  await db
    .updateTable('notices')
    .set({ state: 'waiting', due_at: dueAt, code, claimed_by: null, claimed_until: null })
    .where('id', '=', id)
    .where('claimed_by', '=', by)
    .where('state', 'in', UNDER_WAY)
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
  if (keyPrefix === '') throw new Error('Every message would be called off.');
  await waitingToGo(db).where('key', '>=', keyPrefix).where('key', '<', after(keyPrefix)).execute();
}

/** The first text in the order of bytes that does not begin with this one; keys are plain letters. */
function after(prefix: string): string {
  const last = prefix.length - 1;
  return prefix.slice(0, last) + String.fromCharCode(prefix.charCodeAt(last) + 1);
}

export async function cancelNoticesOf(db: Db, person: string, channel: NoticeChannel | null): Promise<void> {
  const all = waitingToGo(db).where('person', '=', person);
  await (channel === null ? all : all.where('channel', '=', channel)).execute();
}

function waitingToGo(db: Db) {
  return db
    .updateTable('notices')
    .set({ state: 'dropped', code: CALLED_OFF })
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

/** Oldest first. */
export async function listNoticesOf(db: Db, person: string): Promise<readonly SentNotice[]> {
  const rows = await db
    .selectFrom('notices')
    .select(['id', 'kind', 'channel', 'state', 'due_at'])
    .where('person', '=', person)
    .orderBy('due_at')
    .orderBy('id')
    .execute();
  return rows.map(({ id, kind, channel, state, due_at }) => {
    const place = { table: 'notices', key: id };
    return {
      kind: parseWord(place, kind, NOTICE_KINDS),
      channel: parseWord(place, channel, NOTICE_CHANNELS),
      state: parseWord(place, state, NOTICE_STATES),
      at: due_at,
    };
  });
}

export async function tidyNotices(db: Db, before: string): Promise<void> {
  await db
    .deleteFrom('notices')
    .where('state', 'in', ['sent', 'dropped', 'uncertain'])
    .where('changed_at', '<', before)
    // Until then its key keeps the same from being told twice.
    .where(({ or, eb }) => or([eb('expires_at', 'is', null), eb('expires_at', '<', before)]))
    .execute();
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
