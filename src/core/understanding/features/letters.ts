import { type Folded, KIND_MARK } from '../fold';
import { extend, HASH_SEED, hashText, join } from '../hash';
import { add, type FeatureSink, GROUP } from './sink';

const SPACE = 32;
const S_INSIDE = [0, 0, hashText('#c2'), hashText('#c3'), hashText('#c4'), hashText('#c5')] as const;
const LONGEST_INSIDE = 5;

/** Rows of two to five letters within each word, its borders included. */
export function addLetters(sink: FeatureSink, text: Folded): void {
  for (let token = 0; token < text.tokens; token += 1) {
    if (text.kinds[token] === KIND_MARK) continue;
    const start = text.starts[token] as number;
    const end = text.ends[token] as number;
    for (let from = start - 1; from < end; from += 1) {
      let hash = HASH_SEED;
      for (let size = 1; size <= LONGEST_INSIDE && from + size - 1 <= end; size += 1) {
        const unit = from + size - 1;
        hash = extend(hash, unit < start || unit >= end ? SPACE : (text.codes[unit] as number));
        if (size > 1) add(sink, GROUP.letters, join(S_INSIDE[size] as number, hash), token);
      }
    }
  }
}
