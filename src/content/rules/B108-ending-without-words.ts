import { linesOf, type Rule } from './rule';

export const endingWithoutWords: Rule = {
  code: 'B108',
  severity: 'error',
  why: 'A talk must end in words, and the debrief must say how it ended and why.',
  check: ({ scenario, texts }) =>
    scenario.data.endings.flatMap((rule, i) => {
      const closes = linesOf(scenario.data).some(
        ({ slot, line }) => slot === 'closing' && line.ending === rule.ending,
      );
      const missing = [
        ...(closes ? [] : [`a line under "closing" with ending: ${rule.ending}`]),
        ...(texts.data.endings[rule.ending] ? [] : [`"endings › ${rule.ending}" in the texts`]),
        ...(texts.data.reasons[rule.reason] ? [] : [`"reasons › ${rule.reason}" in the texts`]),
      ];
      return missing.map((part) => ({
        in: 'scenario' as const,
        path: ['endings', i],
        what: `the ending "${rule.ending}" lacks ${part}`,
        fix: `Add ${part}.`,
      }));
    }),
};
