import { splitSentences } from '../../core/understanding/split';
import { movesBySentence } from '../replyBank';
import { type Rule, repliesOf } from './rule';

export const replyMovesMismatch: Rule = {
  code: 'B140',
  severity: 'error',
  why: 'Moves are labels of sentences; with one too many or too few nobody knows which sentence does what.',
  check: ({ replies }) =>
    repliesOf(replies.data).flatMap(({ reply, path }) => {
      const labelled = movesBySentence(reply)?.length;
      const said = splitSentences(reply.text).length;
      return labelled === undefined || labelled === said
        ? []
        : [
            {
              in: 'replies' as const,
              path: [...path, 'moves'],
              what: `${said} sentences and ${labelled} lists of moves`,
              fix: 'Give each sentence its own list, or one list that holds for all of them.',
            },
          ];
    }),
};
