import { MOVES } from '../model/moves';
import { GROUPS } from './features';
import type { Thresholds } from './reading';

/** What is known about a model beside its weights; it stands readable at the head of the file. */
export interface ModelHead {
  readonly format: 1;
  /** Fingerprint of the corpus it was trained on. */
  readonly corpus: string;
  readonly seed: number;
  readonly moves: readonly string[];
  readonly groups: readonly string[];
  /** Length of each group's part of a sentence. */
  readonly scales: readonly number[];
  readonly features: number;
  /** Scores are divided by this before they become probabilities. */
  readonly temperature: number;
  readonly thresholds: Thresholds;
}

/** A trained linear model: a weight of one byte for every kept feature and move. */
export interface MoveModel {
  readonly head: ModelHead;
  /** Hashed names of the features, ascending. */
  readonly vocabulary: Int32Array;
  /** Size of one unit of weight, per move. */
  readonly units: Float32Array;
  /** Features × moves. */
  readonly weights: Int8Array;
}

const MAGIC = 0x314d5342;

/** Packs a model into bytes; the same model always gives the same bytes. */
export function serialiseModel(model: MoveModel): Uint8Array {
  const head = new TextEncoder().encode(JSON.stringify(model.head));
  const vocabulary = packAscending(model.vocabulary);
  const bytes = new Uint8Array(
    12 + head.length + vocabulary.length + model.units.length * 4 + model.weights.length,
  );
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, head.length, true);
  view.setUint32(8, vocabulary.length, true);
  let at = 12;
  bytes.set(head, at);
  at += head.length;
  bytes.set(vocabulary, at);
  at += vocabulary.length;
  for (const unit of model.units) {
    view.setFloat32(at, unit, true);
    at += 4;
  }
  bytes.set(new Uint8Array(model.weights.buffer, model.weights.byteOffset, model.weights.length), at);
  return bytes;
}

/** Reads a model file. Throws when the bytes are no model of this version: that is a broken installation. */
export function parseModel(bytes: Uint8Array): MoveModel {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 12 || view.getUint32(0, true) !== MAGIC)
    throw new Error('not a model file of understanding');
  const headEnd = 12 + view.getUint32(4, true);
  const vocabularyEnd = headEnd + view.getUint32(8, true);
  const head = JSON.parse(new TextDecoder().decode(bytes.subarray(12, headEnd))) as ModelHead;
  if (head.format !== 1 || head.moves.join() !== MOVES.join() || head.groups.join() !== GROUPS.join()) {
    throw new Error('the model file was made for other moves or features; run train again');
  }
  const vocabulary = unpackAscending(bytes.subarray(headEnd, vocabularyEnd), head.features);
  const units = new Float32Array(MOVES.length);
  for (let move = 0; move < units.length; move += 1)
    units[move] = view.getFloat32(vocabularyEnd + move * 4, true);
  const begin = vocabularyEnd + units.length * 4;
  const size = head.features * MOVES.length;
  if (bytes.length < begin + size) throw new Error('the model file is cut short');
  return { head, vocabulary, units, weights: Int8Array.from(new Int8Array(bytes.buffer, bytes.byteOffset + begin, size)) };
}

/** Ascending numbers as differences in a variable number of bytes. */
function packAscending(numbers: Int32Array): Uint8Array {
  const packed = new Uint8Array(numbers.length * 5);
  let used = 0;
  let last = -2147483648;
  for (const number of numbers) {
    let rest = number - last;
    last = number;
    while (rest >= 128) {
      packed[used] = (rest % 128) | 128;
      used += 1;
      rest = Math.floor(rest / 128);
    }
    packed[used] = rest;
    used += 1;
  }
  return packed.slice(0, used);
}

function unpackAscending(packed: Uint8Array, count: number): Int32Array {
  const numbers = new Int32Array(count);
  let last = -2147483648;
  let at = 0;
  for (let index = 0; index < count; index += 1) {
    let rest = 0;
    let factor = 1;
    let byte = packed[at] ?? 0;
    at += 1;
    while (byte >= 128) {
      rest += (byte & 127) * factor;
      factor *= 128;
      byte = packed[at] ?? 0;
      at += 1;
    }
    last += rest + byte * factor;
    numbers[index] = last;
  }
  return numbers;
}

/** Rounds trained weights (features × moves) to bytes, with one unit for each move. */
export function quantise(weights: Float32Array): { units: Float32Array; bytes: Int8Array } {
  const units = new Float32Array(MOVES.length);
  for (let at = 0; at < weights.length; at += 1) {
    const move = at % MOVES.length;
    units[move] = Math.max(units[move] ?? 0, Math.abs(weights[at] ?? 0));
  }
  for (let move = 0; move < units.length; move += 1) units[move] = ((units[move] ?? 0) || 1) / 127;
  const bytes = new Int8Array(weights.length);
  for (let at = 0; at < weights.length; at += 1) {
    bytes[at] = Math.round((weights[at] ?? 0) / (units[at % MOVES.length] ?? 1));
  }
  return { units, bytes };
}
