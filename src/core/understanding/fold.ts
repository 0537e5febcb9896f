import { SPELLING } from './dutch/spelling';
import { extend, HASH_SEED, hashText } from './hash';

/** Sentences are read up to this many UTF-16 units; what follows changes nothing. */
export const MAX_SENTENCE = 800;
const MAX_TOKENS = 200;

export const KIND_WORD = 0;
export const KIND_NUMBER = 1;
export const KIND_MARK = 2;

/** A sentence as small letters without accents, cut into words and marks. Offsets are those of the text itself. */
export interface Folded {
  /** Folded code units of the text, one for each unit read. */
  readonly codes: Uint16Array;
  readonly length: number;
  readonly tokens: number;
  readonly starts: Uint16Array;
  readonly ends: Uint16Array;
  readonly kinds: Uint8Array;
  /** Hash of the word in its usual spelling. */
  readonly hashes: Int32Array;
}

const ACCENTED = 'àáâãäåçèéêëìíîïñòóôõöøùúûüýÿ';
const PLAIN = 'aaaaaaceeeeiiiinoooooouuuuyy';
const SPELLING_BY_HASH: ReadonlyMap<number, number> = new Map(
  [...SPELLING].map(([from, to]): [number, number] => [hashText(from), hashText(to)]),
);
const APOSTROPHE = 39;
const FOLD = buildFold();
const NUMBER_HASH = hashText('<number>');
const OTHER_MARK = 0xfffd;

function buildFold(): Uint16Array {
  const table = new Uint16Array(65536);
  for (let code = 0; code < 65536; code += 1) table[code] = code;
  for (let code = 65; code <= 90; code += 1) table[code] = code + 32;
  for (let index = 0; index < ACCENTED.length; index += 1) {
    const plain = PLAIN.charCodeAt(index);
    table[ACCENTED.charCodeAt(index)] = plain;
    table[(ACCENTED[index] ?? '').toUpperCase().charCodeAt(0)] = plain;
  }
  for (const quote of '’‘`´') table[quote.charCodeAt(0)] = APOSTROPHE;
  for (const quote of '“”„«»') table[quote.charCodeAt(0)] = 34;
  for (const dash of '–—') table[dash.charCodeAt(0)] = 45;
  for (const space of '\t\n\r\u00a0\u2009\u202f') table[space.charCodeAt(0)] = 32;
  for (let code = 0x300; code < 0x370; code += 1) table[code] = APOSTROPHE;
  return table;
}

function isLetter(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 0xdf && code < 0x2000 && code !== 0xf7) ||
    (code >= 0x3040 && code < 0xd800)
  );
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function joinsDigits(code: number): boolean {
  return code === 44 || code === 46 || code === 58;
}

/** A workspace that folds one sentence after another without allocating; each call overwrites the last result. */
export function createFolder(): (text: string) => Folded {
  const codes = new Uint16Array(MAX_SENTENCE);
  const starts = new Uint16Array(MAX_TOKENS);
  const ends = new Uint16Array(MAX_TOKENS);
  const kinds = new Uint8Array(MAX_TOKENS);
  const hashes = new Int32Array(MAX_TOKENS);

  return (text) => {
    const length = Math.min(text.length, MAX_SENTENCE);
    for (let index = 0; index < length; index += 1) codes[index] = FOLD[text.charCodeAt(index)] ?? 0;
    let tokens = 0;
    let at = 0;
    while (at < length && tokens < MAX_TOKENS) {
      const code = codes[at] ?? 0;
      if (code === 32) {
        at += 1;
        continue;
      }
      const start = at;
      let hash = HASH_SEED;
      if (isLetter(code) || (code === APOSTROPHE && at + 1 < length && isLetter(codes[at + 1] ?? 0))) {
        while (at < length) {
          const unit = codes[at] ?? 0;
          if (isLetter(unit) || isDigit(unit)) hash = extend(hash, unit);
          else if (unit !== APOSTROPHE) break;
          at += 1;
        }
        kinds[tokens] = KIND_WORD;
        hashes[tokens] = SPELLING_BY_HASH.get(hash) ?? hash;
      } else if (isDigit(code)) {
        while (
          at < length &&
          (isDigit(codes[at] ?? 0) || (joinsDigits(codes[at] ?? 0) && isDigit(codes[at + 1] ?? 0)))
        )
          at += 1;
        kinds[tokens] = KIND_NUMBER;
        hashes[tokens] = NUMBER_HASH;
      } else {
        while (at < length && codes[at] === code) at += 1;
        kinds[tokens] = KIND_MARK;
        hashes[tokens] = extend(
          extend(HASH_SEED, code < 0x2000 || code === 0x2026 ? code : OTHER_MARK),
          at - start > 1 ? 2 : 1,
        );
      }
      starts[tokens] = start;
      ends[tokens] = at;
      tokens += 1;
    }
    return { codes, length, tokens, starts, ends, kinds, hashes };
  };
}
