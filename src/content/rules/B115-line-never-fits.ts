import { contradiction } from './contradictions';
import { linesOf, type Rule } from './rule';

export const lineNeverFits: Rule = {
  code: 'B115',
  severity: 'warning',
  why: 'A line whose condition can never hold is work that nobody hears.',
  check: ({ scenario }) =>
    linesOf(scenario.data).flatMap(({ slot, line, path }) => {
      const problem =
        contradiction(line.when, scenario.data) ??
        wordless(slot, line.when.topics, line.when.moves) ??
        (slot === 'disclosure' && !line.opens ? 'it opens nothing' : null) ??
        (slot === 'closing' && !line.ending ? 'it belongs to no ending' : null);
      if (!problem) return [];
      return [
        {
          in: 'scenario' as const,
          path,
          what: `the line "${line.id}" can never be said: ${problem}`,
          fix: 'Take out the part of its condition that cannot be, or remove the line.',
        },
      ];
    }),
};

/** Silence and what was not understood have no subject and no move. */
function wordless(
  slot: string,
  topics: readonly string[] | undefined,
  moves: readonly string[] | undefined,
): string | null {
  if (slot !== 'silence' && slot !== 'puzzled') return null;
  if (topics) return `"${slot}" has no topic`;
  return moves && !moves.includes('unsure') ? `"${slot}" has no move` : null;
}
