import { LOCALES } from '../../core/model/session';
import type { ExampleRule } from './exampleRule';

export const exampleWithoutWords: ExampleRule = {
  code: 'B322',
  severity: 'error',
  why: 'A team chooses an example by what is told about it, in its own language.',
  check: ({ examples, words }) =>
    LOCALES.flatMap((locale) =>
      examples.data.flatMap(({ id }, i) =>
        words[locale].data[id]
          ? []
          : [
              {
                in: 'examples' as const,
                path: [i],
                what: `the example "${id}" has no words in "${locale}"`,
                fix: `Add ${id} to locales/${locale}/examples.yaml: name, title, about and looks.`,
              },
            ],
      ),
    ),
};
