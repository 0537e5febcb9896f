import { plainLetters } from '../../core/understanding/words';
import { type Finding, type Rule, repliesOf } from './rule';

export const replyTwice: Rule = {
  code: 'B143',
  severity: 'error',
  why: 'The same words twice in the bank are shown twice in one talk.',
  check: ({ replies }) => {
    const seen = new Set<string>();
    return repliesOf(replies.data).flatMap(({ reply, path }): readonly Finding[] => {
      const words = plainLetters(reply.text).replace(/[^\p{L}\d]+/gu, ' ');
      const twice = seen.has(words);
      seen.add(words);
      return twice
        ? [
            {
              in: 'replies',
              path: [...path, 'text'],
              what: `"${reply.text}" stands in the bank already`,
              fix: 'Keep one, with the conditions of both, or say the other differently.',
            },
          ]
        : [];
    });
  },
};
