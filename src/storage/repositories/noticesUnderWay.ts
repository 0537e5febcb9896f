import type { Selectable } from 'kysely';
import type { ClaimOptions } from '../../app/ports';
import { type ClaimedNotice, NOTICE_KINDS } from '../../core/model/notice';
import { NOTICE_CHANNELS } from '../../core/model/person';
import { parseJson, parseWord } from '../rows';
import type { Db, NoticesTable } from '../tables';
import { alone } from './notices';

/** What is under way to somebody; nothing else goes to them meanwhile. */
const UNDER_WAY = ['claimed', 'sending'] as const;

export async function claimNotices(db: Db, options: ClaimOptions): Promise<readonly ClaimedNotice[]> {
  const { now, until, by } = options;
  // Most of the time there is nothing to do; that is seen without keeping anybody waiting.
  if (!(await isAnythingDue(db, now))) return [];
  return alone(db, async (transaction) => {
    await dropExpired(transaction, now);
    await freeLost(transaction, now);
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

async function isAnythingDue(db: Db, now: string): Promise<boolean> {
  const due = await db
    .selectFrom('notices')
    .select('id')
    .where(({ or, and, eb }) =>
      or([
        and([eb('state', '=', 'waiting'), eb('due_at', '<=', now)]),
        and([eb('state', '=', 'claimed'), eb('claimed_until', '<=', now)]),
      ]),
    )
    .limit(1)
    .executeTakeFirst();
  return due !== undefined;
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
  const stale = await db
    .selectFrom('notices')
    .select('id')
    .where('state', '=', 'sending')
    .where('changed_at', '<', sendingSince)
    .execute();
  let given = 0;
  for (const { id } of stale) {
    const { numUpdatedRows } = await db
      .updateTable('notices')
      .set({ state: 'uncertain', code: 'instance-died' })
      .where('id', '=', id)
      .where('state', '=', 'sending')
      .executeTakeFirst();
    given += Number(numUpdatedRows);
  }
  return given;
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
