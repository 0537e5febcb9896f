import type { ExampleRule } from './exampleRule';

export const exampleOfNoScenario: ExampleRule = {
  code: 'B321',
  severity: 'error',
  why: 'An example is played in its scenario; without it nobody answers.',
  check: ({ examples, scenarios }) =>
    examples.data.flatMap(({ id, scenario }, i) =>
      scenarios.has(scenario)
        ? []
        : [
            {
              in: 'examples',
              path: [i, 'scenario'],
              what: `the example "${id}" is of the scenario "${scenario}", which does not exist`,
              fix: `Name one of these: ${[...scenarios].join(', ')}.`,
            },
          ],
    ),
};
