import type { Rule } from './rule';
import { beginningOf, coachTexts, countWords, sentencesIn } from './texts';

/** B1: short sentences, few long words. The name of a profession is what it is. */
const MOST_WORDS = 20;
const LONG_WORD = /[\p{L}-]{17,}/u;

export const hardToRead: Rule = {
  code: 'B126',
  severity: 'warning',
  why: 'Briefing, hints and debrief are read by people of many backgrounds; they are written at B1.',
  check: ({ texts }) =>
    coachTexts(texts.data)
      .filter(({ path }) => path[1] !== 'role')
      .flatMap(({ path, text }) =>
        sentencesIn(text).flatMap((sentence) => {
          const words = countWords(sentence);
          const long = LONG_WORD.exec(sentence)?.[0];
          const problem =
            words > MOST_WORDS
              ? `a sentence of ${words} words: "${beginningOf(sentence)}"`
              : long && `the word "${long}" is long`;
          if (!problem) return [];
          const fix = `Use short words, and at most ${MOST_WORDS} words a sentence.`;
          return [{ in: 'texts' as const, path, what: problem, fix }];
        }),
      ),
};
