import type { Turn } from './conversation';
import type { Correction } from './correction';
import type { GroupWish } from './groupsInChat';
import type { Sight } from './homework';
import type { Reply } from './message';
import type { Person, PersonSettings } from './person';
import type { Scorecard } from './scoring';
import type { Answers, BranchPoint, PracticeLevel, PreparationQuestion, Session } from './session';

/** What a decision adds to the record beside the session itself. */
export type Recorded =
  | { readonly kind: 'attempt-started'; readonly attempt: string }
  | { readonly kind: 'turn'; readonly attempt: string; readonly turn: Turn }
  | { readonly kind: 'taken-back'; readonly attempt: string; readonly turn: number }
  | { readonly kind: 'finished'; readonly attempt: string; readonly scorecard: Scorecard }
  /** What the learner chose for all their conversations and pages. */
  | { readonly kind: 'settings'; readonly settings: PersonSettings };

/** The outcome of one message: the session as it will be, what to answer, what to record. */
export interface TurnDecision {
  readonly session: Session;
  readonly replies: readonly Reply[];
  readonly recorded: readonly Recorded[];
}

/** Deciding needs the turns so far; load them and decide again. Rare: at the end, and when something is undone. */
export interface NeedsTranscript {
  readonly needs: 'transcript';
}

/** Deciding needs another attempt of this learner: to take it up again, or to compare with it. */
export interface NeedsAttempt {
  readonly needs: 'attempt';
  readonly attempt: string;
}

/** Deciding needs what is kept about the learner. */
export interface NeedsPerson {
  readonly needs: 'person';
}

/** Deciding needs to know which homework the learner has still to do. */
export interface NeedsHomework {
  readonly needs: 'homework';
}

/** Deciding needs a wish about groups to have come true, and how they stand then. */
export interface NeedsGroups {
  readonly needs: 'groups';
  readonly wish: GroupWish;
}

/** Deciding needs to know which reviews are open to the learner. */
export interface NeedsReviews {
  readonly needs: 'reviews';
}

export type Needs = NeedsTranscript | NeedsAttempt | NeedsPerson | NeedsHomework | NeedsGroups | NeedsReviews;

/** Homework that is still to be done, as far as the conversation cares. */
export interface OpenHomework {
  readonly assignment: string;
  readonly title: string;
  /** ISO 8601, UTC; the day is that of `timeZone`. */
  readonly dueAt: string;
  readonly timeZone: string;
  /** That moment is past. */
  readonly overdue: boolean;
  /** Null leaves it to the learner. */
  readonly level: PracticeLevel | null;
  readonly sight: Sight;
  readonly preparation: boolean;
  readonly reflection: boolean;
  /** Ids, of which nothing was handed in yet. */
  readonly scenarios: readonly string[];
}

/** Who is spoken with, as far as the conversation cares; null when nothing is kept about them yet. */
export type KnownPerson = Pick<Person, 'locale' | 'address' | 'reminders' | 'email'> | null;

/** An attempt of the learner beside the session's own, with what was said in it. */
export interface EarlierAttempt {
  readonly id: string;
  readonly scenario: string;
  readonly content: string;
  readonly level: PracticeLevel;
  readonly preparation: Answers<PreparationQuestion>;
  readonly branchOf: BranchPoint | null;
  readonly ending: string | null;
  readonly reason: string | null;
  readonly turns: readonly Turn[];
  readonly corrections: readonly Correction[];
}
