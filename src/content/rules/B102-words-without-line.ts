import { linesOf, type Rule } from './rule';

export const wordsWithoutLine: Rule = {
  code: 'B102',
  severity: 'warning',
  why: 'Words that no line uses are never heard.',
  check: ({ scenario, texts }) => {
    const known = new Set(linesOf(scenario.data).map(({ line }) => line.id));
    return Object.keys(texts.data.lines)
      .filter((id) => !known.has(id))
      .map((id) => ({
        in: 'texts',
        path: ['lines', id],
        what: `the words "${id}" belong to no line`,
        fix: 'Add a line with this id to the scenario, or remove the words.',
      }));
  },
};
