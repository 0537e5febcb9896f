import type { Span } from '../model/understanding';

/** One word of a text: its plain small letters, its stem, and where it stands. */
export interface Word {
  readonly plain: string;
  readonly stem: string;
  readonly span: Span;
}

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
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f'’]/g, '');
}

/**
 * A light Dutch stem: enough to bring "slapen", "slaapt" and "slaap" together. It is no word and is never shown.
 * Short words stay as they are.
 */
export function stemOf(word: string): string {
  if (word.length < 4) return word;
  let stem = word.replace(/(?:tjes|tje|etjes|etje|pjes|pje|jes|je)$/, '');
  if (stem.length < 3) stem = word;
  stem = stem.replace(/(?:eren|ende|end|en|es|de|te|e|s|t)$/, (ending) =>
    stem.length - ending.length >= 3 ? '' : ending,
  );
  return stem
    .replace(/([aeou])\1/g, '$1')
    .replace(/([b-df-hj-np-tv-z])\1$/, '$1')
    .replace(/v$/, 'f')
    .replace(/z$/, 's');
}
