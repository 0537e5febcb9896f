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

/** A row whose errors are all smaller than this teaches nothing worth the time. */
const LEAST_ERROR = 0.01;
const FIRST_SQUARE = 1e-3;

/**
 * Multinomial logistic regression with soft targets, by AdaGrad in a seeded order, averaged over the last epochs.
 * All weights of a feature share one step: as good as one for each weight, and several times faster. Returns
 * features × moves, row by row.
 */
export function trainSoftmax(
  matrix: Matrix,
  targets: Float32Array,
  weights: Float32Array,
  features: number,
  options: SoftmaxOptions,
): Float32Array {
  const model = new Float32Array(features * MOVE_COUNT);
  const squares = new Float32Array(features).fill(FIRST_SQUARE);
  const mean = new Float32Array(features * MOVE_COUNT);
  const order = Int32Array.from({ length: matrix.rows }, (_, row) => row);
  const random = seededRandom(options.seed);
  const errors = new Float64Array(MOVE_COUNT);
  for (let epoch = 0; epoch < options.epochs; epoch += 1) {
    shuffle(order, random);
    for (const row of order) {
      scoreRow(model, matrix, row, errors);
      softmax(errors);
      if (findErrors(errors, targets, row, weights[row] as number) >= LEAST_ERROR) {
        learnRow(model, squares, matrix, row, errors, options);
      }
    }
    if (epoch >= options.epochs - options.averaged) {
      for (let at = 0; at < mean.length; at += 1) {
        mean[at] = (mean[at] as number) + (model[at] as number) / options.averaged;
      }
    }
  }
  return mean;
}

/** Turns probabilities into weighted errors, in place, and tells the largest. */
function findErrors(errors: Float64Array, targets: Float32Array, row: number, weight: number): number {
  let largest = 0;
  for (let move = 0; move < MOVE_COUNT; move += 1) {
    const error = weight * ((errors[move] as number) - (targets[row * MOVE_COUNT + move] as number));
    errors[move] = error;
    largest = Math.max(largest, Math.abs(error));
  }
  return largest;
}

function learnRow(
  model: Float32Array,
  squares: Float32Array,
  matrix: Matrix,
  row: number,
  errors: Float64Array,
  { rate, decay }: SoftmaxOptions,
): void {
  const moves = errors.length;
  const size = meanSquare(errors, moves);
  const to = matrix.offsets[row + 1] as number;
  for (let at = matrix.offsets[row] as number; at < to; at += 1) {
    const value = matrix.values[at] as number;
    const column = matrix.columns[at] as number;
    const square = (squares[column] as number) + size * value * value;
    squares[column] = square;
    const step = rate / Math.sqrt(square);
    const kept = 1 - step * decay;
    const change = step * value;
    const base = column * moves;
    for (let move = 0; move < moves; move += 1) {
      model[base + move] = (model[base + move] as number) * kept - change * (errors[move] as number);
    }
  }
}

/** The mean of the first squares. */
export function meanSquare(values: Float64Array, count: number): number {
  let sum = 0;
  for (let at = 0; at < count; at += 1) sum += (values[at] as number) * (values[at] as number);
  return sum / Math.max(1, count);
}

function scoreRow(model: Float32Array, matrix: Matrix, row: number, scores: Float64Array): void {
  const moves = scores.length;
  scores.fill(0);
  const to = matrix.offsets[row + 1] as number;
  for (let at = matrix.offsets[row] as number; at < to; at += 1) {
    const value = matrix.values[at] as number;
    const base = (matrix.columns[at] as number) * moves;
    for (let move = 0; move < moves; move += 1) {
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
