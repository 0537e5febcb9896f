import type { Ending, Meter } from './conversation';
import type { HelpLine } from './scenario';
import type { AttentionPoint, CriterionId, CriterionMark, Domain, MarkLevel, Tip } from './scoring';
import type { Span } from './understanding';

/** How a talk ended: one of the endings, and the name of the reason. */
export interface Outcome {
  readonly ending: string | null;
  readonly reason: string | null;
}

/** What the debrief needs to know of an attempt beside its turns: as it lives in a session, or as it was stored. */
export type DebriefAttempt = {
  readonly id: string;
  /** Answers to the preparation questions, by question. */
  readonly preparation: Readonly<Partial<Record<string, string>>>;
} & (Outcome | { readonly rolePlay: Outcome });

/** Everything the feedback on one talk says, without the words of any language but those of the scenario. */
export interface Debrief {
  readonly attempt: string;
  readonly scenario: { readonly id: string; readonly title: string; readonly persona: string };
  readonly ending: DebriefEnding;
  /** What was agreed, what was proposed, and what stayed open. */
  readonly settled: Settled;
  /** The sentences that did most harm, in the order of the talk. */
  readonly harms: readonly Harm[];
  /** What happened, in order. */
  readonly story: readonly StoryBeat[];
  readonly attention: readonly TouchedPoint[];
  /** Concerns that never came up; said before anything else. */
  readonly missedConcerns: readonly MissedConcern[];
  /** Whether enough was said for marks. */
  readonly enoughSaid: boolean;
  readonly meters: readonly MeterLine[];
  readonly turningPoints: readonly TurningPoint[];
  readonly domains: readonly { readonly domain: Domain; readonly marks: readonly CriterionMark[] }[];
  readonly keep: readonly Highlight[];
  readonly practise: Practice | null;
  readonly weakest: WeakMoment | null;
  /** What opened up, and what never did with what would have opened it. */
  readonly told: readonly string[];
  readonly untold: readonly { readonly told: string; readonly key: string }[];
  readonly unsure: readonly { readonly turn: number; readonly sentence: number; readonly quote: string }[];
  readonly preparation: readonly { readonly question: string; readonly answer: string }[];
  readonly transcript: readonly TranscriptTurn[];
  /** How often a hint was asked, and an example said word for word. */
  readonly hints: number;
  readonly examples: number;
  readonly helpLines: readonly HelpLine[];
  readonly sources: readonly string[];
}

/** Something that happened in the talk; its words live under `pages.debrief.story`. */
export interface StoryBeat {
  readonly kind:
    | 'beganWithContact'
    | 'beganWithQuestion'
    | 'beganWithMatter'
    | 'beganHard'
    | 'openedUp'
    | 'closedOff'
    | 'concernInContact'
    | 'concernEarly'
    | 'concernLate'
    | 'repaired'
    | 'told'
    | 'toldNothing';
  readonly turn: number;
  readonly values: Readonly<Record<string, string | number>>;
}

/** An attention point of the case-discussion tool, and where the learner first touched it. */
export interface TouchedPoint {
  readonly point: AttentionPoint;
  readonly touched: { readonly turn: number; readonly quote: string } | null;
}

export interface DebriefEnding {
  /** Null when the talk was broken off. */
  readonly ending: Ending | null;
  readonly title: string | null;
  readonly story: string | null;
  readonly reason: string | null;
}

/** Only what was said: the learner's words, and the persona's. */
export interface Settled {
  /** The persona said yes to it, or said it himself. */
  readonly agreed: readonly SpokenMatter[];
  /** The learner spoke of it; the answer was no plain yes. */
  readonly proposed: readonly SpokenMatter[];
  /** The persona said yes to it on a condition, in the words of `his`. */
  readonly conditional: readonly SpokenMatter[];
  readonly open: readonly { readonly id: string; readonly label: string; readonly vital: boolean }[];
}

export interface SpokenMatter {
  readonly id: string;
  readonly label: string;
  readonly turn: number;
  /** The learner's words; null when the persona began about it. */
  readonly yours: string | null;
  readonly his: string;
  readonly vital: boolean;
}

/** A sentence of the learner that did harm, with the indicator it fits. */
export interface Harm {
  readonly rule: string;
  readonly turn: number;
  /** 0-based within the turn. */
  readonly sentence: number;
  readonly quote: string;
  /** It left somebody in danger, kind as it may have sounded. */
  readonly unsafe: boolean;
}

export interface MissedConcern {
  readonly id: string;
  readonly label: string;
  readonly missed: string;
  /** It was said, but only as a reproach. */
  readonly blamed: boolean;
  /** The words that touched it and hid it; null when nothing did. */
  readonly softly: { readonly turn: number; readonly quote: string } | null;
  /** How it may be said; null when the scenario has no words for that. */
  readonly say: string | null;
}

/** A meter over the turns; the first value is from before the first turn. */
export interface MeterLine {
  readonly meter: Meter;
  readonly values: readonly number[];
}

/** A turn in which trust changed much, with the effects that did most of it. */
export interface TurningPoint {
  readonly turn: number;
  readonly from: number;
  readonly to: number;
  readonly causes: readonly Cause[];
}

export interface Cause {
  /** Id of the effect rule. */
  readonly rule: string;
  /** The plain rule of the same sentence, for a rule that has no words of its own; null when it says the opposite. */
  readonly plain: string | null;
  readonly quote: string;
}

/** Something done well, with the words that show it. */
export interface Highlight {
  readonly criterion: CriterionId;
  readonly domain: Domain;
  readonly level: MarkLevel;
  /** The indicator, or `repair` for what was made good. */
  readonly rule: string;
  readonly turn: number;
  /** 0-based within the turn. */
  readonly sentence: number;
  /** '' for a silence. */
  readonly quote: string;
  /** The concern that this sentence brought up; '' when it brought up none. */
  readonly about: string;
}

/**
 * Why this is the thing to practise: a danger unspoken, a sentence that did harm, something left open or without a yes, or
 * a mark.
 */
export type Gap = 'concern' | 'harm' | 'open' | 'unanswered' | 'mark';

/** The one thing to practise. */
export interface Practice {
  readonly criterion: CriterionId;
  readonly domain: Domain;
  readonly level: MarkLevel;
  readonly tip: Tip;
  /** What spoke most against it; null when it was hardly shown. */
  readonly against: Harm | null;
  readonly gap: Gap;
  /** What stayed open or without a yes; '' unless that is the gap. */
  readonly open: string;
  /** Other turns with the same slip, in order: a habit is no single slip. */
  readonly also: readonly number[];
  /** A moment at which it would have fitted; null when there is a sentence to learn from, or none was left. */
  readonly chance: Chance | null;
}

/** A moment at which the other opened up and this was not tried next. */
export interface Chance {
  readonly turn: number;
  /** What the other then said last. */
  readonly said: string;
}

export interface WeakMoment {
  readonly turn: number;
  /** What the persona had said just before; null at the first turn. */
  readonly before: string | null;
  readonly reply: string;
  /** The sentence that weighed most, 0-based, and its words. */
  readonly sentence: number;
  readonly span: Span;
  /** The indicator they fit; its words say what to try instead. */
  readonly rule: string;
  readonly answer: string;
  /** Other replies in different styles, to read after an own try. */
  readonly alternatives: readonly string[];
}

export interface TranscriptTurn {
  readonly turn: number;
  readonly reply: string;
  readonly persona: string;
}
