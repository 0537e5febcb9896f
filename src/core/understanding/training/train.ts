import { MOVES } from '../../model/moves';
import { GROUPS } from '../features/sink';
import { fingerprint } from '../hash';
import { type LinearPart, type MoveModel, quantise } from '../model';
import { fitTemperature, fitThresholds } from './calibrate';
import type { Example } from './example';
import { crossValidate } from './holdOut';
import { ascending, firstLooks, type Learned, learnFirst, readFirst, readFull, readGuesses } from './learn';
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
  const { linear, vocabulary, net } = learnMixed(examples, raw, all, options);
  return {
    head: {
      format: 3,
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
    first: stored(first),
    full: stored(linear),
    hidden: {
      input: stored({ vocabulary, weights: net.input }),
      unitStarts: net.unitStarts,
      output: net.output,
      moveStarts: net.moveStarts,
    },
  };
}

function stored(learned: Learned): LinearPart {
  const { vocabulary, weights } = ascending(learned);
  return quantise(vocabulary, weights, weights.length / Math.max(1, vocabulary.length));
}

/** Changes with any sentence, label, order or context of the corpus, and with any word of the lexicon. */
export function corpusFingerprint(examples: readonly Example[], lexicon: readonly TaggedWord[]): string {
  const lines = examples.map(({ file, sentence, primary, secondary }) =>
    [file, sentence.personaLine ?? '', sentence.index, sentence.text, primary, secondary ?? ''].join('\t'),
  );
  const words = lexicon.map(({ word, classes }) => `${word}\t${classes.join()}`);
  return fingerprint([...lines, ...words].join('\n'));
}
