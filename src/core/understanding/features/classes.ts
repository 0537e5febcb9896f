import { type Folded, KIND_MARK, KIND_NUMBER } from '../fold';
import { extend, HASH_SEED, hashText, join } from '../hash';

/** What is known about words: the most frequent ones, and the classes of the authored lexicon. */
export interface WordClasses {
  /** Hashes of the words that are looked at as themselves everywhere. */
  readonly frequent: ReadonlySet<number>;
  /** Hash of a word → numbers of its classes, most telling first. */
  readonly classes: ReadonlyMap<number, readonly number[]>;
}

const SHORT = 4;
const S_CLASS = hashText('#class');
const S_NUMBER = hashText('#number');
const S_SUFFIX = hashText('#suffix');

/** The key of a class, by its number. */
export function classKey(number: number): number {
  return join(S_CLASS, number);
}

/**
 * What a token is in the skeleton of a sentence: a frequent word stands for itself, another word for its first
 * class, and an unknown one for its last two letters.
 */
export function skeletonOf(text: Folded, token: number, known: WordClasses): number {
  const hash = text.hashes[token] as number;
  if (text.kinds[token] === KIND_MARK || known.frequent.has(hash)) return hash;
  const first = known.classes.get(hash)?.[0];
  if (first !== undefined) return classKey(first);
  if (text.kinds[token] === KIND_NUMBER) return S_NUMBER;
  const start = text.starts[token] as number;
  const end = text.ends[token] as number;
  if (end - start < SHORT) return hash;
  const suffix = extend(extend(HASH_SEED, text.codes[end - 2] as number), text.codes[end - 1] as number);
  return join(S_SUFFIX, suffix);
}
