import type { Ask, Condition, MoveSelector, Range } from '../model/condition';
import { type Climate, METERS, type Meters, type Phase } from '../model/conversation';
import { FAMILIES, type Family, MOVES, VALENCE } from '../model/moves';
import type { RolePlayMemory } from '../model/session';
import type { Reading } from '../model/understanding';
import { matchesAny } from './selectors';

/** Everything a condition may look at: the sentence at hand and the state of the talk. */
export interface Facts {
  readonly reading: Reading;
  readonly topics: readonly string[];
  /** The topics were not named but taken over from the turn before. */
  readonly followUp?: boolean;
  /** What the sentence asks for, by its form. */
  readonly ask?: Ask | null;
  /** It lays two things before the persona to choose from. */
  readonly choice?: boolean;
  /** How often this very question was asked before. */
  readonly repeats?: number;
  /** It takes up what the persona said right before. */
  readonly echoes?: boolean;
  readonly phase: Phase;
  readonly climate: Climate;
  readonly memory: RolePlayMemory;
}

/** Whether all parts of a condition hold. An empty condition always does. */
export function holds(condition: Condition, facts: Facts): boolean {
  const { memory } = facts;
  return (
    (!condition.moves || matchesAny(condition.moves, facts.reading)) &&
    (!condition.topics || overlap(condition.topics, facts.topics)) &&
    (!condition.asks || (!!facts.ask && condition.asks.includes(facts.ask))) &&
    (condition.choice === undefined || condition.choice === (facts.choice ?? false)) &&
    (!condition.climate || condition.climate.includes(facts.climate)) &&
    (!condition.phase || condition.phase.includes(facts.phase)) &&
    (!condition.meters || metersWithin(condition.meters, memory.meters)) &&
    (!condition.disclosed || condition.disclosed.every((id) => memory.disclosed.includes(id))) &&
    !condition.hidden?.some((id) => memory.disclosed.includes(id)) &&
    within(condition.disclosures, memory.disclosed.length) &&
    (!condition.raised || condition.raised.every((id) => memory.raised.includes(id))) &&
    !condition.unraised?.some((id) => memory.raised.includes(id)) &&
    within(condition.concerns, memory.raised.length) &&
    within(condition.turn, memory.turn) &&
    (!condition.count || condition.count.every((part) => within(part, countOf(part.moves, memory.counts)))) &&
    (!condition.streak || inStreak(condition.streak, memory.lately)) &&
    (!condition.previous || matchesAny(condition.previous, memory.previous)) &&
    (!condition.asked || within(condition.asked, timesAsked(condition, facts))) &&
    within(condition.repeated, facts.repeats ?? 0) &&
    (!condition.said || condition.said.every((id) => id in memory.used)) &&
    !condition.unsaid?.some((id) => id in memory.used) &&
    (!condition.follows || condition.follows.some((line) => saidRightBefore(line, memory))) &&
    (!condition.settled || condition.settled.every((id) => memory.settled?.includes(id))) &&
    within(condition.silent, memory.silent) &&
    within(condition.puzzled, memory.puzzled)
  );
}

/**
 * How specific a condition is: one point a part, and half a point more where it names a single move, so that
 * `acknowledge` goes before `family:recognition` and that before `any:builds`.
 */
export function specificity(condition: Condition): number {
  const parts = Object.keys(condition).length;
  return parts + Math.max(0, ...(condition.moves ?? []).map(selectorWeight));
}

function selectorWeight(selector: MoveSelector): number {
  if (selector.startsWith('any:')) return 0;
  return selector.startsWith('family:') ? 0.25 : 0.5;
}

/** Sentences counted under a set of selectors; a sentence in two of them counts once. */
export function countOf(
  selectors: readonly MoveSelector[],
  counts: Readonly<Record<string, number>>,
): number {
  const keys = new Set(selectors.flatMap(keysOf));
  let total = 0;
  for (const key of keys) total += counts[key] ?? 0;
  return total;
}

function keysOf(selector: MoveSelector): readonly string[] {
  return KEYS.get(selector) ?? [selector];
}

const KEYS = new Map<string, readonly string[]>([
  ...(Object.entries(FAMILIES) as [Family, readonly string[]][]).map(
    ([family, moves]): [string, readonly string[]] => [`family:${family}`, [...moves, `family:${family}`]],
  ),
  ...(['builds', 'neutral', 'breaks'] as const).map((valence): [string, readonly string[]] => [
    `any:${valence}`,
    [
      ...MOVES.filter((move) => VALENCE[move] === valence),
      ...(Object.entries(FAMILIES) as [Family, readonly (keyof typeof VALENCE)[]][])
        .filter(([, moves]) => moves.every((move) => VALENCE[move] === valence))
        .map(([family]) => `family:${family}`),
    ],
  ]),
]);

function within(range: Range | undefined, value: number): boolean {
  return !range || ((range.min ?? -Infinity) <= value && value <= (range.max ?? Infinity));
}

function metersWithin(ranges: NonNullable<Condition['meters']>, meters: Meters): boolean {
  return METERS.every((meter) => within(ranges[meter], meters[meter]));
}

function overlap(wanted: readonly string[], present: readonly string[]): boolean {
  return wanted.some((item) => present.includes(item));
}

/** Whether a line, or only its n-th variant (`line/2`), was said in the answer before this turn. */
function saidRightBefore(line: string, { used, turn }: RolePlayMemory): boolean {
  const [id = line, nth] = line.split('/');
  const use = used[id];
  if (!use || use.lastTurn !== turn - 1) return false;
  return nth === undefined || use.variants.at(-1) === Number(nth) - 1;
}

function inStreak(streak: NonNullable<Condition['streak']>, lately: readonly Reading[]): boolean {
  return (
    lately.length >= streak.min &&
    lately.slice(-streak.min).every((reading) => matchesAny(streak.moves, reading))
  );
}

/** Going on about something is not asking it again. */
function timesAsked(condition: Condition, facts: Facts): number {
  if (facts.followUp) return 0;
  const topics = condition.topics ? facts.topics.filter((t) => condition.topics?.includes(t)) : facts.topics;
  return Math.max(0, ...topics.map((topic) => facts.memory.touched[topic] ?? 0));
}
