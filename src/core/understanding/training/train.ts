import { MOVES } from '../../model/moves';
import { GROUPS } from '../features/sink';
import { fingerprint } from '../hash';
import { type FeatureWeights, type MoveModel, quantise } from '../model';
import { fitTemperature, fitThresholds } from './calibrate';
import type { Example } from './example';
import { crossValidate } from './holdOut';
import { firstLooks, learnFirst, readFirst, readFull, readGuesses } from './learn';
import { learnMixed } from './mixed';
import { DEFAULTS, type TrainOptions } from './options';
import { buildWordClasses, type TaggedWord } from './wordClasses';

/** Trains the model that is committed: calibrated on held-out folds, then learned from everything. */
export function train(
  examples: readonly Example[],
  lexicon: readonly TaggedWord[],
  options: TrainOptions = DEFAULTS,
): MoveModel {
  const known = buildWordClasses(examples, lexicon);
  const all = examples.map((_, row) => row);
  const firstRaw = readFirst(examples);
  const looks = firstLooks(examples, firstRaw, all, options);
  const raw = [readFull(examples, known), readGuesses(examples, looks)];
  const held = crossValidate(examples, raw, options);
  const temperature = fitTemperature(held);
  const first = learnFirst(examples, firstRaw, all, options);
  const { full, hidden } = learnMixed(examples, raw, all, options);
  return {
    head: {
      format: 4,
      corpus: corpusFingerprint(examples, lexicon),
      seed: options.seed,
      moves: MOVES,
      groups: GROUPS,
      scales: options.scales,
      temperature,
      hiddenShare: options.hiddenShare,
      thresholds: fitThresholds(held, temperature),
    },
    known,
    first: ascending(quantise(first.vocabulary, first.weights, MOVES.length, options.coarse)),
    full: ascending(full),
    hidden,
  };
}

/** The same weights in ascending order of the features' keys, as a model file has them. */
function ascending({ vocabulary, steps, weights }: FeatureWeights): FeatureWeights {
  const order = Int32Array.from(vocabulary, (_, feature) => feature);
  order.sort((one, other) => (vocabulary[one] as number) - (vocabulary[other] as number));
  const outcomes = steps.length;
  const sorted = new Int8Array(weights.length);
  order.forEach((feature, place) => {
    sorted.set(weights.subarray(feature * outcomes, (feature + 1) * outcomes), place * outcomes);
  });
  return { vocabulary: order.map((feature) => vocabulary[feature] as number), steps, weights: sorted };
}

/** Changes with any sentence, label, order or context of the corpus, and with any word of the lexicon. */
export function corpusFingerprint(examples: readonly Example[], lexicon: readonly TaggedWord[]): string {
  const lines = examples.map(({ file, sentence, primary, secondary }) =>
    [file, sentence.personaLine ?? '', sentence.index, sentence.text, primary, secondary ?? ''].join('\t'),
  );
  const words = lexicon.map(({ word, classes }) => `${word}\t${classes.join()}`);
  return fingerprint([...lines, ...words].join('\n'));
}
