import { FAMILIES, FAMILY_NAMES, type Family, MOVES, type Move, VALENCE, type Valence } from '../model/moves';
import type { MoveGuess, Reading } from '../model/understanding';
import { surenessOf } from './sureness';

/** From which sureness a move, and from which probability a family counts; chosen by `train` on sentences it had not learned from. */
export interface Thresholds {
  readonly moves: Readonly<Record<Move, number>>;
  readonly family: number;
  /** Weights of `surenessOf`; null takes the probability itself. */
  readonly sureness: readonly number[] | null;
}

const FAMILY_MEMBERS: readonly { readonly family: Family; readonly members: readonly number[] }[] =
  FAMILY_NAMES.map((family) => ({ family, members: FAMILIES[family].map((move) => MOVES.indexOf(move)) }));

/** What may be concluded: the likeliest move if it is sure, else the likeliest family if that is, else nothing. */
export function decideReading(probabilities: ArrayLike<number>, thresholds: Thresholds): Reading {
  const best = likeliest(probabilities);
  const move = MOVES[best] ?? 'other';
  const confidence = sureOf(probabilities, best, thresholds.sureness);
  if (confidence >= thresholds.moves[move]) return { kind: 'move', move, confidence };
  const family = likeliestFamily(probabilities);
  if (family.confidence >= thresholds.family && family.family !== null) {
    return { kind: 'family', family: family.family, confidence: family.confidence };
  }
  return { kind: 'unsure' };
}

/** How sure the likeliest move is: learned from signs, or its probability itself. */
export function sureOf(
  probabilities: ArrayLike<number>,
  best: number,
  weights: readonly number[] | null,
): number {
  return weights === null ? (probabilities[best] ?? 0) : surenessOf(probabilities, weights);
}

/** The family with the highest summed probability. */
export function likeliestFamily(probabilities: ArrayLike<number>): {
  family: Family | null;
  confidence: number;
} {
  let best: Family | null = null;
  let highest = 0;
  for (const { family, members } of FAMILY_MEMBERS) {
    let sum = 0;
    for (const member of members) sum += probabilities[member] ?? 0;
    if (sum > highest) {
      highest = sum;
      best = family;
    }
  }
  const other = probabilities[MOVES.indexOf('other')] ?? 0;
  return other > highest
    ? { family: null, confidence: other }
    : { family: best, confidence: Math.min(1, highest) };
}

export function likeliest(probabilities: ArrayLike<number>): number {
  let best = 0;
  for (let at = 1; at < probabilities.length; at += 1) {
    if ((probabilities[at] ?? 0) > (probabilities[best] ?? 0)) best = at;
  }
  return best;
}

/** Moves with at least this probability, best first. */
export function guesses(probabilities: ArrayLike<number>, least: number): readonly MoveGuess[] {
  const found: MoveGuess[] = [];
  for (let at = 0; at < MOVES.length; at += 1) {
    const confidence = probabilities[at] ?? 0;
    const move = MOVES[at];
    if (move !== undefined && confidence >= least) found.push({ move, confidence });
  }
  return found.sort((left, right) => right.confidence - left.confidence);
}

const VALENCES: readonly Valence[] = ['builds', 'neutral', 'breaks'];

/** The likeliest valence: that with the highest summed probability, which need not be that of the likeliest move. */
export function likeliestValence(moves: readonly MoveGuess[]): Valence {
  const sumOf = (valence: Valence): number =>
    moves.reduce((sum, { move, confidence }) => (VALENCE[move] === valence ? sum + confidence : sum), 0);
  return VALENCES.reduce((best, valence) => (sumOf(valence) > sumOf(best) ? valence : best), 'neutral');
}
