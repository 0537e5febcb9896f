import { LOCALES } from '../../core/model/session';
import { stepsWithWords } from '../schemas/methods';
import { type MethodRule, methodsOf, nameOf, stepsOf } from './methodRule';

export const stepWithoutWords: MethodRule = {
  code: 'B304',
  severity: 'error',
  why: 'A team holds its meeting with the words on the screen alone; a step without words leaves it in silence.',
  check: ({ methods, words }) =>
    LOCALES.flatMap((locale) =>
      methodsOf(methods.data).flatMap((method) => {
        const known = new Set(stepsWithWords(words[locale].data, method.id));
        return stepsOf(method)
          .filter(({ step }) => !known.has(step.id))
          .map(({ step, path }) => ({
            in: 'methods' as const,
            path,
            what: `${nameOf(method.id, step.id)} has no words in "${locale}"`,
            fix: `Add ${method.id} › ${step.id} to locales/${locale}/methods.yaml: title, instruction, prompts and tip.`,
          }));
      }),
    ),
};
