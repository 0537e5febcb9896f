import type { Rule } from './rule';

export const concernWithoutWords: Rule = {
  code: 'B114',
  severity: 'error',
  why: 'A concern that was missed is said at the top of the scorecard, so it needs words.',
  check: ({ scenario, texts }) =>
    scenario.data.concerns.flatMap((item, i) =>
      texts.data.concerns[item.id]
        ? []
        : [
            {
              in: 'scenario' as const,
              path: ['concerns', i],
              what: `the concern "${item.id}" has no words`,
              fix: `Add "${item.id}: { label: …, missed: … }" under "concerns" in the texts.`,
            },
          ],
    ),
};
