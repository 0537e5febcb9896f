import { findJargon } from '../../core/understanding/signals';
import { wordsOf } from '../../core/understanding/words';
import type { Rule } from './rule';
import { coachTexts, personaTexts } from './texts';

export const jargon: Rule = {
  code: 'B124',
  severity: 'warning',
  why: 'The learner loses points for words many people do not know; persona and coach give the example.',
  check: ({ texts, language }) =>
    [...personaTexts(texts.data), ...coachTexts(texts.data)].flatMap(({ path, text }) =>
      findJargon(wordsOf(text), language.jargon).map(({ term, plain }) => ({
        in: 'texts' as const,
        path,
        what: `"${term}" is jargon`,
        fix: `Say it plainly, e.g. "${plain}".`,
      })),
    ),
};
