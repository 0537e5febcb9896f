import { seededRandom } from '../hash';
import { softmax } from '../softmax';
import { type Matrix, MOVE_COUNT } from './matrix';

export interface SoftmaxOptions {
  readonly epochs: number;
  readonly rate: number;
  /** Strength of the pull towards zero. */
  readonly decay: number;
  readonly seed: number;
}

/**
 * Multinomial logistic regression with soft targets, by AdaGrad in a seeded order.
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
  const squares = new Float32Array(features * MOVE_COUNT).fill(1e-3);
  const order = Int32Array.from({ length: matrix.rows }, (_, row) => row);
  const random = seededRandom(options.seed);
  const scores = new Float64Array(MOVE_COUNT);
  for (let epoch = 0; epoch < options.epochs; epoch += 1) {
    shuffle(order, random);
    const rate = options.rate;
    for (const row of order) {
      const from = matrix.offsets[row] ?? 0;
      const to = matrix.offsets[row + 1] ?? 0;
      scoreRow(model, matrix, from, to, scores);
      softmax(scores);
      const weight = weights[row] ?? 1;
      for (let move = 0; move < MOVE_COUNT; move += 1) {
        scores[move] = weight * ((scores[move] ?? 0) - (targets[row * MOVE_COUNT + move] ?? 0));
      }
      for (let at = from; at < to; at += 1) {
        const value = matrix.values[at] as number;
        const base = (matrix.columns[at] as number) * MOVE_COUNT;
        for (let move = 0; move < MOVE_COUNT; move += 1) {
          const place = base + move;
          const old = model[place] as number;
          const gradient = (scores[move] as number) * value + options.decay * old;
          const square = (squares[place] as number) + gradient * gradient;
          squares[place] = square;
          model[place] = old - (rate * gradient) / Math.sqrt(square);
        }
      }
    }
  }
  return model;
}

function scoreRow(model: Float32Array, matrix: Matrix, from: number, to: number, scores: Float64Array): void {
  scores.fill(0);
  for (let at = from; at < to; at += 1) {
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
    scoreRow(model, matrix, matrix.offsets[row] ?? 0, matrix.offsets[row + 1] ?? 0, scores);
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
