import { FAMILIES, MOVES, type Move } from '../../model/moves';
import { likeliest, likeliestFamily, sameFamily, type Thresholds } from '../reading';
import { softmax } from '../softmax';
import type { HeldOut } from './holdOut';
import { MOVE_COUNT, MOVE_INDEX } from './matrix';

/** Blind sentences are closest to what learners type; they weigh this much more than natural ones. */
const BLIND_WEIGHT = 3;
/** Accuracy that kept moves and kept families must reach. */
const MOVE_ACCURACY = 0.8;
const FAMILY_ACCURACY = 0.75;
/** Moves that a persona or a safety criterion reacts to sharply: each must be right at least this often. */
export const CRITICAL: readonly Move[] = [
  'judge',
  'stereotype',
  'threaten',
  'condone',
  'minimise',
  'name-concern',
];
const CRITICAL_PRECISION = 0.7;

/** The temperature that makes held-out labels likeliest. */
export function fitTemperature(held: HeldOut): number {
  let best = 1;
  let lowest = Number.POSITIVE_INFINITY;
  for (let step = 0; step <= 60; step += 1) {
    const temperature = 0.3 + step * 0.05;
    const loss = meanLoss(held, temperature);
    if (loss < lowest) {
      lowest = loss;
      best = temperature;
    }
  }
  return Math.round(best * 100) / 100;
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

/** Chooses the lowest thresholds that keep the demanded accuracy, on held-out sentences. */
export function fitThresholds(held: HeldOut, temperature: number): Thresholds {
  const moves: (Judged & { readonly move: Move })[] = [];
  held.examples.forEach((example, row) => {
    const chances = chancesOf(held, row, temperature);
    const best = likeliest(chances);
    const move = MOVES[best] ?? 'other';
    moves.push({
      move,
      confidence: chances[best] ?? 0,
      right: move === example.primary,
      weight: weightOf(held, row),
    });
  });
  const general = lowestKeeping(moves, MOVE_ACCURACY, 0.3, 20);
  const perMove = Object.fromEntries(
    MOVES.map((move): [Move, number] => {
      if (!CRITICAL.includes(move)) return [move, general];
      const own = moves.filter((judged) => judged.move === move);
      return [move, Math.max(general, lowestAlwaysKeeping(own, CRITICAL_PRECISION))];
    }),
  ) as Record<Move, number>;
  return { moves: perMove, family: familyThreshold(held, temperature, perMove) };
}

function familyThreshold(held: HeldOut, temperature: number, moves: Readonly<Record<Move, number>>): number {
  const judged: Judged[] = [];
  held.examples.forEach((example, row) => {
    const chances = chancesOf(held, row, temperature);
    const best = likeliest(chances);
    if ((chances[best] ?? 0) >= moves[MOVES[best] ?? 'other']) return;
    const { family, confidence } = likeliestFamily(chances);
    if (family === null) return;
    const right = FAMILIES[family].some((member) => sameFamily(member, example.primary));
    judged.push({ confidence, right, weight: weightOf(held, row) });
  });
  return lowestKeeping(judged, FAMILY_ACCURACY, 0.3, 20);
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

function lowestAlwaysKeeping(judged: readonly Judged[], accuracy: number): number {
  return lowestKeeping(judged, accuracy, 0.3, 10);
}
