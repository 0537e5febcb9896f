import type { CommitOutcome } from '../app/ports';
import type { Recorded, TurnDecision } from '../core/model/decision';
import type { IncomingMessage, RecordedMessage } from '../core/model/message';
import type { Attempt, Session } from '../core/model/session';
import { finishAttempt, keepAnswers, reopenAttempt, startAttempt } from './repositories/attempts';
import { copyCorrections, removeCorrectionsFrom } from './repositories/corrections';
import { addMessage, findMessage } from './repositories/messages';
import { changePerson } from './repositories/people';
import { keepScorecard, removeScorecard } from './repositories/scorecards';
import { advanceSession } from './repositories/sessions';
import { addTurn, removeTurnsFrom } from './repositories/turns';
import type { Db } from './tables';

/** Rolls the transaction back; never leaves this file. */
class Collision extends Error {}

/** Session, message and record in one transaction. Somebody else's message or version stops it without a trace. */
export async function commit(
  db: Db,
  message: IncomingMessage,
  decision: TurnDecision,
  expectedVersion: number,
  at: string,
): Promise<CommitOutcome> {
  if (decision.session.conversation !== message.conversation) {
    throw new Error('A decision was made about another conversation than its message belongs to.');
  }
  try {
    const recorded = await db
      .transaction()
      .execute((transaction) => write(transaction, message, decision, expectedVersion, at));
    return { kind: 'committed', message: recorded };
  } catch (error) {
    if (!(error instanceof Collision)) throw error;
    const earlier = await findMessage(db, message.conversation, message.id);
    return earlier ? { kind: 'duplicate', message: earlier } : { kind: 'conflict' };
  }
}

async function write(
  db: Db,
  message: IncomingMessage,
  decision: TurnDecision,
  expectedVersion: number,
  at: string,
): Promise<RecordedMessage> {
  const step = await advanceSession(db, decision.session, expectedVersion, at);
  if (!step) throw new Collision();
  const recorded = await addMessage(db, message, decision.replies, step, at);
  if (!recorded) throw new Collision();
  for (const record of decision.recorded) await apply(db, decision, record, at);
  await keepActiveAnswers(db, decision);
  return recorded;
}

async function apply(db: Db, decision: TurnDecision, record: Recorded, at: string): Promise<void> {
  switch (record.kind) {
    case 'attempt-started':
      return start(db, decision.session, activeAttempt(decision, record), at);
    case 'turn':
      return addTurn(db, record.attempt, record.turn, at);
    case 'taken-back':
      await removeTurnsFrom(db, record.attempt, record.turn);
      await removeCorrectionsFrom(db, record.attempt, record.turn);
      await removeScorecard(db, record.attempt);
      return reopenAttempt(db, record.attempt);
    case 'finished':
      await keepScorecard(db, record.attempt, record.scorecard, at);
      return finishAttempt(db, activeAttempt(decision, record), at);
    case 'settings':
      // What waits for somebody who wants no more of it is dropped when its time comes.
      await changePerson(db, decision.session.learner, record.settings);
      return;
  }
}

/** A branch takes over the second thoughts on the turns it copies. */
async function start(db: Db, session: Session, attempt: Attempt, at: string): Promise<void> {
  await startAttempt(db, session, attempt, at);
  if (attempt.branchOf) await copyCorrections(db, attempt.branchOf, attempt.id);
}

/** What starts or ends is described by the session of the same decision. */
function activeAttempt(decision: TurnDecision, record: Exclude<Recorded, { kind: 'settings' }>): Attempt {
  const { attempt } = decision.session;
  if (attempt?.id !== record.attempt) {
    throw new Error(`A decision records "${record.kind}" of an attempt that its session does not hold.`);
  }
  return attempt;
}

/**
 * Answers are given before and after the talk, not with a turn in it, so most messages need not write them. Whatever
 * comes between turns, or ends the talk, writes them as they are by then.
 */
async function keepActiveAnswers(db: Db, decision: TurnDecision): Promise<void> {
  const { session, recorded } = decision;
  const written = recorded.some((record) => record.kind === 'attempt-started');
  const onlyTalk = recorded.length > 0 && recorded.every((record) => record.kind === 'turn');
  if (session.attempt && !written && !onlyTalk) await keepAnswers(db, session, session.attempt);
}
