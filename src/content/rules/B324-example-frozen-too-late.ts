import type { ExampleRule } from './exampleRule';

export const exampleFrozenTooLate: ExampleRule = {
  code: 'B324',
  severity: 'error',
  why: 'A talk that stands still at its end keeps nothing for later: there is nothing left to decide about.',
  check: ({ examples }) =>
    examples.data.flatMap(({ id, freeze, replies }, i) =>
      freeze < replies.length
        ? []
        : [
            {
              in: 'examples',
              path: [i, 'freeze'],
              what: `the example "${id}" is frozen at turn ${freeze}, but has only ${replies.length} turns`,
              fix: `Choose an earlier turn: at most ${replies.length - 1}.`,
            },
          ],
    ),
};
