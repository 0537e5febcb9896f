import { MOVES } from '../model/moves';
import type { Recogniser, SentenceInContext } from '../model/understanding';
import { explain } from './explain';
import { createFeatureReader, GROUPS, MAX_FEATURES } from './features';
import type { MoveModel } from './model';
import { decideReading, guesses, likeliest } from './reading';
import { softmax } from './softmax';
import { createKeyTable } from './table';

/** Moves less likely than this are left out of a recognition. */
const LEAST = 0.02;

/** Makes a recogniser of a trained model. Its workspace is its own: one recogniser, one caller at a time. */
export function createRecogniser(model: MoveModel): Recogniser {
  const read = createFeatureReader();
  const table = createKeyTable(model.vocabulary);
  const seen = new Int32Array(model.vocabulary.length);
  const columns = new Int32Array(MAX_FEATURES);
  const values = new Float64Array(MAX_FEATURES);
  const groups = new Uint8Array(MAX_FEATURES);
  const tokens = new Uint16Array(MAX_FEATURES);
  const sizes = new Int32Array(GROUPS.length);
  const scores = new Float64Array(MOVES.length);
  const weights = floats(model);
  let sentences = 0;

  function recognise(sentence: SentenceInContext) {
    sentences += 1;
    const features = read(sentence);
    sizes.fill(0);
    let used = 0;
    for (let at = 0; at < features.count; at += 1) {
      const column = table.find(features.keys[at] as number);
      if (column < 0 || seen[column] === sentences) continue;
      seen[column] = sentences;
      const group = features.groups[at] as number;
      columns[used] = column;
      groups[used] = group;
      tokens[used] = features.tokens[at] as number;
      sizes[group] = (sizes[group] as number) + 1;
      used += 1;
    }
    scores.fill(0);
    for (let at = 0; at < used; at += 1) {
      const group = groups[at] as number;
      const value = (model.head.scales[group] as number) / Math.sqrt(sizes[group] as number);
      values[at] = value;
      const base = (columns[at] as number) * MOVES.length;
      for (let move = 0; move < MOVES.length; move += 1) {
        scores[move] = (scores[move] as number) + value * (weights[base + move] as number);
      }
    }
    softmax(scores, model.head.temperature);
    const best = likeliest(scores);
    return {
      moves: guesses(scores, LEAST),
      reading: decideReading(scores, model.head.thresholds),
      because: explain({ columns, values, tokens, used }, weights, best, features.folded),
    };
  }

  return { version: model.head.corpus, recognise };
}

function floats(model: MoveModel): Float32Array {
  const weights = new Float32Array(model.weights.length);
  for (let at = 0; at < weights.length; at += 1) {
    weights[at] = (model.weights[at] as number) * (model.units[at % MOVES.length] as number);
  }
  return weights;
}
