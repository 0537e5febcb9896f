import { seededRandom } from '../hash';
import type { HiddenPart } from '../model';
import { softmax } from '../softmax';
import { type Matrix, MOVE_COUNT } from './matrix';
import { meanSquare, shuffle } from './softmax';

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

/** A net with one hidden layer of rectified units. */
export interface HiddenNet {
  /** Features × units. */
  readonly input: Float32Array;
  readonly after: HiddenPart;
}

const FIRST_SQUARE = 1e-3;

/** A row of weights with the squares that AdaGrad keeps: one for each weight, or one for all weights of a feature. */
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
  const input = learning(features * units, features, () => options.spread * bell(random));
  const output = learning(
    units * MOVE_COUNT,
    units * MOVE_COUNT,
    () => (random() * 2 - 1) * Math.sqrt(3 / units),
  );
  const unitStarts = learning(units, units, () => 0);
  const moveStarts = learning(MOVE_COUNT, MOVE_COUNT, () => 0);
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
    after: { unitStarts: unitStarts.mean, output: output.mean, moveStarts: moveStarts.mean },
  };
}

function learning(size: number, steps: number, first: () => number): Learning {
  return {
    weights: Float32Array.from({ length: size }, first),
    squares: new Float32Array(steps).fill(FIRST_SQUARE),
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
  const { weights: into, squares: intoSquares } = input;
  const { weights: out, squares: outSquares } = output;

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

  /** Units that fall out are drawn first: nothing is summed for them. */
  function lift(used: number): number {
    let count = 0;
    for (let unit = 0; unit < units; unit += 1) {
      if (random() < unitDropout) continue;
      active[count] = unit;
      hidden[count] = unitStarts.weights[unit] as number;
      count += 1;
    }
    for (let at = 0; at < used; at += 1) {
      const base = bases[at] as number;
      const value = values[at] as number;
      for (let index = 0; index < count; index += 1) {
        hidden[index] =
          (hidden[index] as number) + value * (into[base + (active[index] as number)] as number);
      }
    }
    let left = 0;
    for (let index = 0; index < count; index += 1) {
      if ((hidden[index] as number) <= 0) continue;
      active[left] = active[index] as number;
      hidden[left] = (hidden[index] as number) * kept;
      left += 1;
    }
    return left;
  }

  function findErrors(row: number, count: number): void {
    errors.set(moveStarts.weights);
    for (let at = 0; at < count; at += 1) {
      const base = (active[at] as number) * MOVE_COUNT;
      const lifted = hidden[at] as number;
      for (let move = 0; move < MOVE_COUNT; move += 1) {
        errors[move] = (errors[move] as number) + lifted * (out[base + move] as number);
      }
    }
    softmax(errors);
    const weight = rowWeights[row] as number;
    for (let move = 0; move < MOVE_COUNT; move += 1) {
      errors[move] = weight * ((errors[move] as number) - (targets[row * MOVE_COUNT + move] as number));
    }
  }

  /** Corrects the way from the units to the moves, and finds what is asked of each unit. */
  function correctOutput(count: number, rate: number): void {
    for (let at = 0; at < count; at += 1) {
      const base = (active[at] as number) * MOVE_COUNT;
      const lifted = hidden[at] as number;
      let slope = 0;
      for (let move = 0; move < MOVE_COUNT; move += 1) {
        const place = base + move;
        const error = errors[move] as number;
        const weight = out[place] as number;
        slope += error * weight;
        const gradient = error * lifted;
        const square = (outSquares[place] as number) + gradient * gradient;
        outSquares[place] = square;
        out[place] = weight - (rate * gradient) / Math.sqrt(square);
      }
      slopes[at] = slope * kept;
    }
  }

  function correctInput(used: number, count: number, rate: number): void {
    const size = (meanSquare(slopes, count) * count) / units;
    for (let at = 0; at < used; at += 1) {
      const base = bases[at] as number;
      const value = values[at] as number;
      const feature = base / units;
      const square = (intoSquares[feature] as number) + size * value * value;
      intoSquares[feature] = square;
      const step = (rate * value) / Math.sqrt(square);
      for (let index = 0; index < count; index += 1) {
        const place = base + (active[index] as number);
        into[place] = (into[place] as number) - step * (slopes[index] as number);
      }
    }
  }

  return (row, rate) => {
    const used = take(row);
    const count = lift(used);
    findErrors(row, count);
    for (let move = 0; move < MOVE_COUNT; move += 1) descend(moveStarts, move, errors[move] as number, rate);
    correctOutput(count, rate);
    for (let at = 0; at < count; at += 1)
      descend(unitStarts, active[at] as number, slopes[at] as number, rate);
    correctInput(used, count, rate);
  };
}

function longestRow({ offsets, rows }: Matrix): number {
  let longest = 1;
  for (let row = 0; row < rows; row += 1) {
    longest = Math.max(longest, (offsets[row + 1] as number) - (offsets[row] as number));
  }
  return longest;
}
