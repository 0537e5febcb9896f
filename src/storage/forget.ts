import type { AttemptRecord } from '../app/ports';
import { findAttempt, listBranches, removeAttempt } from './repositories/attempts';
import { removeCorrectionsFrom } from './repositories/corrections';
import { removeHandInsOf } from './repositories/handIns';
import { blankMessages } from './repositories/messages';
import { removeReviews, reviewIds } from './repositories/reviews';
import { removeScorecard } from './repositories/scorecards';
import { leaveAttempt } from './repositories/sessions';
import { removeTurnsFrom } from './repositories/turns';
import type { Db } from './tables';

/** Removes an attempt and every word said in it, copies in branches included; false when it is not this learner's. */
export function forget(db: Db, attempt: string, learner: string): Promise<boolean> {
  // Alone, because it reads which branches there are before it deletes what they refer to.
  const transaction = db.transaction().setIsolationLevel('serializable');
  return transaction.execute(async (transaction) => {
    const record = await findAttempt(transaction, attempt);
    if (record?.learner !== learner) return false;
    await forgetWithBranches(transaction, record);
    return true;
  });
}

/** Branches go first, because they refer to what they branch from. */
export async function forgetWithBranches(db: Db, record: AttemptRecord): Promise<void> {
  for (const branch of await listBranches(db, record.id)) await forgetWithBranches(db, branch);
  const { id, conversation } = record;
  // First, because it locks the conversation against a turn that is just being written.
  await leaveAttempt(db, conversation, id);
  await removeReviews(db, await reviewIds(db, { attempt: id }));
  await removeHandInsOf(db, id);
  await removeScorecard(db, id);
  await removeCorrectionsFrom(db, id, 0);
  await removeTurnsFrom(db, id, 0);
  await removeAttempt(db, id);
  await blankMessages(db, conversation, id);
}
