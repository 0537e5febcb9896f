import type { Selectable } from 'kysely';
import type { AttemptRecord } from '../../app/ports';
import { ENDINGS } from '../../core/model/conversation';
import {
  type Attempt,
  type BranchPoint,
  LOCALES,
  PRACTICE_LEVELS,
  type Session,
} from '../../core/model/session';
import { parseJson, parseWord } from '../rows';
import type { AttemptsTable, Db } from '../tables';

export async function startAttempt(db: Db, session: Session, attempt: Attempt, at: string): Promise<void> {
  await db
    .insertInto('attempts')
    .values({
      id: attempt.id,
      learner: session.learner,
      conversation: session.conversation,
      scenario: attempt.scenario,
      content: attempt.content,
      started_at: at,
      finished_at: null,
      ending: null,
      reason: null,
      branch_attempt: attempt.branchOf?.attempt ?? null,
      branch_turn: attempt.branchOf?.turn ?? null,
      ...changing(session, attempt),
    })
    .execute();
}

/** Brings what the learner may still change up to date. */
export async function keepAnswers(db: Db, session: Session, attempt: Attempt): Promise<void> {
  await db.updateTable('attempts').set(changing(session, attempt)).where('id', '=', attempt.id).execute();
}

export async function finishAttempt(db: Db, attempt: Attempt, at: string): Promise<void> {
  const { ending, reason } = attempt.rolePlay;
  await db
    .updateTable('attempts')
    .set({ finished_at: at, ending, reason })
    .where('id', '=', attempt.id)
    .execute();
}

/** After a turn was taken back the talk goes on. */
export async function reopenAttempt(db: Db, attempt: string): Promise<void> {
  await db
    .updateTable('attempts')
    .set({ finished_at: null, ending: null, reason: null })
    .where('id', '=', attempt)
    .execute();
}

export async function findAttempt(db: Db, id: string): Promise<AttemptRecord | null> {
  const row = await db.selectFrom('attempts').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? parseAttempt(row) : null;
}

export async function findAttempts(
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, AttemptRecord>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('attempts').selectAll().where('id', 'in', ids).execute();
  return new Map(rows.map((row) => [row.id, parseAttempt(row)]));
}

export async function listAttempts(db: Db, learner: string): Promise<AttemptRecord[]> {
  const rows = await db
    .selectFrom('attempts')
    .selectAll()
    .where('learner', '=', learner)
    .orderBy('started_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(parseAttempt);
}

export async function removeAttempt(db: Db, id: string): Promise<void> {
  await db.deleteFrom('attempts').where('id', '=', id).execute();
}

/** The attempts that were taken up again from this one. */
export async function listBranches(db: Db, id: string): Promise<AttemptRecord[]> {
  const rows = await db.selectFrom('attempts').selectAll().where('branch_attempt', '=', id).execute();
  return rows.map(parseAttempt);
}

function changing(session: Session, attempt: Attempt) {
  return {
    level: attempt.level,
    locale: session.locale,
    preparation: JSON.stringify(attempt.preparation),
    reflection: JSON.stringify(attempt.reflection),
  };
}

export function parseAttempt(row: Selectable<AttemptsTable>): AttemptRecord {
  const place = { table: 'attempts', key: row.id };
  const isMap = (value: object) => !Array.isArray(value);
  return {
    id: row.id,
    learner: row.learner,
    conversation: row.conversation,
    scenario: row.scenario,
    content: row.content,
    level: parseWord(place, row.level, PRACTICE_LEVELS),
    locale: parseWord(place, row.locale, LOCALES),
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    ending: row.ending === null ? null : parseWord(place, row.ending, ENDINGS),
    reason: row.reason,
    preparation: parseJson<AttemptRecord['preparation']>(place, row.preparation, isMap),
    reflection: parseJson<AttemptRecord['reflection']>(place, row.reflection, isMap),
    branchOf: parseBranch(row),
  };
}

function parseBranch(row: Pick<AttemptsTable, 'branch_attempt' | 'branch_turn'>): BranchPoint | null {
  const { branch_attempt: attempt, branch_turn: turn } = row;
  return attempt === null || turn === null ? null : { attempt, turn };
}
