import type { Span } from '../model/understanding';

/** One word of a text: its plain small letters, its stem, and where it stands. */
export interface Word {
  readonly plain: string;
  readonly stem: string;
  readonly span: Span;
}

/** Most words: nothing to take off. */
const PLAIN = /^[a-z0-9]*$/;
const WORD = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu;

/** The words of a text, in order. */
export function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(WORD)) {
    const plain = plainLetters(match[0]);
    words.push({
      plain,
      stem: stemOf(plain),
      span: { start: match.index, end: match.index + match[0].length },
    });
  }
  return words;
}

/** Small letters without accents or apostrophes. */
export function plainLetters(text: string): string {
  const small = text.toLowerCase();
  return PLAIN.test(small) ? small : small.normalize('NFD').replace(/[\u0300-\u036f'’]/g, '');
}

/**
 * A light Dutch stem: enough to bring "slapen", "slaapt" and "slaap" together. It is no word and is never shown.
 * Short words stay as they are.
 */
export function stemOf(word: string): string {
  if (word.length < 4) return word;
  const grown = without(word, DIMINUTIVES);
  const base = grown.length < 3 ? word : grown;
  const bare = without(base, INFLECTIONS);
  const stem = (bare.length < 3 ? base : bare).replace(DOUBLE_VOWEL, '$1');
  const last = stem.slice(-1);
  if (last === stem.slice(-2, -1) && CONSONANTS.includes(last)) return hardened(stem.slice(0, -1));
  return hardened(stem);
}

/** Endings in each list: longest first. */
const DIMINUTIVES = ['etjes', 'tjes', 'pjes', 'etje', 'tje', 'pje', 'jes', 'je'];
const INFLECTIONS = ['eren', 'ende', 'end', 'en', 'es', 'de', 'te', 'e', 's', 't'];
const DOUBLE_VOWEL = /([aeou])\1/g;
const CONSONANTS = 'bcdfghjklmnpqrstvwxyz';

function without(word: string, endings: readonly string[]): string {
  const ending = endings.find((part) => word.endsWith(part));
  return ending ? word.slice(0, -ending.length) : word;
}

function hardened(stem: string): string {
  if (stem.endsWith('v')) return `${stem.slice(0, -1)}f`;
  return stem.endsWith('z') ? `${stem.slice(0, -1)}s` : stem;
}
