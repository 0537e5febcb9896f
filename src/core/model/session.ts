import type { Climate, Ending, Meters, Phase } from './conversation';
import type { Reading } from './understanding';

/** With three examples each turn; with hints when asked; with nothing. */
export const PRACTICE_LEVELS = ['guided', 'practise', 'independent'] as const;
export type PracticeLevel = (typeof PRACTICE_LEVELS)[number];

export const LOCALES = ['nl', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/** How the coach speaks to the learner: the i18next context. */
export type Address = 'je' | 'u';

export const STAGES = [
  'choosing',
  'briefing',
  'preparing',
  'playing',
  'debriefing',
  'reflecting',
  'closed',
] as const;
export type Stage = (typeof STAGES)[number];

/** The questions of KIS 2021, Bijlage 1, 1–4. */
export const PREPARATION_QUESTIONS = [
  'facts',
  'thoughts',
  'feelings',
  'intention',
  'ownFrame',
  'otherFrame',
  'know',
  'do',
  'how',
] as const;
export type PreparationQuestion = (typeof PREPARATION_QUESTIONS)[number];

/** The three steps of the bridge model (Haags Steunsysteem 2023). */
export const REFLECTION_QUESTIONS = ['theirValues', 'myValues', 'priority'] as const;
export type ReflectionQuestion = (typeof REFLECTION_QUESTIONS)[number];

export type Answers<Question extends string> = Readonly<Partial<Record<Question, string>>>;

/** Which lines were used, for "never the same line twice until all are used". */
export interface LineUse {
  /** Variant numbers in order of use. */
  readonly variants: readonly number[];
  readonly lastTurn: number;
}

/** What the role-play remembers. Its size is bounded by the scenario, not by the length of the talk. */
export interface RolePlayMemory {
  readonly turn: number;
  readonly meters: Meters;
  /** Sentences so far, by move, `family:…` or `unsure`. */
  readonly counts: Readonly<Record<string, number>>;
  /** The latest readings, newest last; a few are enough for rows and repetition. */
  readonly lately: readonly Reading[];
  /** The weightiest reading of the learner's previous turn. */
  readonly previous: Reading;
  readonly disclosed: readonly string[];
  readonly raised: readonly string[];
  /** Turns in which a topic came up. */
  readonly touched: Readonly<Record<string, number>>;
  readonly used: Readonly<Record<string, LineUse>>;
  /** Matters to which the persona said yes; absent in talks from before this was kept. */
  readonly settled?: readonly string[];
  /** What the talk is about now: the topics of the latest reply that named any. */
  readonly subject: readonly string[];
  /** What was named last of the things that "hij" may go with. */
  readonly thing?: string | null;
  /** The words of the latest questions, newest last. */
  readonly questions?: readonly string[];
  readonly silent: number;
  readonly puzzled: number;
  /** What the persona said last, as context for reading the next reply. */
  readonly lastSaid: string;
}

/** A role-play as plain JSON. */
export interface RolePlayState {
  readonly phase: Phase;
  readonly climate: Climate;
  readonly ending: Ending | null;
  readonly reason: string | null;
  readonly memory: RolePlayMemory;
}

/** Where an attempt was taken up again from another: that one's turns before `turn` were copied. */
export interface BranchPoint {
  readonly attempt: string;
  /** The first turn that is said anew, from 1. */
  readonly turn: number;
}

/** Places in the scenario's reply bank. Nothing is shown twice in one attempt. */
export interface ExamplesShown {
  readonly shown: readonly number[];
  /** Those that may be picked now, in the order in which they are listed. */
  readonly offered: readonly number[];
}

export interface Attempt {
  readonly id: string;
  readonly scenario: string;
  /** Hash of the content it was played with. */
  readonly content: string;
  readonly level: PracticeLevel;
  readonly preparation: Answers<PreparationQuestion>;
  readonly reflection: Answers<ReflectionQuestion>;
  readonly rolePlay: RolePlayState;
  /** Hints asked since the last turn. */
  readonly hints: number;
  /** Only at level guided. */
  readonly examples?: ExamplesShown;
  /** Absent when it began at the beginning. */
  readonly branchOf?: BranchPoint;
  /** The assignment it was begun for; absent when it was begun without naming one. */
  readonly homework?: string;
}

/** Everything of one conversation that must survive between two messages. */
export interface Session {
  readonly conversation: string;
  readonly learner: string;
  readonly version: number;
  readonly stage: Stage;
  readonly paused: boolean;
  readonly locale: Locale;
  readonly address: Address;
  readonly attempt: Attempt | null;
}
