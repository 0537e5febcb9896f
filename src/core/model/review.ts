import type { Meters } from './conversation';
import type { MethodId, NoteKind } from './method';
import type { Move } from './moves';
import type { CriterionId, MarkLevel, Scorecard } from './scoring';
import type { Locale } from './session';
import type { MoveGuess, Reading, Span } from './understanding';

/** Where a talk that is looked at together comes from. */
export type ReviewSource =
  | { readonly kind: 'attempt'; readonly attempt: string }
  /** One of the talks that come along with the product. */
  | { readonly kind: 'example'; readonly example: string }
  /** A report of a real talk that somebody pasted, made unrecognisable. */
  | { readonly kind: 'own-case' };

/** How far a meeting is; kept by the machine in `dialogs/review.ts`. */
export const MEETING_STAGES = ['waiting', 'running', 'closed'] as const;
export type MeetingStage = (typeof MEETING_STAGES)[number];

export interface Meeting {
  readonly stage: MeetingStage;
  /** Index of the step in its method. */
  readonly step: number;
  /** The furthest step so far: what it showed stays shown. */
  readonly reached: number;
  /** By index of the step: when it was last entered going forward, ISO 8601, UTC. Notes that wait go by it. */
  readonly entered: readonly string[];
  /** When this step began, ISO 8601, UTC; null unless it is running. */
  readonly since: string | null;
  /** Minutes added to this step. */
  readonly extra: number;
}

export const NOT_BEGUN: Meeting = {
  stage: 'waiting',
  step: 0,
  reached: 0,
  entered: [],
  since: null,
  extra: 0,
};

/** An intervisie session on one talk. */
export interface Review {
  readonly id: string;
  readonly group: string;
  /** Who brought the talk and may withdraw it. */
  readonly owner: string;
  readonly source: ReviewSource;
  readonly title: string;
  readonly method: MethodId;
  /** The last turn that is seen while the method freezes the talk; null when it does not. */
  readonly freeze: number | null;
  /** Criteria that are marked blind; may be empty. */
  readonly focus: readonly CriterionId[];
  /** Keeps time and order; null while nobody does. */
  readonly facilitator: string | null;
  /** After this moment nobody but the owner sees it; ISO 8601, UTC. */
  readonly until: string;
  /** When the owner agreed. Who came into the group later is not let in: they were not among those agreed to. */
  readonly sharedAt: string;
  readonly meeting: Meeting;
  /** Compare-and-swap. */
  readonly version: number;
  /** Higher at every change of anything in the room, so that open screens know. */
  readonly revision: number;
}

/** A talk as it was shared: pseudonymised, with the chosen turns only. A review shows nothing but this. */
export interface BroughtTalk {
  readonly locale: Locale;
  /** Null for a case of one's own. */
  readonly scenario: { readonly id: string; readonly title: string } | null;
  /** Who the professional spoke with, and the letter their turns are numbered with ("V1"). */
  readonly other: { readonly name: string; readonly letter: string };
  /** What the other said before the first turn; '' when nothing, or when the first turn does not go along. */
  readonly opening: string;
  readonly turns: readonly BroughtTurn[];
  /** Question ids with the answers; empty when they do not go along. */
  readonly preparation: Readonly<Record<string, string>>;
  readonly reflection: Readonly<Record<string, string>>;
  /** Quotes of other turns than the chosen ones are left out; null when it does not go along, or there is none. */
  readonly card: Scorecard | null;
  /** How it ended, in words; '' when that does not go along. */
  readonly ending: string;
}

export interface BroughtTurn {
  /** As it was numbered in the talk, from 1. */
  readonly number: number;
  /** What the professional said. */
  readonly text: string;
  /** What was answered, stage directions between brackets; '' for nothing. */
  readonly answer: string;
  readonly sentences: readonly BroughtSentence[];
  /** Null where nobody could tell, as in a case of one's own. */
  readonly before: Meters | null;
  readonly meters: Meters | null;
}

export interface BroughtSentence {
  /** Place in the turn's text. */
  readonly span: Span;
  readonly reading: Reading;
  readonly moves: readonly MoveGuess[];
  /** Ids. */
  readonly topics: readonly string[];
}

/** What the owner agreed to; stays when the review is withdrawn, because it holds no words. */
export interface ReviewConsent {
  readonly review: string;
  readonly person: string;
  readonly group: string;
  readonly at: string;
  readonly until: string;
  readonly turns: number;
  readonly card: boolean;
  readonly preparation: boolean;
  readonly reflection: boolean;
  /** How many people could see it from then on. */
  readonly people: number;
  readonly withdrawnAt: string | null;
}

export interface ReviewMember {
  readonly person: string;
  /** Since when they take part, ISO 8601, UTC. */
  readonly since: string;
}

interface Written {
  readonly id: string;
  readonly by: string;
  readonly at: string;
}

/** Something a member wrote about the talk. */
export interface ReviewNote extends Written {
  readonly kind: NoteKind;
  /** Null for the talk as a whole. */
  readonly turn: number | null;
  /** 0-based within the turn; null for the turn as a whole. */
  readonly sentence: number | null;
  readonly text: string;
  /** Index of the step in which it was written. */
  readonly step: number;
  /** Index of the first step at which everybody reads it; null until the writer tells. */
  readonly release: number | null;
  readonly anonymous: boolean;
}

/** Another reply that was tried at a turn, with what would have come of it. */
export interface Variant extends Written {
  readonly turn: number;
  readonly text: string;
  readonly sentences: readonly BroughtSentence[];
  /** Null in a case of one's own: there nobody answers. */
  readonly outcome: VariantOutcome | null;
}

export interface VariantOutcome {
  readonly answer: string;
  readonly before: Meters;
  readonly meters: Meters;
  /** Of the reply that was really given. */
  readonly original: Meters;
  /** Criteria whose level would differ, when the talk is judged up to this turn. */
  readonly levels: readonly {
    readonly criterion: CriterionId;
    readonly original: MarkLevel;
    readonly now: MarkLevel;
  }[];
  /** What was told that was not told before, in words. */
  readonly told: readonly string[];
  /** How the talk would have ended here; null when it goes on. */
  readonly ending: string | null;
}

/** A level that a member gave before the card was shown. */
export interface BlindMark {
  readonly by: string;
  readonly criterion: CriterionId;
  readonly level: MarkLevel;
  readonly at: string;
}

/** What the team calls a sentence, beside what the machine read. */
export interface TeamLabel {
  readonly turn: number;
  readonly sentence: number;
  readonly machine: Reading;
  readonly move: Move;
  readonly by: string;
  readonly at: string;
}

/** What the team takes home. */
export interface Insight extends Written {
  readonly text: string;
}

/** What somebody means to do; their own, and kept when the review is withdrawn. */
export interface Intention {
  readonly id: string;
  readonly person: string;
  /** The review it came from. */
  readonly review: string;
  readonly text: string;
  /** Day in the group's time zone, `2026-12-01`. */
  readonly day: string;
  /** Who is reminded on that day: the person, or a member of the same review; null for nobody. */
  readonly reminds: string | null;
  readonly done: boolean;
  readonly at: string;
  readonly version: number;
}

/** At most so many a person in one review: more are not done. */
export const MOST_INTENTIONS = 3;

/** Where in Teams a review was announced: a conversation reference, as JSON. */
export interface ReviewPlace {
  readonly review: string;
  readonly reference: string;
  readonly at: string;
}
