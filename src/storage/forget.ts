import { findAttempt, removeAttempt } from './repositories/attempts';
import { blankMessages } from './repositories/messages';
import { removeScorecard } from './repositories/scorecards';
import { leaveAttempt } from './repositories/sessions';
import { removeTurnsFrom } from './repositories/turns';
import type { Db } from './tables';

/** Removes an attempt and every word said in it; false when this learner has no such attempt. */
export function forget(db: Db, attempt: string, learner: string): Promise<boolean> {
  return db.transaction().execute(async (transaction) => {
    const record = await findAttempt(transaction, attempt);
    if (record?.learner !== learner) return false;
    // First, because it locks the conversation against a turn that is just being written.
    await leaveAttempt(transaction, record.conversation, attempt);
    await removeScorecard(transaction, attempt);
    await removeTurnsFrom(transaction, attempt, 0);
    await removeAttempt(transaction, attempt);
    await blankMessages(transaction, record.conversation, attempt);
    return true;
  });
}
