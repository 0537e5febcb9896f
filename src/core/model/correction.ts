import type { Move } from './moves';
import type { Reading } from './understanding';

/** Names one sentence of an attempt. */
export interface SentencePlace {
  readonly attempt: string;
  /** From 1. */
  readonly turn: number;
  /** 0-based within the turn. */
  readonly sentence: number;
}

/** "I did not mean that": somebody's own reading of a sentence, beside the machine's. Both are kept. */
export interface Correction extends SentencePlace {
  /** What the machine read when the sentence was said. */
  readonly machine: Reading;
  /** What it was meant as. */
  readonly move: Move;
  /** A few words why; '' when none were given. */
  readonly why: string;
  /** Who corrected: the learner's id. */
  readonly by: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** The sentences of a turn with what was read in them and what they were meant as. */
export interface ReadTurn {
  readonly turn: number;
  readonly sentences: readonly ReadSentence[];
}

export interface ReadSentence {
  /** 0-based within the turn. */
  readonly sentence: number;
  /** The learner's literal words. */
  readonly quote: string;
  readonly machine: Reading;
  /** Null when nobody contested the machine's reading. */
  readonly meant: { readonly move: Move; readonly why: string } | null;
}
