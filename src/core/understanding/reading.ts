import { FAMILIES, FAMILY_NAMES, type Family, familyOf, MOVES, type Move } from '../model/moves';
import type { MoveGuess, Reading } from '../model/understanding';

/** From which probability a move or a family is sure; chosen by `train` on sentences it had not learned from. */
export interface Thresholds {
  readonly moves: Readonly<Record<Move, number>>;
  readonly family: number;
}

const FAMILY_MEMBERS: readonly { readonly family: Family; readonly members: readonly number[] }[] =
  FAMILY_NAMES.map((family) => ({ family, members: FAMILIES[family].map((move) => MOVES.indexOf(move)) }));

/** What may be concluded: the likeliest move if it is sure, else the likeliest family if that is, else nothing. */
export function decideReading(probabilities: ArrayLike<number>, thresholds: Thresholds): Reading {
  const best = likeliest(probabilities);
  const move = MOVES[best] ?? 'other';
  const confidence = probabilities[best] ?? 0;
  if (confidence >= thresholds.moves[move]) return { kind: 'move', move, confidence };
  const family = likeliestFamily(probabilities);
  if (family.confidence >= thresholds.family && family.family !== null) {
    return { kind: 'family', family: family.family, confidence: family.confidence };
  }
  return { kind: 'unsure' };
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

/** Whether two moves stand in the same family; `other` only with itself. */
export function sameFamily(one: Move, another: Move): boolean {
  return one === another || (familyOf(one) !== null && familyOf(one) === familyOf(another));
}
