import { METHODS } from '../../core/model/method';
import { LOCALES } from '../../core/model/session';
import { stepsWithWords } from '../schemas/methods';
import { type MethodRule, nameOf } from './methodRule';

export const wordsWithoutStep: MethodRule = {
  code: 'B305',
  severity: 'warning',
  why: 'Words of a step that does not exist are never read.',
  check: ({ methods, words }) =>
    LOCALES.flatMap((locale) =>
      METHODS.flatMap((method) => {
        const known = new Set(methods.data[method].steps.map(({ id }) => id));
        return stepsWithWords(words[locale].data, method)
          .filter((step) => !known.has(step))
          .map((step) => ({
            in: locale,
            path: [method, step],
            what: `the words ${nameOf(method, step)} belong to no step`,
            fix: 'Correct the name, add the step to scenarios/methods.yaml, or remove the words.',
          }));
      }),
    ),
};
