import type { Condition } from './condition';
import type { Move } from './moves';
import type { Slot } from './scenario';

/** What a typical reply does at its moment. Ordered from best to worst. */
export const REPLY_QUALITIES = ['helps', 'neutral', 'hurts'] as const;
export type ReplyQuality = (typeof REPLY_QUALITIES)[number];

/** The moves of one sentence as people labelled it: the primary one and, at most, a secondary one. */
export type LabelledMoves = readonly [Move] | readonly [Move, Move];

/** A typical reply to this persona, labelled: an example for level guided and a test for the recogniser. */
export interface BankReply {
  readonly text: string;
  /** One for each sentence. */
  readonly moves: readonly LabelledMoves[];
  readonly topics: readonly string[];
  /** When it fits; `turn` is the number of the reply it would be, `topics` those of the persona's last words. */
  readonly when: Condition;
  /** What the persona has just said that this answers best; it may be said later too. */
  readonly to: { readonly lines: readonly string[]; readonly slots: readonly Slot[] };
  readonly quality: ReplyQuality;
}
