import Fuse from 'fuse.js';

/** Longer than this and it is no command but something said. */
const MAX_COMMAND = 24;

/** Short words are only taken literally: one other letter makes another word. */
const LITERAL_UP_TO = 3;

/** How far a typing error may lead away (Fuse score, 0 is literal). */
const FORGIVEN = 0.3;

/** Finds which of a few authored words (or short phrases) somebody meant; typing errors are forgiven. */
export function createWordFinder<Meaning>(
  entries: readonly { readonly word: string; readonly meaning: Meaning }[],
): (typed: string) => Meaning | null {
  const literal = new Map(entries.map(({ word, meaning }) => [word.toLowerCase(), meaning]));
  const fuse = new Fuse(entries, { keys: ['word'], includeScore: true, threshold: FORGIVEN, distance: 20 });
  return (typed) => {
    const word = typed
      .trim()
      .toLowerCase()
      .replace(/[.!?]+$/, '');
    const exact = literal.get(word);
    if (exact !== undefined) return exact;
    if (word.length <= LITERAL_UP_TO || word.length > MAX_COMMAND) return null;
    const best = fuse.search(word).find(({ item }) => closeInLength(item.word, word));
    return best?.item.meaning ?? null;
  };
}

function closeInLength(a: string, b: string): boolean {
  return a[0] === b[0]?.toLowerCase() && Math.abs(a.length - b.length) <= 1;
}
