import type { Session } from '../../core/model/session';
import { kept, type Slot } from '../kept';
import { broken, parseJson } from '../rows';
import type { Db } from '../tables';

/** Where a conversation stands after it was moved on. */
export interface Step {
  readonly sequence: number;
  readonly attempt: string | null;
  readonly attemptBefore: string | null;
}

const selectSession = kept((db, slot: Slot<{ conversation: string }>) =>
  db.selectFrom('sessions').select(['version', 'state']).where('conversation', '=', slot('conversation')),
);

export async function findSession(db: Db, conversation: string): Promise<Session | null> {
  const { rows } = await selectSession(db, { conversation });
  return rows[0] ? parseSession(conversation, rows[0]) : null;
}

/** Compare-and-swap: writes the session one version on, or answers null when it is not at `expectedVersion`. */
export function advanceSession(
  db: Db,
  session: Session,
  expectedVersion: number,
  at: string,
): Promise<Step | null> {
  return expectedVersion === 0
    ? beginSession(db, session, at)
    : moveSession(db, session, expectedVersion, at);
}

export async function findLatestConversation(db: Db, learner: string): Promise<string | null> {
  const row = await db
    .selectFrom('sessions')
    .select('conversation')
    .where('learner', '=', learner)
    .orderBy('updated_at', 'desc')
    .orderBy('conversation')
    .limit(1)
    .executeTakeFirst();
  return row?.conversation ?? null;
}

/** Takes an attempt out of the session, which also keeps a decision made meanwhile from bringing it back. */
export async function leaveAttempt(db: Db, conversation: string, attempt: string): Promise<void> {
  const row = await db
    .updateTable('sessions')
    .set((old) => ({ version: old('version', '+', 1) }))
    .where('conversation', '=', conversation)
    .returning(['version', 'state'])
    .executeTakeFirst();
  if (!row) throw broken({ table: 'sessions', key: conversation }, 'missing while an attempt names it');
  const before = parseSession(conversation, { version: row.version - 1, state: row.state });
  const session = without(attempt, before);
  await db
    .updateTable('sessions')
    .set({ state: write(session, row.version), attempt: session.attempt?.id ?? null })
    .where('conversation', '=', conversation)
    .execute();
}

/** Oldest first. */
export async function listConversations(db: Db, learner: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('sessions')
    .select('conversation')
    .where('learner', '=', learner)
    .orderBy('updated_at')
    .orderBy('conversation')
    .execute();
  return rows.map(({ conversation }) => conversation);
}

async function beginSession(db: Db, session: Session, at: string): Promise<Step | null> {
  await db
    .insertInto('people')
    .values({ id: session.learner, since: at })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
  const attempt = session.attempt?.id ?? null;
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('sessions')
    .values({
      conversation: session.conversation,
      learner: session.learner,
      version: 1,
      sequence: 1,
      attempt,
      attempt_before: null,
      state: write(session, 1),
      updated_at: at,
    })
    .onConflict((conflict) => conflict.column('conversation').doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 0n ? null : { sequence: 1, attempt, attemptBefore: null };
}

interface Move {
  readonly conversation: string;
  readonly expected: number;
  readonly next: number;
  readonly attempt: string | null;
  readonly state: string;
  readonly at: string;
}

const updateSession = kept((db, slot: Slot<Move>) =>
  db
    .updateTable('sessions')
    .set((old) => ({
      version: slot('next'),
      sequence: old('sequence', '+', 1),
      attempt_before: old.ref('attempt'),
      attempt: slot('attempt'),
      state: slot('state'),
      updated_at: slot('at'),
    }))
    .where('conversation', '=', slot('conversation'))
    .where('version', '=', slot('expected'))
    .returning(['sequence', 'attempt_before']),
);

async function moveSession(db: Db, session: Session, expected: number, at: string): Promise<Step | null> {
  const { conversation } = session;
  const attempt = session.attempt?.id ?? null;
  const next = expected + 1;
  const { rows } = await updateSession(db, {
    conversation,
    expected,
    next,
    attempt,
    state: write(session, next),
    at,
  });
  return rows[0] ? { sequence: rows[0].sequence, attempt, attemptBefore: rows[0].attempt_before } : null;
}

function without(attempt: string, session: Session): Session {
  if (session.attempt?.id !== attempt) return session;
  return { ...session, stage: 'choosing', paused: false, attempt: null };
}

function write(session: Session, version: number): string {
  return JSON.stringify({ ...session, version } satisfies Session);
}

function parseSession(conversation: string, row: { version: number; state: string }): Session {
  const place = { table: 'sessions', key: conversation };
  return parseJson<Session>(
    place,
    row.state,
    (it) => it.conversation === conversation && it.version === row.version && typeof it.stage === 'string',
  );
}
