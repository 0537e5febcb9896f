import type { BankReply, LabelledMoves } from '../core/model/replyBank';
import { splitSentences } from '../core/understanding/split';
import type { BankReplyFile, ReplyBankFile } from './schemas/replyBank';

/** The moves of each sentence, as written; null when one list holds for all of them. */
export function movesBySentence({ moves }: BankReplyFile): readonly LabelledMoves[] | null {
  return moves.every((part) => Array.isArray(part)) ? (moves as readonly LabelledMoves[]) : null;
}

/** The bank as the engine reads it: every sentence with its moves. */
export function compileReplies({ replies }: ReplyBankFile): readonly BankReply[] {
  return replies.map((reply) => ({
    ...reply,
    moves:
      movesBySentence(reply) ?? splitSentences(reply.text).map(() => reply.moves as unknown as LabelledMoves),
  }));
}
