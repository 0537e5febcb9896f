import { MOVES } from '../../model/moves';
import { GROUPS } from '../features';
import { fingerprint, seededRandom } from '../hash';
import { type MoveModel, quantise } from '../model';
import { fitTemperature, fitThresholds } from './calibrate';
import type { Example } from './example';
import {
  buildMatrix,
  chooseVocabulary,
  MOVE_COUNT,
  MOVE_INDEX,
  type RawMatrix,
  readFeatures,
} from './matrix';
import { scoreRows, trainSoftmax } from './softmax';

/** Settings of training; those here were chosen by leave-one-file-out on all natural and blind files. */
export interface TrainOptions {
  readonly seed: number;
  readonly epochs: number;
  readonly rate: number;
  readonly decay: number;
  /** Part of the target that a secondary label gets. */
  readonly secondary: number;
  /** Weight of an isolated sentence; one in its context weighs 1. */
  readonly isolated: number;
  /** Length of each group's part of a sentence, in the order of GROUPS. */
  readonly scales: readonly number[];
  /** In how many sentences a feature of each group must stand to be kept. */
  readonly least: readonly number[];
  /** Parts into which files are dealt to choose temperature and thresholds. */
  readonly folds: number;
}

export const DEFAULTS: TrainOptions = {
  seed: 20211121,
  epochs: 6,
  rate: 0.3,
  decay: 1e-4,
  secondary: 0.3,
  isolated: 0.4,
  scales: [1, 1, 0.5, 0.5, 0.5],
  least: [2, 3, 2, 3, 3],
  folds: 4,
};

/** Sentences a model had not learned from, with its scores for them. */
export interface HeldOut {
  readonly examples: readonly Example[];
  /** Examples × moves, before temperature. */
  readonly scores: Float32Array;
}

/** Trains on some rows and scores others. */
export function trainAndScore(
  examples: readonly Example[],
  raw: RawMatrix,
  learn: readonly number[],
  test: readonly number[],
  options: TrainOptions,
): Float32Array {
  const fitted = learnFrom(examples, raw, learn, options);
  return scoreRows(fitted.weights, buildMatrix(raw, test, fitted.vocabulary, options.scales));
}

function learnFrom(
  examples: readonly Example[],
  raw: RawMatrix,
  rows: readonly number[],
  options: TrainOptions,
) {
  const vocabulary = chooseVocabulary(raw, rows, options.least);
  const matrix = buildMatrix(raw, rows, vocabulary, options.scales);
  const targets = new Float32Array(rows.length * MOVE_COUNT);
  const weights = new Float32Array(rows.length);
  rows.forEach((row, place) => {
    const example = examples[row] as Example;
    const base = place * MOVE_COUNT;
    const second = example.secondary === null ? 0 : options.secondary;
    targets[base + (MOVE_INDEX.get(example.primary) ?? 0)] = 1 - second;
    if (example.secondary !== null) targets[base + (MOVE_INDEX.get(example.secondary) ?? 0)] = second;
    weights[place] = example.origin === 'isolated' ? options.isolated : 1;
  });
  return { vocabulary, weights: trainSoftmax(matrix, targets, weights, vocabulary.length, options) };
}

/** Deals the files of whole replies into folds and scores each with a model that has not seen them. */
export function crossValidate(examples: readonly Example[], raw: RawMatrix, options: TrainOptions): HeldOut {
  const foldOf = dealFiles(examples, options);
  const held: Example[] = [];
  const parts: Float32Array[] = [];
  for (let fold = 0; fold < options.folds; fold += 1) {
    const learn: number[] = [];
    const test: number[] = [];
    examples.forEach((example, row) => {
      (foldOf.get(example.file) === fold ? test : learn).push(row);
    });
    if (test.length === 0 || learn.length === 0) continue;
    parts.push(trainAndScore(examples, raw, learn, test, options));
    for (const row of test) held.push(examples[row] as Example);
  }
  const scores = new Float32Array(held.length * MOVE_COUNT);
  let at = 0;
  for (const part of parts) {
    scores.set(part, at);
    at += part.length;
  }
  return { examples: held, scores };
}

function dealFiles(examples: readonly Example[], options: TrainOptions): ReadonlyMap<string, number> {
  const names = new Set(
    examples.filter((example) => example.origin !== 'isolated').map((example) => example.file),
  );
  const random = seededRandom(options.seed);
  const order = [...names].sort().map((file) => ({ file, draw: random() }));
  order.sort((left, right) => left.draw - right.draw);
  return new Map(order.map(({ file }, place): [string, number] => [file, place % options.folds]));
}

/** Trains the model that is committed: calibrated on held-out folds, then learned from everything. */
export function train(examples: readonly Example[], options: TrainOptions = DEFAULTS): MoveModel {
  const raw = readFeatures(examples);
  const held = crossValidate(examples, raw, options);
  const temperature = fitTemperature(held);
  const thresholds = fitThresholds(held, temperature);
  const all = examples.map((_, row) => row);
  const { vocabulary, weights } = learnFrom(examples, raw, all, options);
  const { units, bytes } = quantise(weights);
  return {
    head: {
      format: 1,
      corpus: corpusFingerprint(examples),
      seed: options.seed,
      moves: MOVES,
      groups: GROUPS,
      scales: options.scales,
      features: vocabulary.length,
      temperature,
      thresholds,
    },
    vocabulary,
    units,
    weights: bytes,
  };
}

/** Changes with any sentence, label, order or context of the corpus. */
export function corpusFingerprint(examples: readonly Example[]): string {
  return fingerprint(
    examples
      .map(({ file, sentence, primary, secondary }) =>
        [file, sentence.personaLine ?? '', sentence.index, sentence.text, primary, secondary ?? ''].join(
          '\t',
        ),
      )
      .join('\n'),
  );
}
