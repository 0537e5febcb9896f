/** 32-bit hashing of code units and of other hashes, so that n-grams need no substrings. */

export const HASH_SEED = 0x811c9dc5 | 0;
const PRIME = 0x01000193;

/** Extends a hash by one code unit (FNV-1a). */
export function extend(hash: number, code: number): number {
  return Math.imul(hash ^ code, PRIME);
}

/** Joins two hashes; the order matters. */
export function join(first: number, second: number): number {
  let mixed = Math.imul(first ^ (first >>> 15), 0x2c1b3c6d) ^ second;
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0x297a2d39);
  return mixed ^ (mixed >>> 16);
}

/** The hash of a whole string. */
export function hashText(text: string): number {
  let hash = HASH_SEED;
  for (let index = 0; index < text.length; index += 1) hash = extend(hash, text.charCodeAt(index));
  return hash;
}

/** Hexadecimal fingerprint of any text (64 bits), stable on every machine. */
export function fingerprint(text: string): string {
  let left = HASH_SEED;
  let right = 0x2545f491;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    left = extend(left, code);
    right = join(right, code);
  }
  return [left, right].map((part) => (part >>> 0).toString(16).padStart(8, '0')).join('');
}

/** Seeded random numbers in [0, 1) (mulberry32): the same seed gives the same row everywhere. */
export function seededRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
