import type { Example } from './example';
import { dealFiles, firstLooks, learnFirst, lookAt, readGuesses } from './learn';
import { type FeatureTable, MOVE_COUNT } from './matrix';
import { learnMixed, scoreMixed } from './mixed';
import type { TrainOptions } from './options';

/** Sentences a model had not learned from, with its scores for them. */
export interface HeldOut {
  readonly examples: readonly Example[];
  /** Examples × moves, before temperature. */
  readonly scores: Float32Array;
}

/** The features of all examples, read once for every split. */
export interface ReadTables {
  readonly first: FeatureTable;
  readonly full: FeatureTable;
}

/**
 * Scores the rows of one part with a model that learned from the other rows only: its first look, its vocabulary
 * and its weights have never seen the part.
 */
export function holdOut(
  examples: readonly Example[],
  { first, full }: ReadTables,
  isTest: (example: Example) => boolean,
  options: TrainOptions,
): HeldOut {
  const test: number[] = [];
  const rows: number[] = [];
  examples.forEach((example, row) => {
    (isTest(example) ? test : rows).push(row);
  });
  const looks = firstLooks(examples, first, rows, options);
  lookAt(looks, first, test, learnFirst(examples, first, rows, options), options);
  const raw = [full, readGuesses(examples, looks)];
  const scores = scoreMixed(learnMixed(examples, raw, rows, options), raw, test, options);
  return { examples: test.map((row) => examples[row] as Example), scores };
}

/**
 * Deals the files of whole replies into folds and scores each fold with weights that have not seen it. First looks
 * are shared between the folds, which is near enough for choosing a temperature and thresholds.
 */
export function crossValidate(
  examples: readonly Example[],
  raw: readonly FeatureTable[],
  options: TrainOptions,
): HeldOut {
  const all = examples.map((_, row) => row);
  const foldOf = dealFiles(examples, all, options.folds, options.seed);
  const held: HeldOut[] = [];
  for (let fold = 0; fold < options.folds; fold += 1) {
    const test = all.filter((row) => foldOf.get((examples[row] as Example).file) === fold);
    const rows = all.filter((row) => foldOf.get((examples[row] as Example).file) !== fold);
    if (test.length === 0 || rows.length === 0) continue;
    const scores = scoreMixed(learnMixed(examples, raw, rows, options), raw, test, options);
    held.push({ examples: test.map((row) => examples[row] as Example), scores });
  }
  return joinHeldOut(held);
}

export function joinHeldOut(parts: readonly HeldOut[]): HeldOut {
  const examples = parts.flatMap((part) => part.examples);
  const scores = new Float32Array(examples.length * MOVE_COUNT);
  let at = 0;
  for (const part of parts) {
    scores.set(part.scores, at);
    at += part.scores.length;
  }
  return { examples, scores };
}
