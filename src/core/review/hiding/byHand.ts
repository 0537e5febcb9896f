import type { Span } from '../../model/understanding';
import type { Finding } from './kinds';

/** More words than this are not looked for: each takes a walk through every text. */
export const MOST_BY_HAND = 50;

/**
 * Words that the owner wants hidden, wherever they stand and however they are capitalised, as far as nothing was
 * found there. Comes after everything that is found by itself and only adds to it: however many words there are,
 * nothing is less hidden than without them.
 */
export function byHand(
  text: string,
  words: readonly string[],
  found: readonly Finding[],
): readonly Finding[] {
  const asked = [...new Set(words.map((word) => word.trim()).filter((word) => word !== ''))];
  if (asked.length === 0) return [];
  const hidden = new Uint8Array(text.length);
  for (const word of asked.slice(0, MOST_BY_HAND)) {
    for (const { 0: all, index } of text.matchAll(wholeWord(word))) hidden.fill(1, index, index + all.length);
  }
  for (const { span } of found) hidden.fill(0, span.start, span.end);
  return runsOf(hidden).flatMap((run) => {
    const span = bare(text, run);
    return span.end > span.start ? [{ kind: 'other' as const, span }] : [];
  });
}

function wholeWord(word: string): RegExp {
  const literal = word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replace(/\s+/g, '\\s+');
  const open = /^[\p{L}\p{N}]/u.test(word) ? '(?<![\\p{L}\\p{N}])' : '';
  const close = /[\p{L}\p{N}]$/u.test(word) ? '(?![\\p{L}\\p{N}])' : '';
  return new RegExp(open + literal + close, 'giu');
}

function runsOf(hidden: Uint8Array): readonly Span[] {
  const runs: Span[] = [];
  for (let start = hidden.indexOf(1); start >= 0; ) {
    const next = hidden.indexOf(0, start);
    const end = next < 0 ? hidden.length : next;
    runs.push({ start, end });
    start = hidden.indexOf(1, end);
  }
  return runs;
}

/** Without white space around it, which tells nothing. */
function bare(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  const from = start + words.length - words.trimStart().length;
  return { start: from, end: Math.max(from, start + words.trimEnd().length) };
}
