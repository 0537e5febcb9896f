import { MOVES } from '../model/moves';
import { createByteReader, createByteWriter } from './bytes';
import type { WordClasses } from './features/classes';
import { GROUPS } from './features/sink';
import type { Thresholds } from './reading';

/** What is known about a model beside its weights; it stands readable at the head of the file. */
export interface ModelHead {
  readonly format: 4;
  /** Fingerprint of the corpus and lexicon it was trained on. */
  readonly corpus: string;
  readonly seed: number;
  readonly moves: readonly string[];
  readonly groups: readonly string[];
  /** Length of each group's part of a sentence. */
  readonly scales: readonly number[];
  /** Scores are divided by this before they become probabilities. */
  readonly temperature: number;
  /** Part of a score that is the net's; the rest is the linear reading's. */
  readonly hiddenShare: number;
  readonly thresholds: Thresholds;
}

/** Weights, one byte for every kept feature and outcome: a move, or a unit of the net. */
export interface FeatureWeights {
  /** Hashed names of the features; ascending in a file. */
  readonly vocabulary: Int32Array;
  /** Size of one step of weight, per outcome. */
  readonly steps: Float32Array;
  /** Features × outcomes, in steps. */
  readonly weights: Int8Array;
}

/** What follows the rectified units of the net with one hidden layer. */
export interface HiddenPart {
  readonly unitStarts: Float32Array;
  /** Units × moves. */
  readonly output: Float32Array;
  readonly moveStarts: Float32Array;
}

/**
 * A trained model: `first` looks at neighbours; `full` and `hidden` decide together. The outcomes of `full` are the
 * moves, and after them the units of the net.
 */
export interface MoveModel {
  readonly head: ModelHead;
  readonly known: WordClasses;
  readonly first: FeatureWeights;
  readonly full: FeatureWeights;
  readonly hidden: HiddenPart;
}

const MAGIC = 0x324d5342;

/** Packs a model into bytes; the same model always gives the same bytes. */
export function serialiseModel(model: MoveModel): Uint8Array {
  const writer = createByteWriter();
  writer.number(MAGIC);
  writer.bytes(new TextEncoder().encode(JSON.stringify(model.head)));
  writer.ascending([...model.known.frequent].sort((left, right) => left - right));
  const words = [...model.known.classes.keys()].sort((left, right) => left - right);
  writer.ascending(words);
  writer.bytes(Uint8Array.from(words.flatMap((word) => classesOf(model.known, word))));
  const { hidden } = model;
  for (const part of [model.first, model.full]) {
    writer.ascending(part.vocabulary);
    writer.floats(part.steps);
    writer.bytes(new Uint8Array(part.weights.buffer, part.weights.byteOffset, part.weights.length));
  }
  for (const floats of [hidden.unitStarts, hidden.output, hidden.moveStarts]) writer.floats(floats);
  return writer.finish();
}

/** The classes of a word as bytes: how many, then their numbers. */
function classesOf(known: WordClasses, word: number): readonly number[] {
  const classes = known.classes.get(word) ?? [];
  return [classes.length, ...classes];
}

/** Reads a model file. Throws when the bytes are no model of this version: that is a broken installation. */
export function parseModel(bytes: Uint8Array): MoveModel {
  const reader = createByteReader(bytes);
  if (bytes.length < 8 || reader.number() !== MAGIC) throw new Error('not a model file of understanding');
  const head = JSON.parse(new TextDecoder().decode(reader.bytes())) as ModelHead;
  if (head.format !== 4 || head.moves.join() !== MOVES.join() || head.groups.join() !== GROUPS.join()) {
    throw new Error('the model file was made for other moves or features; run train again');
  }
  const frequent = new Set(reader.ascending());
  const words = reader.ascending();
  const known = { frequent, classes: readClasses(words, reader.bytes()) };
  const part = (): FeatureWeights => ({
    vocabulary: reader.ascending(),
    steps: reader.floats(),
    weights: new Int8Array(new Uint8Array(reader.bytes()).buffer),
  });
  const first = part();
  const full = part();
  const hidden = { unitStarts: reader.floats(), output: reader.floats(), moveStarts: reader.floats() };
  return { head, known, first, full, hidden };
}

function readClasses(words: Int32Array, packed: Uint8Array): ReadonlyMap<number, readonly number[]> {
  const classes = new Map<number, readonly number[]>();
  let at = 0;
  for (const word of words) {
    const count = packed[at] ?? 0;
    classes.set(word, [...packed.subarray(at + 1, at + 1 + count)]);
    at += 1 + count;
  }
  return classes;
}

/** The largest weight, in steps, that a byte holds. */
const MOST_STEPS = 127;

/**
 * Rounds trained weights (features × outcomes) to steps of `coarse` times the spread of their outcome. Most become 0 or
 * ± 1, which pack well.
 */
export function quantise(
  vocabulary: Int32Array,
  weights: Float32Array,
  outcomes: number,
  coarse: number,
): FeatureWeights {
  const steps = new Float32Array(outcomes);
  const bytes = new Int8Array(weights.length);
  for (let outcome = 0; outcome < outcomes; outcome += 1) {
    let squares = 0;
    for (let at = outcome; at < weights.length; at += outcomes) squares += (weights[at] as number) ** 2;
    const step = Math.fround(coarse * Math.sqrt(squares / Math.max(1, vocabulary.length))) || 1;
    for (let at = outcome; at < weights.length; at += outcomes) {
      const inSteps = Math.round((weights[at] as number) / step);
      bytes[at] = Math.max(-MOST_STEPS, Math.min(MOST_STEPS, inSteps));
    }
    steps[outcome] = step;
  }
  return { vocabulary, steps, weights: bytes };
}
