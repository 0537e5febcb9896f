import { LOCALES } from '../../core/model/session';
import type { ExampleRule } from './exampleRule';

export const wordsWithoutExample: ExampleRule = {
  code: 'B323',
  severity: 'warning',
  why: 'Words of an example that does not exist are never read.',
  check: ({ examples, words }) => {
    const known = new Set(examples.data.map(({ id }) => id));
    return LOCALES.flatMap((locale) =>
      Object.keys(words[locale].data)
        .filter((id) => !known.has(id))
        .map((id) => ({
          in: locale,
          path: [id],
          what: `the words "${id}" belong to no example`,
          fix: 'Correct the name, add the example to scenarios/examples.yaml, or remove the words.',
        })),
    );
  },
};
