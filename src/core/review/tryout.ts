import type { Method } from '../model/method';
import type { BroughtTalk, BroughtTurn, Variant } from '../model/review';
import { cardShown, lastVisibleTurn, type Moment, movesShown, stepOf } from './visible';

/** Whether another reply may be tried now, at a turn that is seen. */
export function mayTry(moment: Moment): boolean {
  return stepOf(moment)?.whatIf === true && lastVisibleTurn(moment) > 0;
}

/** Whether levels may be marked now. Once the card was shown no mark is blind any more. */
export function mayMark(moment: Moment): boolean {
  return stepOf(moment)?.card === 'blind' && !cardShown(moment);
}

/** Whether the team may call a sentence something else now. */
export function mayLabel(moment: Moment): boolean {
  return stepOf(moment) !== null && movesShown(moment);
}

/** Whether what people try and mark carries no names: a method in which notes may be nameless is so all through. */
export function isNameless({ steps }: Pick<Method, 'steps'>): boolean {
  return steps.some(({ anonymous }) => anonymous);
}

/**
 * As much of a variant as may be seen now; null when its turn may not. What the machine read in it is shown when that
 * may be asked for, and levels when the card lies open: they would give away where it stands.
 */
export function visibleVariant<Tried extends Pick<Variant, 'turn' | 'sentences' | 'outcome'>>(
  variant: Tried,
  moment: Moment,
  seen: Pick<BroughtTalk, 'turns' | 'card'>,
): Tried | null {
  if (!seen.turns.some(({ number }) => number === variant.turn)) return null;
  const { outcome } = variant;
  return {
    ...variant,
    sentences: movesShown(moment) ? variant.sentences : [],
    outcome: outcome && (seen.card === null ? { ...outcome, levels: [] } : outcome),
  };
}

/**
 * Whether a recorded talk is still the one that was shared, up to a turn. It may have gone on or been taken back
 * since; then it cannot tell what would have come of another reply.
 */
export function isSameTalk(
  shared: readonly BroughtTurn[],
  recorded: readonly Pick<BroughtTurn, 'number' | 'before' | 'meters' | 'sentences'>[],
  upTo: number,
): boolean {
  const known = new Map(recorded.map((turn) => [turn.number, turn]));
  return shared
    .filter(({ number }) => number <= upTo)
    .every((turn) => {
      const now = known.get(turn.number);
      return now !== undefined && fingerprint(now) === fingerprint(turn);
    });
}

function fingerprint({
  before,
  meters,
  sentences,
}: Pick<BroughtTurn, 'before' | 'meters' | 'sentences'>): string {
  const parts = [before, meters].map((at) => at && [at.trust, at.tension, at.understood]);
  return JSON.stringify([...parts, sentences.length]);
}
