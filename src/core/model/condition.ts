import type { Climate, Meter, Phase } from './conversation';
import type { Family, Move, Valence } from './moves';

/**
 * Names a set of readings: a move (`acknowledge`), a family (`family:recognition`), a valence (`any:breaks`),
 * or `unsure`. A family also matches a sentence of which only the family is sure; a move does not.
 */
export type MoveSelector = Move | `family:${Family}` | `any:${Valence}` | 'unsure';

/**
 * What a sentence asks for by its form: a person, a place, a time, a reason, a manner, a thing, a yes or no
 * (`whether`), an agreement (`proposal`), or only whether it was heard rightly (`check`).
 */
export const ASKS = ['who', 'where', 'when', 'why', 'how', 'what', 'whether', 'proposal', 'check'] as const;
export type Ask = (typeof ASKS)[number];

export interface Range {
  readonly min?: number;
  readonly max?: number;
}

/**
 * When something holds. All given parts must hold; lists within a part mean "one of these", except `disclosed`,
 * `hidden`, `raised`, `unraised`, `said`, `unsaid` and `settled`, which mean "all of these". The more parts, the more specific.
 */
export interface Condition {
  /** What the sentence at hand does. */
  readonly moves?: readonly MoveSelector[];
  /** What the sentence at hand is about. */
  readonly topics?: readonly string[];
  /** What the sentence at hand asks for, by its form. */
  readonly asks?: readonly Ask[];
  /** The sentence at hand lays two things before the persona to choose from. */
  readonly choice?: boolean;
  readonly climate?: readonly Climate[];
  readonly phase?: readonly Phase[];
  readonly meters?: Readonly<Partial<Record<Meter, Range>>>;
  /** Disclosures that are open / still closed. */
  readonly disclosed?: readonly string[];
  readonly hidden?: readonly string[];
  /** How many disclosures are open. */
  readonly disclosures?: Range;
  /** Concerns that have / have not come up. */
  readonly raised?: readonly string[];
  readonly unraised?: readonly string[];
  /** How many concerns have come up. */
  readonly concerns?: Range;
  /** The number of this turn, from 1. */
  readonly turn?: Range;
  /** Sentences so far, this one included, that match. */
  readonly count?: readonly ({ readonly moves: readonly MoveSelector[] } & Range)[];
  /** Unbroken row of matching sentences that ends with this one. */
  readonly streak?: { readonly moves: readonly MoveSelector[]; readonly min: number };
  /** The weightiest reading of the learner's previous turn. */
  readonly previous?: readonly MoveSelector[];
  /** How often the topic at hand has been touched in earlier turns. */
  readonly asked?: Range;
  /** How often this very question was asked before, in about the same words. */
  readonly repeated?: Range;
  /** Lines that have / have not been said. */
  readonly said?: readonly string[];
  readonly unsaid?: readonly string[];
  /** One of these lines was said in the answer right before; `line/2` means its second variant. */
  readonly follows?: readonly string[];
  /** Matters to which the persona said yes before this turn. */
  readonly settled?: readonly string[];
  /** Turns in a row in which the learner said nothing. */
  readonly silent?: Range;
  /** Turns in a row, this one included, in which nothing was understood. */
  readonly puzzled?: Range;
}
