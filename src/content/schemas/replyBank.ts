import { z } from 'zod';
import { MOVES, VALENCE } from '../../core/model/moves';
import { REPLY_QUALITIES } from '../../core/model/replyBank';
import { SLOTS } from '../../core/model/scenario';
import { condition } from './condition';

const move = z.enum(MOVES);
/** The primary move of a sentence and, where there is one, the secondary. */
const sentence = z.union([z.tuple([move]), z.tuple([move, move])]);

/** More than this does not fit one breath, nor the list of three examples. */
const MAX_TEXT = 200;

const reply = z
  .strictObject({
    text: z.string().trim().min(1).max(MAX_TEXT),
    /** One list holds for every sentence; a list of lists gives one for each. */
    moves: z.union([sentence, z.array(sentence).min(1)]),
    topics: z.array(z.string()).default([]),
    when: condition.default({}),
    to: z
      .strictObject({ lines: z.array(z.string()).default([]), slots: z.array(z.enum(SLOTS)).default([]) })
      .default({ lines: [], slots: [] }),
    quality: z.enum(REPLY_QUALITIES),
  })
  .refine(
    ({ quality, moves }) => quality !== 'helps' || moves.flat().every((name) => VALENCE[name] !== 'breaks'),
    'a reply with a move that breaks does not help',
  );

/** scenarios/<id>/replies.yaml. */
export const replyBankFile = z.strictObject({
  /** How the persona is spoken to. */
  address: z.enum(['u', 'je']),
  replies: z.array(reply),
});

export type ReplyBankFile = z.infer<typeof replyBankFile>;
export type BankReplyFile = ReplyBankFile['replies'][number];

/** What a scenario without a bank has. */
export const NO_REPLIES: ReplyBankFile = { address: 'u', replies: [] };
