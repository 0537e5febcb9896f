import type { Turn } from '../../model/conversation';
import type { Chance } from '../../model/debrief';
import type { CriterionMark } from '../../model/scoring';

/**
 * The last moment at which the persona told something and the next reply did nothing for this mark: there it could
 * have been tried. Null when no such moment came.
 */
export function chanceFor({ evidence }: CriterionMark, turns: readonly Turn[]): Chance | null {
  const shownIn = new Set(evidence.flatMap((e) => (e.for ? [e.turn] : [])));
  const open = turns
    .slice(0, -1)
    .findLast(({ disclosed, number }) => disclosed.length > 0 && !shownIn.has(number + 1));
  const said = open?.persona
    .at(-1)
    ?.text.replace(/\([^)]*\)\s*/g, '')
    .trim();
  return open && said ? { turn: open.number, said } : null;
}
