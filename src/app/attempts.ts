import type { Turn } from '../core/model/conversation';
import type { Scorecard } from '../core/model/scoring';
import type { AttemptRecord, Store } from './ports';

/** Everything a debrief is drawn from. */
export interface DebriefMaterial {
  readonly attempt: AttemptRecord;
  readonly turns: readonly Turn[];
  /** Null while the conversation is still going on. */
  readonly scorecard: Scorecard | null;
}

/** Null when there is no such attempt and when it is somebody else's: the answer does not tell which. */
export async function readDebriefMaterial(
  store: Store,
  learner: string,
  attemptId: string,
): Promise<DebriefMaterial | null> {
  const attempt = await store.attempt(attemptId);
  if (attempt?.learner !== learner) return null;
  const [turns, scorecard] = await Promise.all([store.turns(attemptId), store.scorecard(attemptId)]);
  return { attempt, turns, scorecard };
}
