import type { Phase, Turn } from './conversation';
import type { Sight } from './homework';
import type { Move } from './moves';
import type { CriterionId, Domain, MarkLevel } from './scoring';

/** One talk that somebody handed in. What lies beyond its sight may be there, and counts for nothing. */
export interface SharedTalk {
  readonly attempt: string;
  readonly learner: string;
  /** When it was handed in; ISO 8601, UTC. */
  readonly at: string;
  readonly sight: Sight;
  readonly levels: Readonly<Partial<Record<CriterionId, MarkLevel>>>;
  readonly turns: readonly Turn[];
}

/** Figures of fewer people than this are not shown: one could guess who is who. */
export const PEOPLE_NEEDED = 5;

/** Something about a group, hidden while it comes from too few people. */
export type OfGroup<T> =
  | { readonly kind: 'too-few'; readonly people: number }
  | { readonly kind: 'shown'; readonly people: number; readonly value: T };

/** How many people stand where with one criterion: where they last stood in a talk in which it was seen. */
export interface CriterionSpread {
  readonly criterion: CriterionId;
  readonly domain: Domain;
  readonly people: Readonly<Record<MarkLevel, number>>;
}

export interface MoveUse {
  readonly move: Move;
  readonly sentences: number;
  /** Who said at least one. */
  readonly people: number;
}

export interface MovesOfGroup {
  /** Sentences that were read for sure. */
  readonly sentences: number;
  /** Most first. */
  readonly most: readonly MoveUse[];
  /** Of the moves that build, those that were said least; least first. */
  readonly leastBuilding: readonly MoveUse[];
}

/** A kind of moment in which trust changed with several people. */
export interface TypicalTurn {
  readonly direction: 'fell' | 'rose';
  /** The effect rule that did most of it: `move:judge`, `family:hurt` or one of a scenario. */
  readonly cause: string;
  /** In which it was said. */
  readonly phase: Phase;
  readonly people: number;
  readonly times: number;
}

/** What a group's handed-in talks have in common. The order in which they come does not matter. */
export interface GroupPicture {
  readonly spread: OfGroup<readonly CriterionSpread[]>;
  readonly moves: OfGroup<MovesOfGroup>;
  /** Those with most people first. */
  readonly turning: OfGroup<readonly TypicalTurn[]>;
}

/** Why a criterion is on the agenda. */
export type AgendaReason =
  /** What the group showed. */
  | 'group'
  /** The homework asked to watch it. */
  | 'focus'
  /** Nothing is known yet: it is where the sources begin. */
  | 'start';

/** What a group works on when it meets next. It names and counts nobody. */
export interface Agenda {
  readonly points: readonly { readonly criterion: CriterionId; readonly reason: AgendaReason }[];
  /** To look for together. */
  readonly littleUsed: readonly Move[];
  /** To talk about. */
  readonly moments: readonly Pick<TypicalTurn, 'direction' | 'cause' | 'phase'>[];
}
