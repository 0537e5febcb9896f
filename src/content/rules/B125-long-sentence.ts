import type { Rule } from './rule';
import { beginningOf, countWords, personaTexts, sentencesIn } from './texts';

/** People who speak in a second language, or who are moved, do not make longer sentences than this. */
const MOST_WORDS = 26;

export const longSentence: Rule = {
  code: 'B125',
  severity: 'warning',
  why: 'Nobody speaks in sentences this long; the persona would sound written.',
  check: ({ texts }) =>
    personaTexts(texts.data).flatMap(({ path, text }) =>
      sentencesIn(text)
        .filter((sentence) => countWords(sentence) > MOST_WORDS)
        .map((sentence) => ({
          in: 'texts' as const,
          path,
          what: `a sentence of ${countWords(sentence)} words: "${beginningOf(sentence)}"`,
          fix: `Make two of it; at most ${MOST_WORDS} words a sentence.`,
        })),
    ),
};
