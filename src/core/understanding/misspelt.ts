import Fuse from 'fuse.js';

/** A keyword with the topic it stands for. */
export interface Keyword {
  readonly word: string;
  readonly topic: string;
}

/** What a wrongly typed word was probably meant to be. */
export interface Meant {
  readonly keyword: Keyword;
  readonly errors: number;
}

/** Words shorter than this are not searched for typing errors: too much would match. */
export const SHORTEST_TYPO = 5;
const LONGEST_TYPO = 24;
/** Typing errors that are forgiven in a long word; a short one gets one less. */
const MOST_ERRORS = 2;
const LONG = 8;

interface Shelf {
  readonly keywords: Keyword[];
  readonly masks: number[];
  fuse: Fuse<Keyword> | null;
}

/**
 * Finds the keyword that a word was meant to be. Keywords stand on shelves by their first letter, which is hardly
 * ever mistyped; a cheap look at the letters decides whether Fuse.js searches the shelf at all.
 */
export function createMisspeltFinder(keywords: readonly Keyword[]): (word: string) => Meant | null {
  const shelves = new Map<string, Shelf>();
  for (const keyword of keywords) {
    if (keyword.word.length < SHORTEST_TYPO || /\s/.test(keyword.word)) continue;
    const letter = keyword.word.charAt(0);
    const shelf = shelves.get(letter) ?? { keywords: [], masks: [], fuse: null };
    shelf.keywords.push(keyword);
    shelf.masks.push(lettersOf(keyword.word));
    shelves.set(letter, shelf);
  }
  for (const shelf of shelves.values()) {
    shelf.fuse = new Fuse(shelf.keywords, { keys: ['word'], threshold: 0.34, distance: 10 });
  }
  return (word) => {
    if (word.length < SHORTEST_TYPO || word.length > LONGEST_TYPO || /\d/.test(word)) return null;
    const shelf = shelves.get(word.charAt(0));
    if (!shelf?.fuse || !mayBeNear(shelf, word)) return null;
    for (const { item } of shelf.fuse.search(word, { limit: 5 })) {
      const errors = typingErrors(word, item.word);
      if (errors <= (item.word.length >= LONG ? MOST_ERRORS : MOST_ERRORS - 1))
        return { keyword: item, errors };
    }
    return null;
  };
}

function mayBeNear({ keywords, masks }: Shelf, word: string): boolean {
  const mask = lettersOf(word);
  return masks.some((other, at) => {
    const apart = Math.abs(word.length - (keywords[at]?.word.length ?? 0));
    return apart <= MOST_ERRORS && differing(mask ^ other) <= MOST_ERRORS * 2;
  });
}

/** Which letters a word has, one bit each. */
function lettersOf(word: string): number {
  let mask = 0;
  for (let at = 0; at < word.length; at += 1) mask |= 1 << (word.charCodeAt(at) & 31);
  return mask;
}

function differing(bits: number): number {
  let left = bits;
  let count = 0;
  while (left !== 0 && count <= MOST_ERRORS * 2) {
    left &= left - 1;
    count += 1;
  }
  return count;
}

const TOO_MANY = 9;

/** Letters left out, added, changed or swapped (optimal string alignment); 9 stands for too many. */
function typingErrors(typed: string, meant: string): number {
  if (Math.abs(typed.length - meant.length) > MOST_ERRORS || Math.max(typed.length, meant.length) > 30)
    return TOO_MANY;
  const rows: number[][] = [Array.from({ length: meant.length + 1 }, (_, column) => column)];
  const cost = (row: number, column: number): number => rows[row]?.[column] ?? TOO_MANY;
  for (let row = 1; row <= typed.length; row += 1) {
    const line = [row];
    rows.push(line);
    for (let column = 1; column <= meant.length; column += 1) {
      const same = typed[row - 1] === meant[column - 1];
      const swapped = typed[row - 1] === meant[column - 2] && typed[row - 2] === meant[column - 1];
      line.push(
        Math.min(
          cost(row - 1, column) + 1,
          cost(row, column - 1) + 1,
          cost(row - 1, column - 1) + (same ? 0 : 1),
          row > 1 && column > 1 && swapped ? cost(row - 2, column - 2) + 1 : TOO_MANY,
        ),
      );
    }
  }
  return cost(typed.length, meant.length);
}
