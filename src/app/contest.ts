import type { SentencePlace } from '../core/model/correction';
import type { Move } from '../core/model/moves';
import { readDebriefMaterial } from './attempts';
import type { Clock, Store } from './ports';

/** A word why is a few words; what is longer is cut. */
const LONGEST_WHY = 300;

/** What somebody says a sentence was meant as. */
export interface Contest extends SentencePlace {
  readonly move: Move;
  readonly why: string;
}

/** "I did not mean that": keeps what was meant beside what was read; false when there is no such sentence of theirs. */
export async function contest(
  store: Store,
  clock: Clock,
  learner: string,
  { attempt, turn, sentence, move, why }: Contest,
): Promise<boolean> {
  const material = await readDebriefMaterial(store, learner, attempt);
  const said = material?.turns.find(({ number }) => number === turn)?.understanding.sentences[sentence];
  if (!said) return false;
  const correction = {
    attempt,
    turn,
    sentence,
    machine: said.reading,
    move,
    why: why.trim().slice(0, LONGEST_WHY),
    by: learner,
    at: clock.now(),
  };
  return store.correct(correction, learner);
}
