import { type FeatureWeights, type HiddenPart, quantise } from '../model';
import { addTimes, inSteps, mixNet } from '../scorer';
import { countWeights } from './counts';
import type { Example } from './example';
import { trainHidden } from './hidden';
import { learn, lessonsOf } from './learn';
import { buildMatrix, type FeatureTable, MOVE_COUNT } from './matrix';
import type { TrainOptions } from './options';

/** Two readings that are mixed: a linear one, with a little of mere counts, and a net over the same features. */
export interface Mixed {
  /** Weights for the moves, and after them for the units of the net, as coarse as they are kept. */
  readonly full: FeatureWeights;
  readonly hidden: HiddenPart;
}

/** Learns both readings from some rows. */
export function learnMixed(
  examples: readonly Example[],
  tables: readonly FeatureTable[],
  rows: readonly number[],
  options: TrainOptions,
): Mixed {
  const { vocabulary, weights: learned } = learn(examples, tables, rows, options);
  const matrix = buildMatrix(tables, rows, vocabulary, options.scales);
  const { targets, weights } = lessonsOf(examples, rows, options);
  const counted = countWeights(matrix, targets, weights, vocabulary.length);
  const share = options.counted / (1 - options.hiddenShare);
  const linear = learned.map((weight, at) => weight + share * (counted[at] as number));
  const { input, after } = trainHidden(matrix, targets, weights, vocabulary.length, {
    ...options.hidden,
    seed: options.seed,
  });
  const { units } = options.hidden;
  const together = sideBySide(linear, MOVE_COUNT, input, units);
  return { full: quantise(vocabulary, together, MOVE_COUNT + units, options.coarse), hidden: after };
}

/** Features × (left + right outcomes). */
function sideBySide(left: Float32Array, lefts: number, right: Float32Array, rights: number): Float32Array {
  const features = left.length / lefts;
  const both = new Float32Array(left.length + right.length);
  for (let feature = 0; feature < features; feature += 1) {
    const at = feature * (lefts + rights);
    both.set(left.subarray(feature * lefts, (feature + 1) * lefts), at);
    both.set(right.subarray(feature * rights, (feature + 1) * rights), at + lefts);
  }
  return both;
}

/** Mixed scores of some rows: rows × moves. */
export function scoreMixed(
  { full: { vocabulary, weights, steps }, hidden }: Mixed,
  tables: readonly FeatureTable[],
  rows: readonly number[],
  { scales, hiddenShare }: TrainOptions,
): Float32Array {
  const matrix = buildMatrix(tables, rows, vocabulary, scales);
  const all = new Float32Array(rows.length * MOVE_COUNT);
  const scores = new Float64Array(steps.length);
  for (let row = 0; row < matrix.rows; row += 1) {
    scores.fill(0);
    const to = matrix.offsets[row + 1] as number;
    for (let at = matrix.offsets[row] as number; at < to; at += 1) {
      const base = (matrix.columns[at] as number) * steps.length;
      addTimes(scores, matrix.values[at] as number, weights, base);
    }
    inSteps(scores, steps);
    mixNet(scores, hidden, hiddenShare);
    all.set(scores.subarray(0, MOVE_COUNT), row * MOVE_COUNT);
  }
  return all;
}
