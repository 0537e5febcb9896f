import type { PersonaUtterance } from './scenario';
import type { Understanding } from './understanding';

/** Meters of the relation, each 0–100. */
export const METERS = ['trust', 'tension', 'understood'] as const;
export type Meter = (typeof METERS)[number];
export type Meters = Readonly<Record<Meter, number>>;
export type MeterChange = Readonly<Partial<Record<Meter, number>>>;

/** How approachable the persona is, derived from the meters. Ordered from far to near. */
export const CLIMATES = ['closed', 'guarded', 'open'] as const;
export type Climate = (typeof CLIMATES)[number];

/** How far the talk has come. Ordered. */
export const PHASES = ['arrival', 'exploring', 'bridging', 'agreeing'] as const;
export type Phase = (typeof PHASES)[number];

export const ENDINGS = ['agreement', 'first-step', 'stalemate', 'walk-out', 'unsafe'] as const;
export type Ending = (typeof ENDINGS)[number];

/** Why the meters moved at one sentence: the named effect rule and what it did after scaling and damping. */
export interface Effect {
  readonly sentence: number;
  readonly rule: string;
  readonly change: Meters;
}

/** A sentence of a reply in which the learner asks about a concern or names it. */
export interface NamedConcern {
  readonly concern: string;
  /** 0-based within the turn. */
  readonly sentence: number;
}

/** One learner's reply and the persona's answer, as recorded. Everything feedback needs is in here. */
export interface Turn {
  /** 1-based within the attempt. */
  readonly number: number;
  readonly text: string;
  readonly understanding: Understanding;
  readonly effects: readonly Effect[];
  readonly before: Meters;
  readonly meters: Meters;
  readonly phase: Phase;
  readonly climate: Climate;
  /** Disclosures that opened in this turn. */
  readonly disclosed: readonly string[];
  /** Concerns that the learner asked about or named for the first time in this turn. */
  readonly raised: readonly string[];
  /** Which sentences name which concern, also when it had come up before; absent in talks from before this was kept. */
  readonly named?: readonly NamedConcern[];
  /** Concerns that have not come up yet after this turn. */
  readonly openConcerns: readonly string[];
  readonly persona: readonly PersonaUtterance[];
  /** Hints the learner asked for just before this turn. */
  readonly hints: number;
  /** The words are one of the examples of level guided. */
  readonly example?: true;
  readonly ending: Ending | null;
}
