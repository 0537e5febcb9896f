import { type Finding, type Rule, repliesOf } from './rule';

/** Words by which somebody is spoken to in the other way. */
const OTHER_ADDRESS = {
  u: /(?<!\p{L})(?:je|jij|jou|jouw)(?!\p{L})/iu,
  je: /(?<!\p{L})(?:u|uw|uzelf)(?!\p{L})/iu,
} as const;

export const replyAddress: Rule = {
  code: 'B145',
  severity: 'error',
  why: 'Who is spoken to with "u" in one example and "je" in the next is not taken seriously.',
  check: ({ replies }) => {
    const { address } = replies.data;
    return repliesOf(replies.data).flatMap(({ reply, path }): readonly Finding[] => {
      const word = OTHER_ADDRESS[address].exec(reply.text)?.[0];
      return word === undefined
        ? []
        : [
            {
              in: 'replies',
              path: [...path, 'text'],
              what: `"${word}" in a bank that says "${address}"`,
              fix: `Say it with "${address}", or without speaking to anybody.`,
            },
          ];
    });
  },
};
