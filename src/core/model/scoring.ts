import type { MoveSelector } from './condition';
import type { Climate, Phase } from './conversation';
import type { Span } from './understanding';

/** The four domains of KIS 2021 §1.3 and their fourteen criteria. */
export const CRITERIA_BY_DOMAIN = {
  selfAwareness: ['Z1'],
  knowledge: ['K1', 'K2', 'K3'],
  attitude: ['H1', 'H2', 'H3', 'H4', 'H5'],
  skills: ['V1', 'V2', 'V3', 'V4', 'V5'],
} as const;

export type Domain = keyof typeof CRITERIA_BY_DOMAIN;
export type CriterionId = (typeof CRITERIA_BY_DOMAIN)[Domain][number];

export const DOMAINS = Object.keys(CRITERIA_BY_DOMAIN) as readonly Domain[];
export const CRITERIA: readonly CriterionId[] = DOMAINS.flatMap((domain): CriterionId[] => [
  ...CRITERIA_BY_DOMAIN[domain],
]);

/** Lowest first; `not-seen` is no mark at all. */
export const LEVELS = ['not-seen', 'begin', 'developing', 'competent', 'strong'] as const;
export type MarkLevel = (typeof LEVELS)[number];

/**
 * One thing in a conversation that speaks for or against a criterion, as data.
 * `when` looks at the sentence, at where it stood, and at what came before it; nothing else may count.
 */
export interface Indicator {
  readonly id: string;
  /** True speaks for the criterion, false against it. */
  readonly for: boolean;
  readonly moves: readonly MoveSelector[];
  readonly topics?: readonly string[];
  readonly phase?: readonly Phase[];
  readonly climate?: readonly Climate[];
  /** Order: at least this many earlier sentences by these moves (in earlier turns or this one). */
  readonly after?: { readonly moves: readonly MoveSelector[]; readonly min: number };
  /** Order: fewer than this many earlier sentences by these moves. */
  readonly before?: { readonly moves: readonly MoveSelector[]; readonly min: number };
  /** Only sentences that raise a concern, or only replies without jargon, etc. */
  readonly needs?: 'raises-concern' | 'names-concern' | 'no-apology' | 'lets-pass' | 'plain-words' | 'jargon';
  /** Points of its first evidence; each further one counts half of the one before. */
  readonly points: number;
  /** How much it mattered in a talk, 1–10; what has none is never among the things to keep. */
  readonly praise?: number;
}

export interface Tip {
  /** Key of its words under `tips` in the locale. */
  readonly id: string;
  /** E.g. "KIS 2021, Bijlage 1, punt 9". */
  readonly source: string;
}

export interface Criterion {
  readonly id: CriterionId;
  readonly domain: Domain;
  readonly indicators: readonly Indicator[];
  /** Points from which each level is reached; below `developing` it is `begin`. */
  readonly thresholds: { readonly developing: number; readonly competent: number; readonly strong: number };
  readonly tip: Tip;
  /** The tip only helps when the learner touched one of these topics. */
  readonly tipWhen?: readonly string[];
  readonly source: string;
}

/** The attention points of the case-discussion tool (KIS 2021, Bijlage 1). */
export const ATTENTION_POINTS = [5, 6, 7, 8, 9, 10, 11] as const;
export type AttentionPoint = (typeof ATTENTION_POINTS)[number];

/** By which sentences an attention point is touched; several rows for one point add up. */
export interface AttentionRow {
  readonly point: AttentionPoint;
  readonly moves: readonly MoveSelector[];
  readonly topics?: readonly string[];
}

export interface Rubric {
  readonly version: number;
  readonly attention: readonly AttentionRow[];
  readonly criteria: readonly Criterion[];
  /** Fewer sentences than this in the whole talk, fillers (`other`) left out: everything is `not-seen`. */
  readonly enoughSentences: number;
  /** After this many turns a concern that did not come up keeps V5 at `begin`. */
  readonly concernTurns: number;
  /** What is left of a breaking sentence after it was repaired, 0–1. */
  readonly repaired: number;
  /** What can be made good at all: an apology mends a hurt, it does not take back advice or a danger let pass. */
  readonly repairable: readonly MoveSelector[];
  /** What repairs: these moves, in the same turn after it or in the next. */
  readonly repairedBy: readonly MoveSelector[];
}

/** Words of the learner that a mark rests on. */
export interface Evidence {
  /** Turn number, from 1. */
  readonly turn: number;
  readonly sentence: number;
  /** Place in the learner's reply of that turn. */
  readonly span: Span;
  /** The learner's literal words. */
  readonly quote: string;
  /** The indicator's id. */
  readonly rule: string;
  readonly for: boolean;
  readonly points: number;
  readonly repaired: boolean;
}

export interface CriterionMark {
  readonly id: CriterionId;
  readonly domain: Domain;
  readonly level: MarkLevel;
  readonly points: number;
  readonly evidence: readonly Evidence[];
  readonly tip: Tip;
}

export interface Scorecard {
  readonly rubricVersion: number;
  readonly criteria: readonly CriterionMark[];
  /** Concerns that never came up; said at the top of the card. */
  readonly missedConcerns: readonly string[];
  /** Sentences nobody could read surely: shown as open. */
  readonly unsure: readonly {
    readonly turn: number;
    readonly sentence: number;
    readonly span: Span;
    readonly quote: string;
  }[];
  /** How often the learner asked for a hint; it weighs nothing. */
  readonly hints: number;
  /** Turns in which an example was said word for word; it weighs nothing. */
  readonly examples: number;
}
