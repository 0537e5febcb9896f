import type { Example } from './example';
import { type HiddenNet, trainHidden } from './hidden';
import { scoreHiddenRows } from './hiddenScores';
import { keepStrongest, type Learned, learn, lessonsOf } from './learn';
import { buildMatrix, type FeatureTable } from './matrix';
import type { TrainOptions } from './options';
import { scoreRows } from './softmax';

/** Two readings that are mixed: a linear one, and a net over the features that weigh most in it. */
export interface Mixed {
  readonly linear: Learned;
  readonly vocabulary: Int32Array;
  readonly net: HiddenNet;
}

/** Learns both readings from some rows. */
export function learnMixed(
  examples: readonly Example[],
  tables: readonly FeatureTable[],
  rows: readonly number[],
  options: TrainOptions,
): Mixed {
  const linear = learn(examples, tables, rows, options);
  const { vocabulary } = keepStrongest(linear, options.hiddenKept);
  const matrix = buildMatrix(tables, rows, vocabulary, options.scales);
  const { targets, weights } = lessonsOf(examples, rows, options);
  const net = trainHidden(matrix, targets, weights, vocabulary.length, {
    ...options.hidden,
    seed: options.seed,
  });
  return { linear, vocabulary, net };
}

/** Mixed scores of some rows: rows × moves. */
export function scoreMixed(
  { linear, vocabulary, net }: Mixed,
  tables: readonly FeatureTable[],
  rows: readonly number[],
  { scales, hiddenShare }: TrainOptions,
): Float32Array {
  const scores = scoreRows(linear.weights, buildMatrix(tables, rows, linear.vocabulary, scales));
  const deep = scoreHiddenRows(net, buildMatrix(tables, rows, vocabulary, scales));
  return scores.map((score, at) => (1 - hiddenShare) * score + hiddenShare * (deep[at] as number));
}
