import { familyOf, MOVES, type Move } from '../../model/moves';
import { likeliest, likeliestFamily, type Thresholds } from '../reading';
import { softmax } from '../softmax';
import { SURENESS_SIZE, surenessOf, surenessSigns } from '../sureness';
import type { Origin } from './example';
import type { HeldOut } from './holdOut';
import { fitLogistic } from './logistic';
import { MOVE_COUNT, MOVE_INDEX } from './matrix';

/** Blind sentences are closest to what learners type; they weigh this much more than natural ones. */
const BLIND_WEIGHT = 30;
/** Accuracy that kept moves and kept families must reach; a little above what is asked of replies by new writers. */
const MOVE_ACCURACY = 0.825;
const FAMILY_ACCURACY = 0.75;
/**
 * Moves that a persona or a safety criterion reacts to sharply. Each has the lowest threshold at which it is right
 * often enough by itself: a move that is hardly ever guessed wrongly is not missed for the sake of the others.
 */
export const CRITICAL: readonly Move[] = [
  'judge',
  'stereotype',
  'threaten',
  'condone',
  'minimise',
  'name-concern',
];
/** Sentences of writers who never saw the manual count so many times when a critical move's threshold is chosen. */
const CRITICAL_WEIGHT = 5;
/** No threshold is lower than this. */
const FLOOR = 0.3;
/**
 * How often a critical move must be right, and its lowest threshold. A persona answers a sharp move sharply: below an
 * even chance that would be a guess. A concern that was named and not heard costs the learner most, and hearing one
 * too many costs little, so less is asked of it.
 */
const SHARP = { precision: 0.78, floor: 0.45 };
const CONCERN = { precision: 0.75, floor: 0.4 };
/** Each threshold rests on at least so many sentences. */
const MANY = 20;
const FEW = 10;

/** Temperatures that are tried, in steps of a twentieth. */
const LOWEST = 0.3;
const STEP = 0.05;
const STEPS = 60;

/** The temperature that makes held-out labels likeliest. The loss has one lowest point: halving finds it. */
export function fitTemperature(held: HeldOut): number {
  const at = (step: number) => LOWEST + step * STEP;
  let low = 0;
  let high = STEPS;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (meanLoss(held, at(middle)) <= meanLoss(held, at(middle + 1))) high = middle;
    else low = middle + 1;
  }
  return Math.round(at(low) * 100) / 100;
}

function meanLoss(held: HeldOut, temperature: number): number {
  let loss = 0;
  held.examples.forEach((example, row) => {
    const chances = chancesOf(held, row, temperature);
    loss -=
      weightOf(held, row) * Math.log(Math.max(1e-9, chances[MOVE_INDEX.get(example.primary) ?? 0] ?? 0));
  });
  return loss;
}

function weightOf(held: HeldOut, row: number): number {
  return held.examples[row]?.origin === 'blind' ? BLIND_WEIGHT : 1;
}

/** Calibrated probabilities of one held-out sentence. */
export function chancesOf(held: HeldOut, row: number, temperature: number): Float64Array {
  const chances = Float64Array.from(held.scores.subarray(row * MOVE_COUNT, (row + 1) * MOVE_COUNT));
  softmax(chances, temperature);
  return chances;
}

interface Judged {
  readonly confidence: number;
  readonly right: boolean;
  readonly weight: number;
}

/** Learns what makes a reading sure and chooses the lowest thresholds that keep the demanded accuracy. */
export function fitThresholds(held: HeldOut, temperature: number): Thresholds {
  const chances = held.examples.map((_, row) => chancesOf(held, row, temperature));
  const sureness = fitSureness(held, chances);
  const judged = held.examples.map((example, row) => {
    const own = chances[row] as Float64Array;
    const move = MOVES[likeliest(own)] ?? 'other';
    const right = move === example.primary;
    const { origin } = example;
    return { move, origin, confidence: surenessOf(own, sureness), right, weight: weightOf(held, row) };
  });
  const general = lowestKeeping(judged, MOVE_ACCURACY, FLOOR, MANY);
  const moves = Object.fromEntries(
    MOVES.map((move): [Move, number] => {
      if (!CRITICAL.includes(move)) return [move, general];
      const own = judged.filter((one) => one.move === move);
      const { precision, floor } = move === 'name-concern' ? CONCERN : SHARP;
      return [move, lowestKeeping(own.map(asCritical), precision, floor, FEW)];
    }),
  ) as Record<Move, number>;
  const unsure = held.examples.flatMap((example, row): readonly Judged[] => {
    const one = judged[row];
    const { family, confidence } = likeliestFamily(chances[row] as Float64Array);
    if (!one || one.confidence >= moves[one.move] || family === null) return [];
    return [{ confidence, right: familyOf(example.primary) === family, weight: one.weight }];
  });
  return { moves, family: lowestKeeping(unsure, FAMILY_ACCURACY, FLOOR, MANY), sureness };
}

function asCritical({
  confidence,
  right,
  origin,
}: Omit<Judged, 'weight'> & { readonly origin: Origin }): Judged {
  return { confidence, right, weight: origin === 'blind' || origin === 'plain' ? CRITICAL_WEIGHT : 1 };
}

function fitSureness(held: HeldOut, chances: readonly Float64Array[]): readonly number[] {
  const observations = held.examples.map(({ primary }, row) => {
    const own = chances[row] as Float64Array;
    return {
      signs: surenessSigns(own),
      right: MOVES[likeliest(own)] === primary,
      weight: weightOf(held, row),
    };
  });
  return fitLogistic(observations, SURENESS_SIZE).map((weight) => Math.round(weight * 10_000) / 10_000);
}

/** The lowest threshold at which everything above it is right often enough on the whole. */
function lowestKeeping(judged: readonly Judged[], accuracy: number, floor: number, least: number): number {
  const order = [...judged].sort((left, right) => right.confidence - left.confidence);
  let right = 0;
  let total = 0;
  let chosen = 0.95;
  order.forEach((one, place) => {
    total += one.weight;
    if (one.right) right += one.weight;
    if (place >= least && right / total >= accuracy && one.confidence >= floor) chosen = one.confidence;
  });
  return Math.ceil(chosen * 1000) / 1000;
}
