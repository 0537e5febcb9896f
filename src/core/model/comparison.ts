import type { Ending } from './conversation';
import type { CriterionId, Domain, MarkLevel } from './scoring';

/** How a level stands to the one it is compared with; `seen` and `unseen` begin or end at `not-seen`. */
export const LEVEL_CHANGES = ['same', 'higher', 'lower', 'seen', 'unseen'] as const;
export type LevelChange = (typeof LEVEL_CHANGES)[number];

/** One talk among those that branched from each other. */
export interface ComparedTalk {
  readonly attempt: string;
  /** From 1, in the order in which they began. */
  readonly number: number;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  /** Which talk it was taken up from, and the first turn that was said anew; null for the first. */
  readonly from: { readonly number: number; readonly turn: number } | null;
  readonly finished: boolean;
  readonly ending: Ending | null;
  readonly endingTitle: string | null;
  /** Trust over the turns; the first value is from before the first turn. */
  readonly trust: readonly number[];
  /** Concerns that never came up, in words. */
  readonly missed: readonly string[];
  /** What was said and answered at the turn where it parts; null for the first and while nothing was said there. */
  readonly moment: ComparedMoment | null;
}

export interface ComparedMoment {
  readonly turn: number;
  readonly before: { readonly reply: string; readonly answer: string };
  readonly now: { readonly reply: string; readonly answer: string };
}

export interface ComparedMark {
  readonly level: MarkLevel;
  /** Beside the talk it was taken up from; null for the first. */
  readonly change: LevelChange | null;
}

/** An attempt and everything that was taken up again from it, side by side. */
export interface Comparison {
  readonly scenario: { readonly id: string; readonly title: string; readonly persona: string };
  readonly talks: readonly ComparedTalk[];
  readonly rows: readonly {
    readonly criterion: CriterionId;
    readonly domain: Domain;
    /** One for each talk, in their order. */
    readonly marks: readonly ComparedMark[];
  }[];
}

/** What one talk did otherwise than the one it was taken up from, in short. */
export interface Difference {
  readonly attempt: string;
  readonly turn: number;
  readonly trust: { readonly before: number; readonly now: number };
  readonly ending: { readonly before: string | null; readonly now: string | null };
  /** Concerns that came up now and not before, in words; and the other way round. */
  readonly raised: readonly string[];
  readonly missed: readonly string[];
  readonly higher: readonly ChangedLevel[];
  /** What was seen before and not now is not among these: that is no lower mark. */
  readonly lower: readonly ChangedLevel[];
  readonly sameLevels: boolean;
}

export interface ChangedLevel {
  readonly criterion: CriterionId;
  readonly before: MarkLevel;
  readonly now: MarkLevel;
}
