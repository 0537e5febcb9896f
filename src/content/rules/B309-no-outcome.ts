import { findInMethods, type MethodRule } from './methodRule';

export const noOutcome: MethodRule = {
  code: 'B309',
  severity: 'error',
  why: 'A meeting from which nobody takes anything home was a nice talk.',
  check: findInMethods(({ id, steps }) => {
    if (steps.at(-1)?.outcome) return [];
    return [
      {
        what: `${id} does not end with an outcome`,
        fix: 'Give the last step outcome: true.',
      },
    ];
  }),
};
