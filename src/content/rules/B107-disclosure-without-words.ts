import { linesOf, type Rule } from './rule';

export const disclosureWithoutWords: Rule = {
  code: 'B107',
  severity: 'error',
  why: 'What opens up must be said, and the debrief must be able to name it and what would have opened it.',
  check: ({ scenario, texts }) =>
    scenario.data.disclosures.flatMap((item, i) => {
      const spoken = linesOf(scenario.data).some(
        ({ slot, line }) => slot === 'disclosure' && line.opens === item.id,
      );
      const missing = [
        ...(spoken ? [] : ['a line under "disclosure" that opens it']),
        ...(texts.data.disclosures[item.id] ? [] : ['"told" and "key" in the texts']),
      ];
      return missing.map((part) => ({
        in: 'scenario' as const,
        path: ['disclosures', i],
        what: `the disclosure "${item.id}" lacks ${part}`,
        fix: `Add ${part}.`,
      }));
    }),
};
