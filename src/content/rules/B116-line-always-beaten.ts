import { specificity } from '../../core/dialogue/conditions';
import type { linesOf, Rule } from './rule';
import { isWider } from './wider';

/** Said at most once in a talk: whoever comes second is never heard. */
const ONCE: ReadonlySet<string> = new Set(['opening', 'disclosure', 'closing']);

type Line = ReturnType<typeof linesOf>[number]['line'];

export const lineAlwaysBeaten: Rule = {
  code: 'B116',
  severity: 'warning',
  why: 'The most specific line is said first; one that is always beaten is heard only when the other has run out.',
  check: ({ scenario }) =>
    Object.entries(scenario.data.lines).flatMap(([slot, lines]) => {
      const points = new Map(lines.map((line) => [line, specificity(line.when)]));
      const ahead = (one: Line, other: Line) => (points.get(one) ?? 0) - (points.get(other) ?? 0);
      return lines.flatMap((line, i) => {
        const winner = lines.find(
          (other) => other !== line && goesFirst(other, line, ahead(other, line), ONCE.has(slot)),
        );
        if (!winner) return [];
        return [
          {
            in: 'scenario' as const,
            path: ['lines', slot, i],
            what: `the line "${line.id}" is always beaten by "${winner.id}"`,
            fix: `Let "${line.id}" ask for something that "${winner.id}" does not, or make them one line with more variants.`,
          },
        ];
      });
    }),
};

function goesFirst(one: Line, other: Line, ahead: number, once: boolean): boolean {
  const first = ahead > 0 || (once && ahead === 0 && one.weight > other.weight);
  if (!first || one.cooldown > 0 || one.opens !== other.opens || one.ending !== other.ending) return false;
  return isWider(one.when, other.when);
}
