import { familyOf, MOVES, type Move, VALENCE, type Valence } from '../../model/moves';
import type { Reading } from '../../model/understanding';
import { guesses as guessesOf, likeliest, likeliestValence } from '../reading';

/** One labelled sentence with what was made of it. */
export interface Judged {
  readonly primary: Move;
  readonly secondary: Move | null;
  /** Calibrated probability of each move. */
  readonly chances: ArrayLike<number>;
  /** How sure the likeliest move is. */
  readonly confidence: number;
  readonly reading: Reading;
}

export interface MoveMeasures {
  readonly move: Move;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** How many sentences carry this label. */
  readonly support: number;
}

export interface CoveragePoint {
  readonly coverage: number;
  readonly accuracy: number;
  /** The least confidence that is kept at this coverage. */
  readonly confidence: number;
}

export interface ReliabilityBin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly confidence: number;
  readonly accuracy: number;
}

export interface Measures {
  readonly sentences: number;
  readonly accuracy: number;
  readonly kappa: number;
  readonly macroF1: number;
  /** Builds / neutral / breaks. */
  readonly valence: number;
  readonly valenceKappa: number;
  readonly family: number;
  /** Right when the likeliest move is the primary or the secondary label. */
  readonly eitherLabel: number;
  /** Mean distance between confidence and accuracy. */
  readonly calibrationError: number;
  /** What the thresholds keep as a sure move, and how often that is right. */
  readonly sureCoverage: number;
  readonly sureAccuracy: number;
  /** What they keep as a family only. */
  readonly familyCoverage: number;
  readonly familyAccuracy: number;
  readonly moves: readonly MoveMeasures[];
  readonly coverage: readonly CoveragePoint[];
  readonly reliability: readonly ReliabilityBin[];
  /** Rows: labels; columns: guesses; both in the order of MOVES. */
  readonly confusion: readonly (readonly number[])[];
}

/** All figures over one set of labelled sentences. */
export function measure(judged: readonly Judged[]): Measures {
  const guesses = judged.map(({ chances }) => MOVES[likeliest(chances)] ?? 'other');
  const labels = judged.map(({ primary }) => primary);
  const confusion = confusionOf(labels, guesses);
  const moves = MOVES.map((move, at) => movesMeasures(move, at, confusion));
  const present = moves.filter(({ support }) => support > 0);
  const valences = labels.map((move) => VALENCE[move]);
  const guessedValences = judged.map(({ chances }) => likeliestValence(guessesOf(chances, 0)));
  const reliability = reliabilityOf(judged, guesses);
  return {
    sentences: judged.length,
    accuracy: share(judged, (one, at) => guesses[at] === one.primary),
    kappa: kappaOf(labels, guesses),
    macroF1: present.reduce((sum, { f1 }) => sum + f1, 0) / Math.max(1, present.length),
    valence: share(judged, (_one, at) => guessedValences[at] === valences[at]),
    valenceKappa: kappaOf<Valence>(valences, guessedValences),
    family: share(judged, (one, at) => familyOf(guesses[at] ?? 'other') === familyOf(one.primary)),
    eitherLabel: share(judged, (one, at) => guesses[at] === one.primary || guesses[at] === one.secondary),
    calibrationError: calibrationError(reliability, judged.length),
    ...readingMeasures(judged),
    moves,
    coverage: coverageOf(judged, guesses),
    reliability,
    confusion,
  };
}

/** Cohen's kappa: agreement beyond what the proportions alone would give. */
export function kappaOf<Label>(one: readonly Label[], other: readonly Label[]): number {
  if (one.length === 0) return 0;
  const left = counted(one);
  const right = counted(other);
  const agreed = one.filter((label, at) => label === other[at]).length / one.length;
  let chance = 0;
  for (const [label, count] of left) chance += (count / one.length) * ((right.get(label) ?? 0) / one.length);
  return chance === 1 ? 1 : (agreed - chance) / (1 - chance);
}

function counted<Label>(labels: readonly Label[]): ReadonlyMap<Label, number> {
  const counts = new Map<Label, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return counts;
}

function share<Item>(items: readonly Item[], holds: (item: Item, at: number) => boolean): number {
  return items.length === 0 ? 0 : items.filter(holds).length / items.length;
}

function confusionOf(labels: readonly Move[], guesses: readonly Move[]): readonly (readonly number[])[] {
  const table = MOVES.map(() => MOVES.map(() => 0));
  labels.forEach((label, at) => {
    const row = table[MOVES.indexOf(label)];
    const column = MOVES.indexOf(guesses[at] ?? 'other');
    if (row) row[column] = (row[column] ?? 0) + 1;
  });
  return table;
}

function movesMeasures(move: Move, at: number, confusion: readonly (readonly number[])[]): MoveMeasures {
  const right = confusion[at]?.[at] ?? 0;
  const support = (confusion[at] ?? []).reduce((sum, count) => sum + count, 0);
  const guessed = confusion.reduce((sum, row) => sum + (row[at] ?? 0), 0);
  const precision = guessed === 0 ? 0 : right / guessed;
  const recall = support === 0 ? 0 : right / support;
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { move, precision, recall, f1, support };
}

function readingMeasures(judged: readonly Judged[]) {
  const sure = judged.filter(({ reading }) => reading.kind === 'move');
  const families = judged.filter(({ reading }) => reading.kind === 'family');
  return {
    sureCoverage: sure.length / Math.max(1, judged.length),
    sureAccuracy: share(sure, ({ reading, primary }) => reading.kind === 'move' && reading.move === primary),
    familyCoverage: families.length / Math.max(1, judged.length),
    familyAccuracy: share(
      families,
      ({ reading, primary }) => reading.kind === 'family' && reading.family === familyOf(primary),
    ),
  };
}

function coverageOf(judged: readonly Judged[], guesses: readonly Move[]): readonly CoveragePoint[] {
  const order = judged
    .map((one, at) => ({
      confidence: one.confidence,
      right: guesses[at] === one.primary,
    }))
    .sort((left, right) => right.confidence - left.confidence);
  return Array.from({ length: 10 }, (_, step): CoveragePoint => {
    const coverage = (step + 1) / 10;
    const kept = order.slice(0, Math.max(1, Math.round(order.length * coverage)));
    return {
      coverage,
      accuracy: share(kept, ({ right }) => right),
      confidence: kept.at(-1)?.confidence ?? 0,
    };
  });
}

function reliabilityOf(judged: readonly Judged[], guesses: readonly Move[]): readonly ReliabilityBin[] {
  return Array.from({ length: 10 }, (_, step): ReliabilityBin => {
    const from = step / 10;
    const to = (step + 1) / 10;
    const inside = judged.flatMap((one, at) => {
      const { confidence } = one;
      const fits = confidence >= from && (confidence < to || step === 9);
      return fits ? [{ confidence, right: guesses[at] === one.primary }] : [];
    });
    const confidence = inside.reduce((sum, one) => sum + one.confidence, 0) / Math.max(1, inside.length);
    return { from, to, count: inside.length, confidence, accuracy: share(inside, ({ right }) => right) };
  });
}

function calibrationError(bins: readonly ReliabilityBin[], total: number): number {
  const off = bins.reduce((sum, bin) => sum + bin.count * Math.abs(bin.confidence - bin.accuracy), 0);
  return total === 0 ? 0 : off / total;
}
