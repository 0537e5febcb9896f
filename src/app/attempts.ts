import type { Turn } from '../core/model/conversation';
import type { Correction } from '../core/model/correction';
import type { Scorecard } from '../core/model/scoring';
import type { AttemptRecord, Store } from './ports';

/** Everything a debrief is drawn from. */
export interface DebriefMaterial {
  readonly attempt: AttemptRecord;
  readonly turns: readonly Turn[];
  /** Readings that were contested. */
  readonly corrections: readonly Correction[];
  /** The card as it was made at the end, before any correction; null while the conversation is still going on. */
  readonly scorecard: Scorecard | null;
}

/** Null when there is no such attempt and when it is somebody else's: the answer does not tell which. */
export async function readDebriefMaterial(
  store: Store,
  learner: string,
  attemptId: string,
): Promise<DebriefMaterial | null> {
  const attempt = await store.attempt(attemptId);
  return attempt?.learner === learner ? readMaterial(store, attempt) : null;
}

/** Everything of an attempt of which it is known that it may be read. */
export async function readMaterial(store: Store, attempt: AttemptRecord): Promise<DebriefMaterial> {
  const { id } = attempt;
  const [turns, corrections, scorecard] = await Promise.all([
    store.turns(id),
    store.corrections(id),
    store.scorecard(id),
  ]);
  return { attempt, turns, corrections, scorecard };
}
