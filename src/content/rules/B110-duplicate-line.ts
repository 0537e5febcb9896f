import { linesOf, type Rule } from './rule';

export const duplicateLine: Rule = {
  code: 'B110',
  severity: 'error',
  why: 'Lines are remembered by their id, so that none is said twice.',
  check: ({ scenario }) => {
    const seen = new Set<string>();
    return linesOf(scenario.data).flatMap(({ line, path }) => {
      if (!seen.has(line.id)) {
        seen.add(line.id);
        return [];
      }
      return [
        {
          in: 'scenario' as const,
          path,
          what: `the line "${line.id}" stands twice`,
          fix: 'Give one of the two another id.',
        },
      ];
    });
  },
};
