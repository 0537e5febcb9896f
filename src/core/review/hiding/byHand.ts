import type { Cover } from './kinds';

/** More words than this are not looked for: each takes a walk through every text. */
export const MOST_BY_HAND = 50;

/** Words that the owner wants hidden, wherever they stand and however they are capitalised. */
export function byHand(text: string, words: readonly string[], cover: Cover): void {
  const longestFirst = [...new Set(words.map((word) => word.trim()).filter((word) => word !== ''))]
    .slice(0, MOST_BY_HAND)
    .sort((left, right) => right.length - left.length);
  for (const word of longestFirst) {
    for (const { 0: found, index } of text.matchAll(wholeWord(word))) {
      cover.add({ kind: 'other', span: { start: index, end: index + found.length } });
    }
  }
}

function wholeWord(word: string): RegExp {
  const literal = word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replace(/\s+/g, '\\s+');
  const open = /^[\p{L}\p{N}]/u.test(word) ? '(?<![\\p{L}\\p{N}])' : '';
  const close = /[\p{L}\p{N}]$/u.test(word) ? '(?![\\p{L}\\p{N}])' : '';
  return new RegExp(open + literal + close, 'giu');
}
