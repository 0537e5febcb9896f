import type { HiddenNet } from './hidden';
import { type Matrix, MOVE_COUNT } from './matrix';

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
