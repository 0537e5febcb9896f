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
  /** In how many sentences a feature must stand to be kept. */
  readonly least: number;
  /** Features that are kept after learning: those with the largest weights. */
  readonly kept: number;
  /** The same for the first look. */
  readonly firstKept: number;
  /** Weights are rounded to steps of so many times their spread. Coarse steps make a small file, and cost little. */
  readonly coarse: number;
  /** Epochs of the first look. */
  readonly firstEpochs: number;
  /** Parts into which files are dealt for first looks at sentences that were not learned from. */
  readonly firstFolds: number;
  /** Parts into which files are dealt to choose temperature and thresholds. */
  readonly folds: number;
  readonly hidden: Omit<HiddenOptions, 'seed'>;
  /** Part of the scores that is the net's; the rest is the linear reading's. */
  readonly hiddenShare: number;
  /** How much of what merely counting says is added to the scores. */
  readonly counted: number;
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

export const DEFAULTS: TrainOptions = {
  seed: 20211121,
  epochs: 5,
  averaged: 3,
  rate: 0.07,
  decay: 1e-4,
  secondary: 0.3,
  isolated: 0.6,
  scales: GROUPS.map((group) => SCALES[group]),
  least: 2,
  kept: 300_000,
  firstKept: 30_000,
  coarse: 1,
  firstEpochs: 2,
  firstFolds: 3,
  folds: 3,
  hidden: {
    epochs: 5,
    averaged: 3,
    rate: 0.04,
    units: 48,
    featureDropout: 0.3,
    unitDropout: 0.3,
    spread: 0.06,
  },
  hiddenShare: 0.35,
  counted: 0.05,
};
