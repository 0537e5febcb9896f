import type { Folded } from '../fold';
import { hashText, join } from '../hash';
import { classKey, skeletonOf, type WordClasses } from './classes';
import { add, type FeatureSink, GROUP } from './sink';

const EDGE_BEGIN = hashText('#^');
const EDGE_END = hashText('#$');
const S_ROW = [0, 0, hashText('#s2'), hashText('#s3'), hashText('#s4')] as const;
const S_GAP = hashText('#s_s');
const S_PAIR = hashText('#pair');
const S_HAS = hashText('#has');
const LONGEST_ROW = 4;
/** Different frequent words that are paired with each other. */
const MOST_PAIRED = 16;

/** Makes the reader of a sentence's skeleton and the classes of its words; it keeps a workspace. */
export function createSkeletonReader(known: WordClasses): (sink: FeatureSink, text: Folded) => void {
  let bones = new Int32Array(256);

  function lay(text: Folded): number {
    const size = text.tokens + 2;
    if (bones.length < size) bones = new Int32Array(size * 2);
    bones[0] = EDGE_BEGIN;
    for (let token = 0; token < text.tokens; token += 1) bones[token + 1] = skeletonOf(text, token, known);
    bones[size - 1] = EDGE_END;
    return size;
  }

  return (sink, text) => {
    if (text.tokens === 0) return;
    const size = lay(text);
    for (let from = 0; from < size; from += 1) {
      const token = Math.min(Math.max(from - 1, 0), text.tokens - 1);
      let hash = bones[from] as number;
      for (let length = 2; length <= LONGEST_ROW && from + length <= size; length += 1) {
        hash = join(hash, bones[from + length - 1] as number);
        add(sink, GROUP.skeleton, join(S_ROW[length] as number, hash), token);
      }
      if (from + 2 < size) {
        add(sink, GROUP.skeleton, join(S_GAP, join(bones[from] as number, bones[from + 2] as number)), token);
      }
    }
    addClasses(sink, text, known);
    addPairs(sink, text, known);
  };
}

function addClasses(sink: FeatureSink, text: Folded, known: WordClasses): void {
  for (let token = 0; token < text.tokens; token += 1) {
    const classes = known.classes.get(text.hashes[token] as number);
    if (classes === undefined) continue;
    for (const number of classes) add(sink, GROUP.classes, join(S_HAS, classKey(number)), token);
  }
}

/** Which frequent words stand in one sentence, in whatever order. */
function addPairs(sink: FeatureSink, text: Folded, known: WordClasses): void {
  const found: number[] = [];
  const places: number[] = [];
  for (let token = 0; token < text.tokens && found.length < MOST_PAIRED; token += 1) {
    const hash = text.hashes[token] as number;
    if (!known.frequent.has(hash) || found.includes(hash)) continue;
    found.push(hash);
    places.push(token);
  }
  for (let left = 0; left < found.length; left += 1) {
    for (let right = left + 1; right < found.length; right += 1) {
      const one = found[left] as number;
      const other = found[right] as number;
      const key = one < other ? join(one, other) : join(other, one);
      add(sink, GROUP.pairs, join(S_PAIR, key), places[left] as number);
    }
  }
}
