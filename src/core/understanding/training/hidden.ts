import { seededRandom } from '../hash';
import { softmax } from '../softmax';
import { type Matrix, MOVE_COUNT } from './matrix';
import { shuffle } from './softmax';

export interface HiddenOptions {
  readonly seed: number;
  readonly epochs: number;
  /** The weights of so many last epochs are averaged. */
  readonly averaged: number;
  /** First step; it falls in a straight line to nothing. */
  readonly rate: number;
  /** Units between the features and the moves. */
  readonly units: number;
  /** Part of a sentence's features, and of the units, that is left out at each step. */
  readonly featureDropout: number;
  readonly unitDropout: number;
  /** Spread of the first input weights. */
  readonly spread: number;
}

/** Weights of a net with one hidden layer of rectified units. */
export interface HiddenNet {
  /** Features × units. */
  readonly input: Float32Array;
  readonly unitStarts: Float32Array;
  /** Units × moves. */
  readonly output: Float32Array;
  readonly moveStarts: Float32Array;
}

const FIRST_SQUARE = 1e-3;

/** A row of weights with the squares that AdaGrad keeps. */
interface Learning {
  readonly weights: Float32Array;
  readonly squares: Float32Array;
  readonly mean: Float32Array;
}

/**
 * Learns a net with one hidden layer by AdaGrad with dropout, in a seeded order. It sees combinations of features
 * that a linear reading cannot, and errs differently: the two are mixed.
 */
export function trainHidden(
  matrix: Matrix,
  targets: Float32Array,
  weights: Float32Array,
  features: number,
  options: HiddenOptions,
): HiddenNet {
  const { units, epochs, averaged } = options;
  const random = seededRandom(options.seed);
  const input = learning(features * units, () => options.spread * bell(random));
  const output = learning(units * MOVE_COUNT, () => (random() * 2 - 1) * Math.sqrt(3 / units));
  const unitStarts = learning(units, () => 0);
  const moveStarts = learning(MOVE_COUNT, () => 0);
  const parts = [input, output, unitStarts, moveStarts];
  const step = createStep(
    matrix,
    targets,
    weights,
    { input, output, unitStarts, moveStarts },
    options,
    random,
  );
  const order = Int32Array.from({ length: matrix.rows }, (_, row) => row);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(order, random);
    const rate = options.rate * (1 - epoch / epochs);
    for (const row of order) step(row, rate);
    if (epoch < epochs - averaged) continue;
    for (const part of parts) addMean(part, averaged);
  }
  return {
    input: input.mean,
    unitStarts: unitStarts.mean,
    output: output.mean,
    moveStarts: moveStarts.mean,
  };
}

function learning(size: number, first: () => number): Learning {
  return {
    weights: Float32Array.from({ length: size }, first),
    squares: new Float32Array(size).fill(FIRST_SQUARE),
    mean: new Float32Array(size),
  };
}

/** Near enough to a normal draw. */
function bell(random: () => number): number {
  return (random() + random() + random() + random() - 2) * Math.sqrt(3);
}

function addMean({ weights, mean }: Learning, count: number): void {
  for (let at = 0; at < mean.length; at += 1) {
    mean[at] = (mean[at] as number) + (weights[at] as number) / count;
  }
}

function descend({ weights, squares }: Learning, at: number, gradient: number, rate: number): void {
  const square = (squares[at] as number) + gradient * gradient;
  squares[at] = square;
  weights[at] = (weights[at] as number) - (rate * gradient) / Math.sqrt(square);
}

interface Layers {
  readonly input: Learning;
  readonly output: Learning;
  readonly unitStarts: Learning;
  readonly moveStarts: Learning;
}

function createStep(
  matrix: Matrix,
  targets: Float32Array,
  rowWeights: Float32Array,
  { input, output, unitStarts, moveStarts }: Layers,
  { units, featureDropout, unitDropout }: HiddenOptions,
  random: () => number,
): (row: number, rate: number) => void {
  const bases = new Int32Array(matrix.columns.length === 0 ? 1 : longestRow(matrix));
  const values = new Float64Array(bases.length);
  const hidden = new Float64Array(units);
  const active = new Int32Array(units);
  const errors = new Float64Array(MOVE_COUNT);
  const slopes = new Float64Array(units);
  const raise = 1 / Math.sqrt(1 - featureDropout);
  const kept = 1 / (1 - unitDropout);

  function take(row: number): number {
    let used = 0;
    const to = matrix.offsets[row + 1] as number;
    for (let at = matrix.offsets[row] as number; at < to; at += 1) {
      if (random() < featureDropout) continue;
      bases[used] = (matrix.columns[at] as number) * units;
      values[used] = (matrix.values[at] as number) * raise;
      used += 1;
    }
    return used;
  }

  function lift(used: number): number {
    hidden.set(unitStarts.weights);
    for (let at = 0; at < used; at += 1) {
      const base = bases[at] as number;
      const value = values[at] as number;
      for (let unit = 0; unit < units; unit += 1) {
        hidden[unit] = (hidden[unit] as number) + value * (input.weights[base + unit] as number);
      }
    }
    let count = 0;
    for (let unit = 0; unit < units; unit += 1) {
      if ((hidden[unit] as number) <= 0 || random() < unitDropout) continue;
      hidden[unit] = (hidden[unit] as number) * kept;
      active[count] = unit;
      count += 1;
    }
    return count;
  }

  function findErrors(row: number, count: number): void {
    errors.set(moveStarts.weights);
    for (let at = 0; at < count; at += 1) {
      const unit = active[at] as number;
      const base = unit * MOVE_COUNT;
      for (let move = 0; move < MOVE_COUNT; move += 1) {
        errors[move] =
          (errors[move] as number) + (hidden[unit] as number) * (output.weights[base + move] as number);
      }
    }
    softmax(errors);
    const weight = rowWeights[row] as number;
    for (let move = 0; move < MOVE_COUNT; move += 1) {
      errors[move] = weight * ((errors[move] as number) - (targets[row * MOVE_COUNT + move] as number));
    }
  }

  return (row, rate) => {
    const used = take(row);
    const count = lift(used);
    findErrors(row, count);
    for (let move = 0; move < MOVE_COUNT; move += 1) descend(moveStarts, move, errors[move] as number, rate);
    for (let at = 0; at < count; at += 1) {
      const unit = active[at] as number;
      let slope = 0;
      for (let move = 0; move < MOVE_COUNT; move += 1) {
        const place = unit * MOVE_COUNT + move;
        slope += (errors[move] as number) * (output.weights[place] as number);
        descend(output, place, (errors[move] as number) * (hidden[unit] as number), rate);
      }
      slopes[unit] = slope * kept;
      descend(unitStarts, unit, slopes[unit] as number, rate);
    }
    for (let at = 0; at < used; at += 1) {
      const base = bases[at] as number;
      const value = values[at] as number;
      for (let index = 0; index < count; index += 1) {
        const unit = active[index] as number;
        descend(input, base + unit, (slopes[unit] as number) * value, rate);
      }
    }
  };
}

function longestRow({ offsets, rows }: Matrix): number {
  let longest = 1;
  for (let row = 0; row < rows; row += 1) {
    longest = Math.max(longest, (offsets[row + 1] as number) - (offsets[row] as number));
  }
  return longest;
}

/** Scores of every row: rows × moves. */
export function scoreHiddenRows(net: HiddenNet, matrix: Matrix): Float32Array {
  const units = net.unitStarts.length;
  const all = new Float32Array(matrix.rows * MOVE_COUNT);
  const hidden = new Float64Array(units);
  for (let row = 0; row < matrix.rows; row += 1) {
    hidden.set(net.unitStarts);
    const to = matrix.offsets[row + 1] as number;
    for (let at = matrix.offsets[row] as number; at < to; at += 1) {
      const base = (matrix.columns[at] as number) * units;
      const value = matrix.values[at] as number;
      for (let unit = 0; unit < units; unit += 1) {
        hidden[unit] = (hidden[unit] as number) + value * (net.input[base + unit] as number);
      }
    }
    const scores = all.subarray(row * MOVE_COUNT, (row + 1) * MOVE_COUNT);
    scores.set(net.moveStarts);
    for (let unit = 0; unit < units; unit += 1) {
      const lifted = hidden[unit] as number;
      if (lifted <= 0) continue;
      for (let move = 0; move < MOVE_COUNT; move += 1) {
        scores[move] = (scores[move] as number) + lifted * (net.output[unit * MOVE_COUNT + move] as number);
      }
    }
  }
  return all;
}
