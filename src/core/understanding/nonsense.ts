import { DUTCH_WORDS } from './dutch/languages';
import type { Word } from './words';

const INTERJECTION =
  /^(?:p+f+|h+m+|u+h+m*|e+h+m*|g?r+|b+r+|z+|p+s+t+|m+h*m*|t+s+|s+t+|(?:ha|he|hi|ho)+h?|j+a+|n+e+|o+h*|a+h*)$/;
const VOWEL = /[aeiouy]/;
const SAME_LETTER = /(\p{L})\1{4}/u;
const SAME_PIECE = /^(\p{L}{2,4})\1{2,}/u;
const KEY_ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'azerty'];
const KEYS_IN_A_ROW = 4;
const SHORT = 4;
const LONGEST_INTERJECTION = 8;

/** Whether a reply is only fingers on a keyboard: most of its longer words are no words at all. */
export function isNonsense(words: readonly Word[]): boolean {
  const long = words.filter(({ plain }) => plain.length >= SHORT && /^\p{Script=Latin}+$/u.test(plain));
  if (long.length === 0 || words.some(({ plain }) => DUTCH_WORDS.has(plain))) return false;
  return long.filter(({ plain }) => isHammered(plain)).length * 2 > long.length;
}

function isHammered(word: string): boolean {
  if (word.length <= LONGEST_INTERJECTION && INTERJECTION.test(word)) return false;
  return !VOWEL.test(word) || SAME_LETTER.test(word) || SAME_PIECE.test(word) || hasKeyRow(word);
}

function hasKeyRow(word: string): boolean {
  for (let at = 0; at + KEYS_IN_A_ROW <= word.length; at += 1) {
    const piece = word.slice(at, at + KEYS_IN_A_ROW);
    const back = [...piece].reverse().join('');
    if (KEY_ROWS.some((row) => row.includes(piece) || row.includes(back)) && !DUTCH_PIECES.has(piece))
      return true;
  }
  return false;
}

/** Rows of keys that stand in Dutch words: property, poort and the like. */
const DUTCH_PIECES: ReadonlySet<string> = new Set(['pert', 'erty', 'tyui', 'oper', 'trew', 'rewq', 'poiu']);
