import type { WordClasses } from '../features/classes';
import { addGuesses, createFirstReader, createFullReader, NO_NEIGHBOURS } from '../features/reader';
import { createSink } from '../features/sink';
import { seededRandom } from '../hash';
import { softmax } from '../softmax';
import type { Example } from './example';
import {
  buildMatrix,
  chooseVocabulary,
  collectFeatures,
  type FeatureTable,
  MOVE_COUNT,
  MOVE_INDEX,
} from './matrix';
import type { TrainOptions } from './options';
import { scoreRows, trainSoftmax } from './softmax';

/** Weights before they are rounded: features × moves over a vocabulary. */
export interface Learned {
  readonly vocabulary: Int32Array;
  readonly weights: Float32Array;
}

/** What a first look at every example sees; read once, used for every split. */
export function readFirst(examples: readonly Example[]): FeatureTable {
  const read = createFirstReader();
  return collectFeatures(examples.length, (row) => read((examples[row] as Example).sentence).sink);
}

/** Learns the first look from some rows. */
export function learnFirst(
  examples: readonly Example[],
  first: FeatureTable,
  rows: readonly number[],
  options: TrainOptions,
): Learned {
  return learn(examples, [first], rows, {
    ...options,
    epochs: options.firstEpochs,
    averaged: Math.max(1, options.firstEpochs - 1),
    kept: options.firstKept,
  });
}

/**
 * Probabilities of a first look at each of the rows, always by a model that did not learn from the row's file.
 * Examples × moves; rows that were not asked for, and sentences that stand alone, stay zero.
 */
export function firstLooks(
  examples: readonly Example[],
  first: FeatureTable,
  rows: readonly number[],
  options: TrainOptions,
): Float32Array {
  const looks = new Float32Array(examples.length * MOVE_COUNT);
  const foldOf = dealFiles(examples, rows, options.firstFolds, options.seed + 1);
  for (let fold = 0; fold < options.firstFolds; fold += 1) {
    const test = rows.filter((row) => foldOf.get((examples[row] as Example).file) === fold);
    const learned = rows.filter((row) => foldOf.get((examples[row] as Example).file) !== fold);
    if (test.length === 0 || learned.length === 0) continue;
    lookAt(looks, first, test, learnFirst(examples, first, learned, options), options);
  }
  return looks;
}

/** Fills in the probabilities that a learned first look gives to some rows. */
export function lookAt(
  looks: Float32Array,
  first: FeatureTable,
  rows: readonly number[],
  learned: Learned,
  options: TrainOptions,
): void {
  const scores = scoreRows(learned.weights, buildMatrix([first], rows, learned.vocabulary, options.scales));
  rows.forEach((row, place) => {
    const chances = scores.slice(place * MOVE_COUNT, (place + 1) * MOVE_COUNT);
    softmax(chances);
    looks.set(chances, row * MOVE_COUNT);
  });
}

/** Everything about every example but what the first look makes of its neighbours; read once. */
export function readFull(examples: readonly Example[], known: WordClasses): FeatureTable {
  const read = createFullReader(known);
  return collectFeatures(
    examples.length,
    (row) => read((examples[row] as Example).sentence, NO_NEIGHBOURS).sink,
  );
}

/** What first looks made of the neighbours of every example. */
export function readGuesses(examples: readonly Example[], looks: Float32Array): FeatureTable {
  const sink = createSink();
  const lookOf = (row: number): Float32Array => looks.subarray(row * MOVE_COUNT, (row + 1) * MOVE_COUNT);
  return collectFeatures(examples.length, (row) => {
    const { previous, next } = (examples[row] as Example).sentence;
    sink.count = 0;
    addGuesses(sink, {
      before: previous === null ? null : lookOf(row - 1),
      after: next === null ? null : lookOf(row + 1),
    });
    return sink;
  });
}

/** Learns weights from some rows. */
export function learn(
  examples: readonly Example[],
  tables: readonly FeatureTable[],
  rows: readonly number[],
  options: TrainOptions,
): Learned {
  const vocabulary = chooseVocabulary(tables, rows, options.least);
  const matrix = buildMatrix(tables, rows, vocabulary, options.scales);
  const { targets, weights } = lessonsOf(examples, rows, options);
  const learned = trainSoftmax(matrix, targets, weights, vocabulary.length, options);
  return keepStrongest({ vocabulary, weights: learned }, options.kept);
}

/** What each row should be read as, and how much it weighs. */
export function lessonsOf(
  examples: readonly Example[],
  rows: readonly number[],
  options: TrainOptions,
): { readonly targets: Float32Array; readonly weights: Float32Array } {
  const targets = new Float32Array(rows.length * MOVE_COUNT);
  const weights = new Float32Array(rows.length);
  rows.forEach((row, place) => {
    const { primary, secondary, origin } = examples[row] as Example;
    const base = place * MOVE_COUNT;
    const second = secondary === null ? 0 : options.secondary;
    targets[base + (MOVE_INDEX.get(primary) ?? 0)] = 1 - second;
    if (secondary !== null) targets[base + (MOVE_INDEX.get(secondary) ?? 0)] = second;
    weights[place] = origin === 'isolated' ? options.isolated : 1;
  });
  return { targets, weights };
}

/** Leaves out the features whose largest weight is smallest, until so many are left; the others keep their order. */
function keepStrongest({ vocabulary, weights }: Learned, most: number): Learned {
  if (vocabulary.length <= most) return { vocabulary, weights };
  const sizes = new Float32Array(vocabulary.length);
  for (let at = 0; at < weights.length; at += 1) {
    const feature = Math.floor(at / MOVE_COUNT);
    sizes[feature] = Math.max(sizes[feature] as number, Math.abs(weights[at] as number));
  }
  const order = Int32Array.from(vocabulary, (_, feature) => feature);
  order.sort((one, other) => (sizes[other] as number) - (sizes[one] as number) || one - other);
  return pick({ vocabulary, weights }, order.slice(0, most).sort());
}

function pick({ vocabulary, weights }: Learned, features: Int32Array): Learned {
  const outcomes = weights.length / Math.max(1, vocabulary.length);
  const picked = new Float32Array(features.length * outcomes);
  features.forEach((feature, place) => {
    picked.set(weights.subarray(feature * outcomes, (feature + 1) * outcomes), place * outcomes);
  });
  return { vocabulary: features.map((feature) => vocabulary[feature] as number), weights: picked };
}

/** Deals the files of whole replies into folds, in a seeded order. Isolated sentences are in no fold. */
export function dealFiles(
  examples: readonly Example[],
  rows: readonly number[],
  folds: number,
  seed: number,
): ReadonlyMap<string, number> {
  const names = new Set<string>();
  for (const row of rows) {
    const example = examples[row] as Example;
    if (example.origin !== 'isolated') names.add(example.file);
  }
  const random = seededRandom(seed);
  const order = [...names].sort().map((file) => ({ file, draw: random() }));
  order.sort((left, right) => left.draw - right.draw);
  return new Map(order.map(({ file }, place): [string, number] => [file, place % folds]));
}
