import { type Folded, KIND_MARK, KIND_WORD, MAX_SENTENCE } from '../fold';
import { extend, HASH_SEED, hashText, join } from '../hash';
import { add, type FeatureSink, GROUP } from './sink';

const SPACE = 32;
const APOSTROPHE = 39;
const S_INSIDE = [0, 0, hashText('#c2'), hashText('#c3'), hashText('#c4'), hashText('#c5')] as const;
const S_ACROSS = hashText('#across');
const LONGEST_INSIDE = 5;
const SHORTEST_ACROSS = 4;
const LONGEST_ACROSS = 7;

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

/** Makes the reader of rows of letters that reach over the border between words; it keeps a workspace. */
export function createJointReader(): (sink: FeatureSink, text: Folded) => void {
  const letters = new Uint16Array(MAX_SENTENCE * 2);
  const owners = new Uint16Array(MAX_SENTENCE * 2);

  function lay(text: Folded): number {
    let used = 0;
    const put = (code: number, token: number): void => {
      letters[used] = code;
      owners[used] = token;
      used += 1;
    };
    put(SPACE, 0);
    for (let token = 0; token < text.tokens; token += 1) {
      if (text.kinds[token] !== KIND_WORD) continue;
      for (let unit = text.starts[token] as number; unit < (text.ends[token] as number); unit += 1) {
        const code = text.codes[unit] as number;
        if (code !== APOSTROPHE) put(code, token);
      }
      put(SPACE, token);
    }
    return used;
  }

  return (sink, text) => {
    const used = lay(text);
    for (let from = 0; from < used; from += 1) {
      let hash = HASH_SEED;
      let joint = false;
      for (let size = 1; size <= LONGEST_ACROSS && from + size <= used; size += 1) {
        const unit = from + size - 1;
        if (size > 2 && letters[unit - 1] === SPACE) joint = true;
        hash = extend(hash, letters[unit] as number);
        if (joint && size >= SHORTEST_ACROSS) {
          add(sink, GROUP.joints, join(S_ACROSS, join(size, hash)), owners[from] as number);
        }
      }
    }
  };
}
