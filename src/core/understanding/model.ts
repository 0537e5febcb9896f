import { MOVES } from '../model/moves';
import { createByteReader, createByteWriter } from './bytes';
import type { WordClasses } from './features/classes';
import { GROUPS } from './features/sink';
import type { Thresholds } from './reading';

/** What is known about a model beside its weights; it stands readable at the head of the file. */
export interface ModelHead {
  readonly format: 2;
  /** Fingerprint of the corpus and lexicon it was trained on. */
  readonly corpus: string;
  readonly seed: number;
  readonly moves: readonly string[];
  readonly groups: readonly string[];
  /** Length of each group's part of a sentence. */
  readonly scales: readonly number[];
  /** Scores are divided by this before they become probabilities. */
  readonly temperature: number;
  readonly thresholds: Thresholds;
}

/** Linear weights, one byte for every kept feature and move. */
export interface LinearPart {
  /** Hashed names of the features, ascending. */
  readonly vocabulary: Int32Array;
  /** Size of one unit of weight, per move. */
  readonly units: Float32Array;
  /** Features × moves. */
  readonly weights: Int8Array;
}

/** A trained model: `first` looks at neighbours, `full` decides. */
export interface MoveModel {
  readonly head: ModelHead;
  readonly known: WordClasses;
  readonly first: LinearPart;
  readonly full: LinearPart;
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
  for (const part of [model.first, model.full]) {
    writer.ascending(part.vocabulary);
    writer.floats(part.units);
    writer.bytes(new Uint8Array(part.weights.buffer, part.weights.byteOffset, part.weights.length));
  }
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
  if (head.format !== 2 || head.moves.join() !== MOVES.join() || head.groups.join() !== GROUPS.join()) {
    throw new Error('the model file was made for other moves or features; run train again');
  }
  const frequent = new Set(reader.ascending());
  const words = reader.ascending();
  const known = { frequent, classes: readClasses(words, reader.bytes()) };
  const part = (): LinearPart => ({
    vocabulary: reader.ascending(),
    units: reader.floats(),
    weights: new Int8Array(new Uint8Array(reader.bytes()).buffer),
  });
  return { head, known, first: part(), full: part() };
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

/** Rounds trained weights (features × moves) to bytes, with one unit for each move. */
export function quantise(vocabulary: Int32Array, weights: Float32Array): LinearPart {
  const units = new Float32Array(MOVES.length);
  for (let at = 0; at < weights.length; at += 1) {
    const move = at % MOVES.length;
    units[move] = Math.max(units[move] as number, Math.abs(weights[at] as number));
  }
  for (let move = 0; move < units.length; move += 1) units[move] = ((units[move] as number) || 1) / 127;
  const bytes = new Int8Array(weights.length);
  for (let at = 0; at < weights.length; at += 1) {
    bytes[at] = Math.round((weights[at] as number) / (units[at % MOVES.length] as number));
  }
  return { vocabulary, units, weights: bytes };
}
