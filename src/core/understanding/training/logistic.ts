/** One thing to learn from: its signs, whether it was so, and how much it weighs. */
export interface Observation {
  readonly signs: Float64Array;
  readonly right: boolean;
  readonly weight: number;
}

const ROUNDS = 30;
/** When no weight moves more than this, the next rounds change nothing that is kept. */
const SETTLED = 1e-10;
/** Pull towards zero, in observations of mean weight. */
const PULL = 1;

/**
 * Logistic regression by Newton's method on standardised signs. Returns a weight for each sign as it comes, and a
 * start. For a handful of signs only: it solves a full system each round.
 */
export function fitLogistic(observations: readonly Observation[], size: number): readonly number[] {
  const total = observations.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return Array.from({ length: size + 1 }, () => 0);
  const { means, spreads } = momentsOf(observations, size, total);
  const rows = observations.map(({ signs }) => {
    const row = new Float64Array(size + 1).fill(1);
    for (let at = 0; at < size; at += 1)
      row[at] = ((signs[at] as number) - (means[at] as number)) / (spreads[at] as number);
    return row;
  });
  const scale = observations.length / total;
  let weights = new Float64Array(size + 1);
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = weights;
    weights = newtonStep(rows, observations, before, scale);
    if (weights.every((weight, at) => Math.abs(weight - (before[at] as number)) < SETTLED)) break;
  }
  const own = Array.from({ length: size }, (_, at) => (weights[at] as number) / (spreads[at] as number));
  const start = own.reduce(
    (sum, weight, at) => sum - weight * (means[at] as number),
    weights[size] as number,
  );
  return [...own, start];
}

function momentsOf(observations: readonly Observation[], size: number, total: number) {
  const means = new Float64Array(size);
  const spreads = new Float64Array(size);
  for (const { signs, weight } of observations) {
    for (let at = 0; at < size; at += 1)
      means[at] = (means[at] as number) + (weight * (signs[at] as number)) / total;
  }
  for (const { signs, weight } of observations) {
    for (let at = 0; at < size; at += 1) {
      const off = (signs[at] as number) - (means[at] as number);
      spreads[at] = (spreads[at] as number) + (weight * off * off) / total;
    }
  }
  return { means, spreads: spreads.map((spread) => Math.sqrt(spread) + 1e-6) };
}

function newtonStep(
  rows: readonly Float64Array[],
  observations: readonly Observation[],
  weights: Float64Array,
  scale: number,
): Float64Array<ArrayBuffer> {
  const size = weights.length;
  const slope = weights.map((weight) => weight * PULL);
  const bend = Array.from({ length: size }, (_, at) => {
    const line = new Float64Array(size);
    line[at] = PULL;
    return line;
  });
  rows.forEach((row, index) => {
    const { right, weight } = observations[index] as Observation;
    const chance =
      1 / (1 + Math.exp(-row.reduce((sum, value, at) => sum + value * (weights[at] as number), 0)));
    const pull = weight * scale * (chance - (right ? 1 : 0));
    const curve = weight * scale * chance * (1 - chance);
    for (let at = 0; at < size; at += 1) {
      slope[at] = (slope[at] as number) + pull * (row[at] as number);
      const line = bend[at] as Float64Array;
      for (let other = 0; other < size; other += 1) {
        line[other] = (line[other] as number) + curve * (row[at] as number) * (row[other] as number);
      }
    }
  });
  const step = solve(bend, slope);
  return Float64Array.from(weights, (weight, at) => weight - (step[at] as number));
}

/** Gaussian elimination with partial pivots, in place. */
function solve(lines: Float64Array[], values: Float64Array): Float64Array {
  const size = values.length;
  for (let column = 0; column < size; column += 1) {
    let pivot = column;
    for (let row = column + 1; row < size; row += 1) {
      if (Math.abs(lines[row]?.[column] ?? 0) > Math.abs(lines[pivot]?.[column] ?? 0)) pivot = row;
    }
    [lines[column], lines[pivot]] = [lines[pivot] as Float64Array, lines[column] as Float64Array];
    [values[column], values[pivot]] = [values[pivot] as number, values[column] as number];
    const line = lines[column] as Float64Array;
    for (let row = 0; row < size; row += 1) {
      if (row === column) continue;
      const other = lines[row] as Float64Array;
      const factor = (other[column] as number) / (line[column] as number);
      for (let at = column; at < size; at += 1)
        other[at] = (other[at] as number) - factor * (line[at] as number);
      values[row] = (values[row] as number) - factor * (values[column] as number);
    }
  }
  return values.map((value, at) => value / (lines[at]?.[at] ?? 1));
}
