/** Turns scores into probabilities, in place. A higher temperature makes them flatter. */
export function softmax(scores: Float64Array | Float32Array, temperature = 1): void {
  let highest = Number.NEGATIVE_INFINITY;
  for (const score of scores) if (score > highest) highest = score;
  let sum = 0;
  for (let at = 0; at < scores.length; at += 1) {
    const raised = Math.exp(((scores[at] as number) - highest) / temperature);
    scores[at] = raised;
    sum += raised;
  }
  for (let at = 0; at < scores.length; at += 1) scores[at] = (scores[at] as number) / sum;
}
