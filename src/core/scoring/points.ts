import type { Evidence, Indicator } from '../model/scoring';
import type { Said } from './sentences';

/**
 * Turns the sentences that fit one indicator into evidence with signed points: each further one counts half of
 * the one before. The heaviest goes first, so that making a mistake good, or not making it, can never cost points.
 */
export function weigh(
  indicator: Indicator,
  found: readonly Said[],
  leftAfterRepair: number,
): readonly Evidence[] {
  const share = (said: Said) => (isRepaired(indicator, said) ? leftAfterRepair : 1);
  const heaviestFirst = [...found].sort((a, b) => share(b) - share(a));
  const sign = indicator.for ? 1 : -1;
  return heaviestFirst.map(
    (said, rank): Evidence => ({
      turn: said.turn,
      sentence: said.sentence,
      span: said.span,
      quote: said.quote,
      rule: indicator.id,
      for: indicator.for,
      points: (sign * indicator.points * share(said)) / 2 ** rank,
      repaired: isRepaired(indicator, said),
    }),
  );
}

/** An apology mends a hurt; it does not make jargon plain. */
function isRepaired(indicator: Indicator, said: Said): boolean {
  return !indicator.for && indicator.needs !== 'jargon' && said.repaired;
}
