import { MOVES, type Move } from '../../model/moves';
import { createFeatureReader, GROUPS } from '../features';
import type { Example } from './example';

export const MOVE_COUNT = MOVES.length;
export const MOVE_INDEX: ReadonlyMap<Move, number> = new Map(
  MOVES.map((move, index): [Move, number] => [move, index]),
);

/** All examples as hashed features, before any of them is kept or dropped. */
export interface RawMatrix {
  readonly offsets: Int32Array;
  readonly keys: Int32Array;
  readonly groups: Uint8Array;
}

/** Examples as rows of a sparse matrix over the kept features. */
export interface Matrix {
  readonly rows: number;
  readonly offsets: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float32Array;
}

/** Reads the features of every example once; a feature that stands twice in a sentence counts once. */
export function readFeatures(examples: readonly Example[]): RawMatrix {
  const read = createFeatureReader();
  const offsets = new Int32Array(examples.length + 1);
  let keys = new Int32Array(1 << 20);
  let groups = new Uint8Array(1 << 20);
  let used = 0;
  examples.forEach((example, row) => {
    const features = read(example.sentence);
    if (used + features.count > keys.length) {
      keys = grown(keys, new Int32Array(keys.length * 2));
      groups = grown(groups, new Uint8Array(groups.length * 2));
    }
    const seen = new Set<number>();
    for (let at = 0; at < features.count; at += 1) {
      const key = features.keys[at] ?? 0;
      if (seen.has(key)) continue;
      seen.add(key);
      keys[used] = key;
      groups[used] = features.groups[at] ?? 0;
      used += 1;
    }
    offsets[row + 1] = used;
  });
  return { offsets, keys: keys.slice(0, used), groups: groups.slice(0, used) };
}

function grown<Kind extends Int32Array | Uint8Array>(from: Kind, into: Kind): Kind {
  into.set(from);
  return into;
}

/** Features seen in at least so many of the given rows, in ascending order of their key. */
export function chooseVocabulary(
  raw: RawMatrix,
  rows: readonly number[],
  least: readonly number[],
): Int32Array {
  const counts = new Map<number, number>();
  const groupOf = new Map<number, number>();
  for (const row of rows) {
    for (let at = raw.offsets[row] ?? 0; at < (raw.offsets[row + 1] ?? 0); at += 1) {
      const key = raw.keys[at] ?? 0;
      counts.set(key, (counts.get(key) ?? 0) + 1);
      groupOf.set(key, raw.groups[at] ?? 0);
    }
  }
  const kept: number[] = [];
  for (const [key, count] of counts) if (count >= (least[groupOf.get(key) ?? 0] ?? 2)) kept.push(key);
  return Int32Array.from(kept).sort();
}

/** Rows over the vocabulary; within each group of a row all values are equal and have length `scale`. */
export function buildMatrix(
  raw: RawMatrix,
  rows: readonly number[],
  vocabulary: Int32Array,
  scales: readonly number[],
): Matrix {
  const columnOf = new Map<number, number>();
  vocabulary.forEach((key, column) => {
    columnOf.set(key, column);
  });
  const total = rows.reduce((sum, row) => sum + (raw.offsets[row + 1] ?? 0) - (raw.offsets[row] ?? 0), 0);
  const offsets = new Int32Array(rows.length + 1);
  const columns = new Int32Array(total);
  const values = new Float32Array(total);
  const sizes = new Int32Array(GROUPS.length);
  let used = 0;
  rows.forEach((row, place) => {
    const begin = used;
    sizes.fill(0);
    const from = raw.offsets[row] ?? 0;
    const to = raw.offsets[row + 1] ?? 0;
    for (let at = from; at < to; at += 1) {
      const column = columnOf.get(raw.keys[at] ?? 0);
      if (column === undefined) continue;
      const group = raw.groups[at] ?? 0;
      columns[used] = column;
      values[used] = group;
      sizes[group] = (sizes[group] ?? 0) + 1;
      used += 1;
    }
    for (let at = begin; at < used; at += 1) {
      const group = values[at] ?? 0;
      values[at] = groupValue(scales[group] ?? 1, sizes[group] ?? 1);
    }
    offsets[place + 1] = used;
  });
  return { rows: rows.length, offsets, columns: columns.slice(0, used), values: values.slice(0, used) };
}

/** The value of each of `size` features of one group. */
export function groupValue(scale: number, size: number): number {
  return scale / Math.sqrt(size);
}
