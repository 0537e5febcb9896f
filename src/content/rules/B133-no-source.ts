import type { Rule } from './rule';

export const noSource: Rule = {
  code: 'B133',
  severity: 'warning',
  why: 'Feedback that names no source is only an opinion.',
  check: ({ scenario }) =>
    scenario.data.sources.some((source) => source.trim() !== '')
      ? []
      : [
          {
            in: 'scenario',
            path: ['sources'],
            what: 'the scenario names no source',
            fix: 'Name the guideline, book or case it was made after, with year and page or paragraph.',
          },
        ],
};
