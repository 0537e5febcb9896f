import { GROUPS, type Group } from '../features/sink';
import type { HiddenOptions } from './hidden';

/** Settings of training; those in DEFAULTS were chosen by leaving whole files out. */
export interface TrainOptions {
  readonly seed: number;
  readonly epochs: number;
  /** The weights of so many last epochs are averaged. */
  readonly averaged: number;
  readonly rate: number;
  readonly decay: number;
  /** Part of the target that a secondary label gets. */
  readonly secondary: number;
  /** Weight of an isolated sentence; one in its context weighs 1. */
  readonly isolated: number;
  /** Length of each group's part of a sentence, in the order of GROUPS. */
  readonly scales: readonly number[];
  /** In how many sentences a feature of each group must stand to be kept, in the order of GROUPS. */
  readonly least: readonly number[];
  /** Features that are kept after learning: those with the largest weights. */
  readonly kept: number;
  /** The same for the first look. */
  readonly firstKept: number;
  /** Epochs of the first look. */
  readonly firstEpochs: number;
  /** Parts into which files are dealt for first looks at sentences that were not learned from. */
  readonly firstFolds: number;
  /** Parts into which files are dealt to choose temperature and thresholds. */
  readonly folds: number;
  readonly hidden: Omit<HiddenOptions, 'seed'>;
  /** Features the net looks at: those that weigh most in the linear reading. */
  readonly hiddenKept: number;
  /** Part of the scores that is the net's; the rest is the linear reading's. */
  readonly hiddenShare: number;
}

const SCALES: Readonly<Record<Group, number>> = {
  words: 1,
  letters: 0.8,
  context: 0.5,
  persona: 0.5,
  around: 0.5,
  skeleton: 0.5,
  classes: 0.5,
  skips: 0.5,
  pairs: 0.5,
  guesses: 0.5,
};

const LEAST: Readonly<Record<Group, number>> = {
  words: 2,
  letters: 4,
  context: 2,
  persona: 3,
  around: 3,
  skeleton: 4,
  classes: 2,
  skips: 4,
  pairs: 4,
  guesses: 2,
};

export const DEFAULTS: TrainOptions = {
  seed: 20211121,
  epochs: 6,
  averaged: 3,
  rate: 0.07,
  decay: 1e-4,
  secondary: 0.3,
  isolated: 0.6,
  scales: GROUPS.map((group) => SCALES[group]),
  least: GROUPS.map((group) => LEAST[group]),
  kept: 140_000,
  firstKept: 30_000,
  firstEpochs: 2,
  firstFolds: 3,
  folds: 3,
  hidden: {
    epochs: 8,
    averaged: 3,
    rate: 0.04,
    units: 64,
    featureDropout: 0.3,
    unitDropout: 0.3,
    spread: 0.06,
  },
  hiddenKept: 48_000,
  hiddenShare: 0.35,
};
