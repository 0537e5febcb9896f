import { linesOf, type Rule } from './rule';

export const lineWithoutWords: Rule = {
  code: 'B101',
  severity: 'error',
  why: 'The persona would fall silent at the moment this line is chosen.',
  check: ({ scenario, texts }) =>
    linesOf(scenario.data)
      .filter(({ line }) => !texts.data.lines[line.id])
      .map(({ line, path }) => ({
        in: 'scenario',
        path,
        what: `the line "${line.id}" has no words`,
        fix: `Add "${line.id}:" with at least one variant under "lines" in the texts of the scenario.`,
      })),
};
