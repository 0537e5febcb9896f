import type { Word } from './words';

/** Fewer words than this tell nothing about how hard a reply is. */
const LEAST_WORDS = 8;
const VOWELS = /[aeiouyàáâäèéêëìíîïòóôöùúûü]+/gu;
const SPLIT_VOWELS = /[ëïöü]/gu;

/**
 * How easily a reply reads, by Douma's Dutch form of Flesch's formula: 100 is very easy, 0 very hard; about 65 and
 * higher can be followed at level B1. Null for a reply that is too short to tell.
 */
export function readingEase(words: readonly Word[], sentences: number): number | null {
  const spoken = words.filter(({ plain }) => /\p{L}/u.test(plain));
  if (spoken.length < LEAST_WORDS || sentences === 0) return null;
  const syllables = spoken.reduce((sum, { plain }) => sum + syllablesOf(plain), 0);
  const ease = 206.84 - (77 * syllables) / spoken.length - (0.93 * spoken.length) / sentences;
  return Math.round(Math.min(100, Math.max(0, ease)));
}

/** Syllables of a Dutch word: groups of vowels, one more for each vowel with a diaeresis inside a group. */
export function syllablesOf(word: string): number {
  const groups = word.match(VOWELS) ?? [];
  const split = groups.reduce((sum, group) => sum + (group.slice(1).match(SPLIT_VOWELS)?.length ?? 0), 0);
  return Math.max(1, groups.length + split);
}
