import { conditionsOf, type Rule } from './rule';

export const unknownConcern: Rule = {
  code: 'B105',
  severity: 'error',
  why: 'A rule that waits for a concern that does not exist never applies, or always does.',
  check: ({ scenario }) => {
    const known = new Set(scenario.data.concerns.map((item) => item.id));
    return conditionsOf(scenario.data).flatMap(({ when, path }) =>
      [...(when.raised ?? []), ...(when.unraised ?? [])]
        .filter((id) => !known.has(id))
        .map((id) => ({
          in: 'scenario',
          path,
          what: `there is no concern "${id}"`,
          fix: 'Correct the spelling, or add the concern.',
        })),
    );
  },
};
