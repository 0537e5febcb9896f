import { specificity } from '../../core/dialogue/conditions';
import { linesOf, type Rule } from './rule';
import { isWider } from './wider';

/** Said at most once in a talk: whoever comes second is never heard. */
const ONCE: ReadonlySet<string> = new Set(['opening', 'disclosure', 'closing']);

type Line = ReturnType<typeof linesOf>[number]['line'];

export const lineAlwaysBeaten: Rule = {
  code: 'B116',
  severity: 'warning',
  why: 'The most specific line is said first; one that is always beaten is heard only when the other has run out.',
  check: ({ scenario }) => {
    const all = linesOf(scenario.data);
    return all.flatMap(({ slot, line, path }) => {
      const winner = all.find(
        (other) => other.slot === slot && other.line !== line && beats(other.line, line, ONCE.has(slot)),
      );
      if (!winner) return [];
      return [
        {
          in: 'scenario' as const,
          path,
          what: `the line "${line.id}" is always beaten by "${winner.line.id}"`,
          fix: `Let "${line.id}" ask for something that "${winner.line.id}" does not, or make them one line with more variants.`,
        },
      ];
    });
  },
};

function beats(one: Line, other: Line, once: boolean): boolean {
  if (one.opens !== other.opens || one.ending !== other.ending || one.cooldown > 0) return false;
  const ahead = specificity(one.when) - specificity(other.when);
  const goesFirst = ahead > 0 || (once && ahead === 0 && one.weight > other.weight);
  return goesFirst && isWider(one.when, other.when);
}
