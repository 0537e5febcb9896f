import type { ExampleRule } from './exampleRule';

export const exampleTwice: ExampleRule = {
  code: 'B325',
  severity: 'error',
  why: 'Two examples of one name cannot be told apart, and share their words.',
  check: ({ examples }) =>
    examples.data.flatMap(({ id }, i) =>
      examples.data.findIndex((one) => one.id === id) === i
        ? []
        : [
            {
              in: 'examples',
              path: [i],
              what: `the example "${id}" stands there twice`,
              fix: 'Give one of them another id, with words of its own.',
            },
          ],
    ),
};
