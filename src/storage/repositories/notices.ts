import type { Insertable } from 'kysely';
import type { SentNotice } from '../../app/ports';
import { NOTICE_KINDS, NOTICE_STATES, type Notice } from '../../core/model/notice';
import { NOTICE_CHANNELS, type NoticeChannel } from '../../core/model/person';
import { parseWord } from '../rows';
import type { Db, NoticesTable } from '../tables';

/** Why it was dropped: before it left, so it may wait again. */
const CALLED_OFF = 'called-off';

/** Rows of one statement; a database takes only so many values at once. */
const AT_ONCE = 200;

/**
 * Everything that changes several rows does so alone: two such statements could otherwise each hold what the other
 * waits for.
 */
export function alone<T>(db: Db, work: (transaction: Db) => Promise<T>): Promise<T> {
  return db.transaction().setIsolationLevel('serializable').execute(work);
}

export async function addNotices(db: Db, notices: readonly Notice[]): Promise<number> {
  const distinct = [...new Map(notices.map((notice) => [notice.key, notice])).values()];
  let added = 0;
  for (let from = 0; from < distinct.length; from += AT_ONCE) {
    const some = distinct.slice(from, from + AT_ONCE);
    added += await alone(db, (transaction) => addSome(transaction, some));
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

export async function cancelNotices(db: Db, keyPrefix: string): Promise<void> {
  if (keyPrefix === '') throw new Error('Every message would be called off.');
  await alone(db, (transaction) =>
    waitingToGo(transaction).where('key', '>=', keyPrefix).where('key', '<', after(keyPrefix)).execute(),
  );
}

/** The first text in the order of bytes that does not begin with this one; keys are plain letters. */
function after(prefix: string): string {
  const last = prefix.length - 1;
  return prefix.slice(0, last) + String.fromCharCode(prefix.charCodeAt(last) + 1);
}

export async function cancelNoticesOf(db: Db, person: string, channel: NoticeChannel | null): Promise<void> {
  await alone(db, (transaction) => {
    const all = waitingToGo(transaction).where('person', '=', person);
    return (channel === null ? all : all.where('channel', '=', channel)).execute();
  });
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
  await alone(db, (transaction) =>
    transaction
      .deleteFrom('notices')
      .where('state', 'in', ['sent', 'dropped', 'uncertain'])
      .where('changed_at', '<', before)
      // Until then its key keeps the same from being told twice.
      .where(({ or, eb }) => or([eb('expires_at', 'is', null), eb('expires_at', '<', before)]))
      .execute(),
  );
}
