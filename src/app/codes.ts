import type { Secrets } from './ports';

/** No vowels, so that no word comes out, and no letters that are taken for a digit or for each other (I, O, U, Y). */
const LETTERS = 'BCDFGHJKLMNPQRSTVWXZ';
const LENGTH = 6;

/** A code to enter a group with: 64 million there are. */
export function freshCode(secrets: Secrets): string {
  return Array.from({ length: LENGTH }, () => LETTERS[secrets.below(LETTERS.length)]).join('');
}

/** What somebody typed or read out, as a code: spaces, dashes and small letters are forgiven. Null when it is none. */
export function readCode(text: string): string | null {
  const letters = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}._]/gu, '');
  return letters.length === LENGTH && [...letters].every((one) => LETTERS.includes(one)) ? letters : null;
}

/** As it is easiest read out: `BCD-FGH`. */
export function spacedCode(code: string): string {
  return `${code.slice(0, LENGTH / 2)}-${code.slice(LENGTH / 2)}`;
}
