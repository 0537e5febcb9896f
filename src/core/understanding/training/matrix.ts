import { MOVES, type Move } from '../../model/moves';
import { type FeatureSink, GROUPS } from '../features/sink';
import { createIndexer } from './indexer';

export const MOVE_COUNT = MOVES.length;
export const MOVE_INDEX: ReadonlyMap<Move, number> = new Map(
  MOVES.map((move, index): [Move, number] => [move, index]),
);

/** Some of the features of every example, before any of them is kept or dropped. */
export interface FeatureTable {
  readonly offsets: Int32Array;
  /** Place of each feature's key in `keys`. */
  readonly places: Int32Array;
  readonly groups: Uint8Array;
  /** Every different key, in the order in which they came up. */
  readonly keys: Int32Array;
}

/** Examples as rows of a sparse matrix over the kept features. */
export interface Matrix {
  readonly rows: number;
  readonly offsets: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float32Array;
}

/** Collects the features of every row; one that stands twice in a row counts once. */
export function collectFeatures(rows: number, read: (row: number) => FeatureSink): FeatureTable {
  const indexer = createIndexer();
  const offsets = new Int32Array(rows + 1);
  let places = new Int32Array(1 << 20);
  let groups = new Uint8Array(1 << 20);
  let lastRow = new Int32Array(1 << 20).fill(-1);
  let used = 0;
  for (let row = 0; row < rows; row += 1) {
    const sink = read(row);
    if (used + sink.count > places.length) {
      places = grown(places, new Int32Array(places.length * 2));
      groups = grown(groups, new Uint8Array(groups.length * 2));
    }
    for (let at = 0; at < sink.count; at += 1) {
      const place = indexer.placeOf(sink.keys[at] as number);
      if (place >= lastRow.length) lastRow = grown(lastRow, new Int32Array(lastRow.length * 2).fill(-1));
      if (lastRow[place] === row) continue;
      lastRow[place] = row;
      places[used] = place;
      groups[used] = sink.groups[at] as number;
      used += 1;
    }
    offsets[row + 1] = used;
  }
  return { offsets, places: places.slice(0, used), groups: groups.slice(0, used), keys: indexer.keys() };
}

function grown<Kind extends Int32Array | Uint8Array>(from: Kind, into: Kind): Kind {
  into.set(from);
  return into;
}

/**
 * Features seen in at least so many of the given rows, the most frequent first: what is asked for most lies together
 * in memory, which makes training several times faster.
 */
export function chooseVocabulary(
  tables: readonly FeatureTable[],
  rows: readonly number[],
  least: number,
): Int32Array {
  const seen = new Map<number, number>();
  for (const { offsets, places, keys } of tables) {
    const counts = new Int32Array(keys.length);
    for (const row of rows) {
      const to = offsets[row + 1] as number;
      for (let at = offsets[row] as number; at < to; at += 1) {
        const place = places[at] as number;
        counts[place] = (counts[place] as number) + 1;
      }
    }
    for (let place = 0; place < keys.length; place += 1) {
      const count = counts[place] as number;
      if (count >= least) seen.set(keys[place] as number, count);
    }
  }
  const order = [...seen].sort(([one, many], [other, more]) => more - many || one - other);
  return Int32Array.from(order, ([key]) => key);
}

/** Rows over the vocabulary; within each group of a row all values are equal and have length `scale`. */
export function buildMatrix(
  tables: readonly FeatureTable[],
  rows: readonly number[],
  vocabulary: Int32Array,
  scales: readonly number[],
): Matrix {
  const columnsOf = tables.map(({ keys }) => columnsIn(vocabulary, keys));
  const total = tables.reduce((sum, table) => sum + countIn(table, rows), 0);
  const offsets = new Int32Array(rows.length + 1);
  const columns = new Int32Array(total);
  const values = new Float32Array(total);
  const sizes = new Int32Array(GROUPS.length);
  let used = 0;
  rows.forEach((row, index) => {
    const begin = used;
    sizes.fill(0);
    tables.forEach(({ offsets: from, places, groups }, which) => {
      const columnOf = columnsOf[which] as Int32Array;
      const to = from[row + 1] as number;
      for (let at = from[row] as number; at < to; at += 1) {
        const column = columnOf[places[at] as number] as number;
        if (column < 0) continue;
        const group = groups[at] as number;
        columns[used] = column;
        values[used] = group;
        sizes[group] = (sizes[group] as number) + 1;
        used += 1;
      }
    });
    for (let at = begin; at < used; at += 1) {
      const group = values[at] as number;
      values[at] = (scales[group] as number) / Math.sqrt(sizes[group] as number);
    }
    offsets[index + 1] = used;
  });
  return { rows: rows.length, offsets, columns: columns.slice(0, used), values: values.slice(0, used) };
}

function countIn({ offsets }: FeatureTable, rows: readonly number[]): number {
  return rows.reduce((sum, row) => sum + (offsets[row + 1] as number) - (offsets[row] as number), 0);
}

/** The column of each key, or -1. */
function columnsIn(vocabulary: Int32Array, keys: Int32Array): Int32Array {
  const indexer = createIndexer();
  for (const key of vocabulary) indexer.placeOf(key);
  return keys.map((key) => indexer.find(key));
}
