import { MOVES } from '../model/moves';
import { type FeatureSink, GROUPS, MAX_FEATURES } from './features/sink';
import type { HiddenPart, LinearPart } from './model';
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
  readonly weights: Float32Array;
  readonly found: Contributions;
  score(sink: FeatureSink): Float64Array;
}

export function createScorer(part: LinearPart, scales: readonly number[]): Scorer {
  const outcomes = part.units.length;
  const table = createKeyTable(part.vocabulary);
  const weights = floats(part);
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
      const base = (found.columns[at] as number) * outcomes;
      for (let outcome = 0; outcome < outcomes; outcome += 1) {
        scores[outcome] = (scores[outcome] as number) + value * (weights[base + outcome] as number);
      }
    }
    return scores;
  }

  return { weights, found, score };
}

function floats(part: LinearPart): Float32Array {
  const weights = new Float32Array(part.weights.length);
  for (let at = 0; at < weights.length; at += 1) {
    weights[at] = (part.weights[at] as number) * (part.units[at % part.units.length] as number);
  }
  return weights;
}

/** Scores of the net for each move; overwritten by the next call. */
export function createHiddenScorer(
  { input, unitStarts, output, moveStarts }: HiddenPart,
  scales: readonly number[],
): (sink: FeatureSink) => Float64Array {
  const scorer = createScorer(input, scales);
  const scores = new Float64Array(MOVES.length);
  return (sink) => {
    const sums = scorer.score(sink);
    scores.set(moveStarts);
    for (let unit = 0; unit < sums.length; unit += 1) {
      const lifted = (sums[unit] as number) + (unitStarts[unit] as number);
      if (lifted <= 0) continue;
      const base = unit * MOVES.length;
      for (let move = 0; move < MOVES.length; move += 1) {
        scores[move] = (scores[move] as number) + lifted * (output[base + move] as number);
      }
    }
    return scores;
  };
}
