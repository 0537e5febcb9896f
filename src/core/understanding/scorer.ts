import { type FeatureSink, GROUPS, MAX_FEATURES } from './features/sink';
import type { FeatureWeights, HiddenPart } from './model';
import { createKeyTable } from './table';

/** Features that were found in the vocabulary, with their values: what the scores were summed from. */
export interface Contributions {
  readonly columns: Int32Array;
  readonly values: Float64Array;
  /** The token each feature stands at. */
  readonly tokens: Uint16Array;
  used: number;
}

/** Sums the weights of a sentence's features into a score for each outcome. Scores are overwritten by the next call. */
export interface Scorer {
  readonly part: FeatureWeights;
  readonly found: Contributions;
  score(sink: FeatureSink): Float64Array;
}

export function createScorer(part: FeatureWeights, scales: readonly number[]): Scorer {
  const { weights, steps } = part;
  const outcomes = steps.length;
  const table = createKeyTable(part.vocabulary);
  const seen = new Int32Array(part.vocabulary.length);
  const groups = new Uint8Array(MAX_FEATURES);
  const sizes = new Int32Array(GROUPS.length);
  const scores = new Float64Array(outcomes);
  const found: Contributions = {
    columns: new Int32Array(MAX_FEATURES),
    values: new Float64Array(MAX_FEATURES),
    tokens: new Uint16Array(MAX_FEATURES),
    used: 0,
  };
  let call = 0;

  function look(sink: FeatureSink): void {
    call += 1;
    sizes.fill(0);
    let used = 0;
    for (let at = 0; at < sink.count; at += 1) {
      const column = table.find(sink.keys[at] as number);
      if (column < 0 || seen[column] === call) continue;
      seen[column] = call;
      const group = sink.groups[at] as number;
      found.columns[used] = column;
      found.tokens[used] = sink.tokens[at] as number;
      groups[used] = group;
      sizes[group] = (sizes[group] as number) + 1;
      used += 1;
    }
    found.used = used;
  }

  function score(sink: FeatureSink): Float64Array {
    look(sink);
    scores.fill(0);
    for (let at = 0; at < found.used; at += 1) {
      const group = groups[at] as number;
      const value = (scales[group] as number) / Math.sqrt(sizes[group] as number);
      found.values[at] = value;
      addTimes(scores, value, weights, (found.columns[at] as number) * outcomes);
    }
    inSteps(scores, steps);
    return scores;
  }

  return { part, found, score };
}

/** Adds a feature's weights, from `base` on, so many times to the scores. */
export function addTimes(scores: Float64Array, value: number, weights: Int8Array, base: number): void {
  for (let outcome = 0; outcome < scores.length; outcome += 1) {
    scores[outcome] = (scores[outcome] as number) + value * (weights[base + outcome] as number);
  }
}

/** Turns sums of steps into sums of weights, in place. */
export function inSteps(scores: Float64Array, steps: Float32Array): void {
  for (let outcome = 0; outcome < scores.length; outcome += 1) {
    scores[outcome] = (scores[outcome] as number) * (steps[outcome] as number);
  }
}

/**
 * Mixes what the net makes of its units into the scores of the moves, in place. `scores` begins with the moves, and
 * the units follow.
 */
export function mixNet(
  scores: Float64Array,
  { unitStarts, output, moveStarts }: HiddenPart,
  share: number,
): void {
  const moves = moveStarts.length;
  for (let move = 0; move < moves; move += 1) {
    scores[move] = (1 - share) * (scores[move] as number) + share * (moveStarts[move] as number);
  }
  for (let unit = 0; unit < unitStarts.length; unit += 1) {
    const lifted = (scores[moves + unit] as number) + (unitStarts[unit] as number);
    if (lifted <= 0) continue;
    const base = unit * moves;
    for (let move = 0; move < moves; move += 1) {
      scores[move] = (scores[move] as number) + share * lifted * (output[base + move] as number);
    }
  }
}
