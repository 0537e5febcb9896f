import { conditionsOf, type Finding, linesOf, type Rule } from './rule';

export const unknownDisclosure: Rule = {
  code: 'B104',
  severity: 'error',
  why: 'A rule that waits for something that can never be told never applies, or always does.',
  check: ({ scenario }) => {
    const known = new Set(scenario.data.disclosures.map((item) => item.id));
    const find = (ids: readonly string[], path: Finding['path']): readonly Finding[] =>
      ids
        .filter((id) => !known.has(id))
        .map((id) => ({
          in: 'scenario',
          path,
          what: `there is no disclosure "${id}"`,
          fix: 'Correct the spelling, or add the disclosure.',
        }));
    return [
      ...conditionsOf(scenario.data).flatMap(({ when, path }) =>
        find([...(when.disclosed ?? []), ...(when.hidden ?? [])], path),
      ),
      ...scenario.data.disclosures.flatMap((item, i) => find(item.after, ['disclosures', i, 'after'])),
      ...linesOf(scenario.data).flatMap(({ line, path }) =>
        find([...(line.opens ? [line.opens] : []), ...line.leads], path),
      ),
    ];
  },
};
