import { seededRandom } from '../hash';
import { softmax } from '../softmax';
import { type Matrix, MOVE_COUNT } from './matrix';

export interface SoftmaxOptions {
  readonly epochs: number;
  /** The weights of so many last epochs are averaged. */
  readonly averaged: number;
  readonly rate: number;
  /** Strength of the pull towards zero. */
  readonly decay: number;
  readonly seed: number;
}

/** Errors smaller than this teach nothing worth the time. */
const LEAST_ERROR = 0.01;
const FIRST_SQUARE = 1e-3;

/**
 * Multinomial logistic regression with soft targets, by AdaGrad in a seeded order, averaged over the last epochs.
 * Returns features × moves, row by row.
 */
export function trainSoftmax(
  matrix: Matrix,
  targets: Float32Array,
  weights: Float32Array,
  features: number,
  options: SoftmaxOptions,
): Float32Array {
  const model = new Float32Array(features * MOVE_COUNT);
  const squares = new Float32Array(features * MOVE_COUNT).fill(FIRST_SQUARE);
  const mean = new Float32Array(features * MOVE_COUNT);
  const order = Int32Array.from({ length: matrix.rows }, (_, row) => row);
  const random = seededRandom(options.seed);
  const errors = new Float64Array(MOVE_COUNT);
  const active = new Int32Array(MOVE_COUNT);
  for (let epoch = 0; epoch < options.epochs; epoch += 1) {
    shuffle(order, random);
    for (const row of order) {
      scoreRow(model, matrix, row, errors);
      softmax(errors);
      const used = findErrors(errors, active, targets, row, weights[row] as number);
      if (used > 0) learnRow(model, squares, matrix, row, errors, active, used, options);
    }
    if (epoch >= options.epochs - options.averaged) {
      for (let at = 0; at < mean.length; at += 1) {
        mean[at] = (mean[at] as number) + (model[at] as number) / options.averaged;
      }
    }
  }
  return mean;
}

/** Turns probabilities into weighted errors, in place, and lists the moves whose error is worth learning from. */
function findErrors(
  errors: Float64Array,
  active: Int32Array,
  targets: Float32Array,
  row: number,
  weight: number,
): number {
  let used = 0;
  for (let move = 0; move < MOVE_COUNT; move += 1) {
    const error = weight * ((errors[move] as number) - (targets[row * MOVE_COUNT + move] as number));
    errors[move] = error;
    if (error >= LEAST_ERROR || error <= -LEAST_ERROR) {
      active[used] = move;
      used += 1;
    }
  }
  return used;
}

function learnRow(
  model: Float32Array,
  squares: Float32Array,
  matrix: Matrix,
  row: number,
  errors: Float64Array,
  active: Int32Array,
  used: number,
  { rate, decay }: SoftmaxOptions,
): void {
  const to = matrix.offsets[row + 1] as number;
  for (let at = matrix.offsets[row] as number; at < to; at += 1) {
    const value = matrix.values[at] as number;
    const base = (matrix.columns[at] as number) * MOVE_COUNT;
    for (let index = 0; index < used; index += 1) {
      const move = active[index] as number;
      const place = base + move;
      const old = model[place] as number;
      const gradient = (errors[move] as number) * value + decay * old;
      const square = (squares[place] as number) + gradient * gradient;
      squares[place] = square;
      model[place] = old - (rate * gradient) / Math.sqrt(square);
    }
  }
}

function scoreRow(model: Float32Array, matrix: Matrix, row: number, scores: Float64Array): void {
  scores.fill(0);
  const to = matrix.offsets[row + 1] as number;
  for (let at = matrix.offsets[row] as number; at < to; at += 1) {
    const value = matrix.values[at] as number;
    const base = (matrix.columns[at] as number) * MOVE_COUNT;
    for (let move = 0; move < MOVE_COUNT; move += 1) {
      scores[move] = (scores[move] as number) + value * (model[base + move] as number);
    }
  }
}

/** Scores of every row: rows × moves. */
export function scoreRows(model: Float32Array, matrix: Matrix): Float32Array {
  const all = new Float32Array(matrix.rows * MOVE_COUNT);
  const scores = new Float64Array(MOVE_COUNT);
  for (let row = 0; row < matrix.rows; row += 1) {
    scoreRow(model, matrix, row, scores);
    all.set(scores, row * MOVE_COUNT);
  }
  return all;
}

export function shuffle(order: Int32Array, random: () => number): void {
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    const held = order[last] as number;
    order[last] = order[other] as number;
    order[other] = held;
  }
}
