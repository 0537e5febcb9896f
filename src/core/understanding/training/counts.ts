import { type Matrix, MOVE_COUNT } from './matrix';

/** Added to every count, so that what never happened is not impossible. */
const SMOOTHED = 0.1;

/**
 * How much rather a feature stands with a move than with the others, as a logarithm, simply from counts (as in
 * multinomial naive Bayes). By itself worse than what is learned step by step, and it errs differently: a little of it
 * steadies rare features. Features × moves.
 */
export function countWeights(
  { rows, offsets, columns }: Matrix,
  targets: Float32Array,
  weights: Float32Array,
  features: number,
): Float32Array {
  const counts = new Float32Array(features * MOVE_COUNT);
  const ofMove = new Float64Array(MOVE_COUNT);
  for (let row = 0; row < rows; row += 1) {
    const to = offsets[row + 1] as number;
    const from = offsets[row] as number;
    for (let move = 0; move < MOVE_COUNT; move += 1) {
      const share = (targets[row * MOVE_COUNT + move] as number) * (weights[row] as number);
      if (share === 0) continue;
      ofMove[move] = (ofMove[move] as number) + share * (to - from);
      for (let at = from; at < to; at += 1) {
        const place = (columns[at] as number) * MOVE_COUNT + move;
        counts[place] = (counts[place] as number) + share;
      }
    }
  }
  return ratiosOf(counts, ofMove, features);
}

function ratiosOf(counts: Float32Array, ofMove: Float64Array, features: number): Float32Array {
  const all = ofMove.reduce((sum, count) => sum + count, 0);
  const unseen = SMOOTHED * features;
  const ratios = new Float32Array(counts.length);
  for (let base = 0; base < counts.length; base += MOVE_COUNT) {
    let ofFeature = 0;
    for (let move = 0; move < MOVE_COUNT; move += 1) ofFeature += counts[base + move] as number;
    for (let move = 0; move < MOVE_COUNT; move += 1) {
      const here = counts[base + move] as number;
      const withMove = (here + SMOOTHED) / ((ofMove[move] as number) + unseen);
      const withOthers = (ofFeature - here + SMOOTHED) / (all - (ofMove[move] as number) + unseen);
      ratios[base + move] = Math.log(withMove / withOthers);
    }
  }
  return ratios;
}
