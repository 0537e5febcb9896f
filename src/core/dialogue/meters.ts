import type { Climate, Effect, METERS, Meter, MeterChange, Meters } from '../model/conversation';
import type { Move } from '../model/moves';
import type { ClimateLimits, EffectTable } from '../model/scenario';
import type { Reading } from '../model/understanding';
import { type Facts, holds, specificity } from './conditions';
import { movesOf, readingKey, valenceOf } from './selectors';

const NOTHING: Meters = { trust: 0, tension: 0, understood: 0 };

/**
 * What a sentence does to the meters, with the rule that says so. A special row replaces the plain effect of the
 * move where its condition holds; the effect is scaled by climate and damped when the same kind of sentence
 * comes again and again (a third "ik begrijp het" is hollow). An unsure sentence does nothing.
 */
export function effectOf(table: EffectTable, facts: Facts, sentence: number): Effect {
  const special = table.special
    .filter((rule) => holds(rule.when, facts))
    .sort((a, b) => specificity(b.when) - specificity(a.when))[0];
  const plain = special?.change ?? plainEffect(table, facts.reading);
  const factor =
    table.scale[facts.climate][valenceOf(facts.reading)] *
    (special && !special.damped ? 1 : damping(table, facts.reading, facts.memory.lately));
  return {
    sentence,
    rule: special?.id ?? plainRule(facts.reading),
    change: mapMeters((meter) => round(eased(meter, plain[meter], facts.memory.meters[meter]) * factor)),
  };
}

/** From this distance to its best or worst value a meter moves in smaller steps. */
const NEAR_BEST = 80;
const NEAR_WORST = 25;

/** Trust grows slower the more there is, and what is nearly lost is not lost at one word. */
function eased(meter: Meter, change: number, value: number): number {
  const better = meter === 'tension' ? change < 0 : change > 0;
  const room = change > 0 ? 100 - value : value;
  return change * Math.min(1, room / (better ? NEAR_BEST : NEAR_WORST));
}

function plainRule(reading: Reading): string {
  return reading.kind === 'move' ? `move:${reading.move}` : readingKey(reading);
}

/** A family lands as the mildest of its moves: nobody is punished for what is not sure. */
function plainEffect(table: EffectTable, reading: Reading): Meters {
  const moves = movesOf(reading);
  if (moves.length === 0) return NOTHING;
  return mapMeters((meter) => mildest(moves.map((move: Move) => table.base[move][meter])));
}

function mildest(values: readonly number[]): number {
  return values.reduce((mild, value) => (Math.abs(value) < Math.abs(mild) ? value : mild));
}

/** `lately` already holds the sentence itself as its last item. */
function damping(table: EffectTable, reading: Reading, lately: readonly Reading[]): number {
  const key = readingKey(reading);
  const repetition = lately.filter((earlier) => readingKey(earlier) === key).length - 1;
  const steps = table.damping;
  return steps[Math.max(0, Math.min(repetition, steps.length - 1))] ?? 1;
}

/** A change that comes of itself, such as the relief of having told something, is eased like any other. */
export function easedChange(change: MeterChange, meters: Meters): Meters {
  return mapMeters((meter) => round(eased(meter, change[meter] ?? 0, meters[meter])));
}

/** Meters stay within 0–100. */
export function moveMeters(meters: Meters, change: MeterChange): Meters {
  return mapMeters((meter) => Math.min(100, Math.max(0, round(meters[meter] + (change[meter] ?? 0)))));
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function mapMeters(value: (meter: (typeof METERS)[number]) => number): Meters {
  return { trust: value('trust'), tension: value('tension'), understood: value('understood') };
}

/** What the meters ask of the climate, without hysteresis. */
export function isOpen(limits: ClimateLimits, meters: Meters, margin = 0): boolean {
  return meters.trust >= limits.open.trust - margin && meters.tension <= limits.open.tension + margin;
}

export function isClosed(limits: ClimateLimits, meters: Meters, margin = 0): boolean {
  return meters.trust <= limits.closed.trust + margin || meters.tension >= limits.closed.tension - margin;
}

/** The climate a talk starts in. */
export function startingClimate(limits: ClimateLimits, meters: Meters): Climate {
  if (isClosed(limits, meters)) return 'closed';
  return isOpen(limits, meters) ? 'open' : 'guarded';
}
