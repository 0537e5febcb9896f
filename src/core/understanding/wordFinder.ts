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
  const lookAlikes = byShape(entries);
  return (typed) => {
    const word = typed
      .trim()
      .toLowerCase()
      .replace(/[.!?]+$/, '');
    const exact = literal.get(word);
    if (exact !== undefined) return exact;
    if (word.length <= LITERAL_UP_TO || word.length > MAX_COMMAND) return null;
    return lookAlikes.get(shapeOf(word, word.length))?.search(word)[0]?.item.meaning ?? null;
  };
}

/**
 * The entries that may be meant by a word, by its shape: with the same first letter, and at most a letter longer or
 * shorter. Most of what is typed looks like none of them, so that nothing has to be searched.
 */
function byShape<Entry extends { readonly word: string }>(
  entries: readonly Entry[],
): ReadonlyMap<string, Fuse<Entry>> {
  const shapes = new Map<string, Entry[]>();
  for (const entry of entries) {
    for (const length of [-1, 0, 1].map((by) => entry.word.length + by)) {
      const shape = shapeOf(entry.word, length);
      shapes.set(shape, [...(shapes.get(shape) ?? []), entry]);
    }
  }
  const options = { keys: ['word'], includeScore: true, threshold: FORGIVEN, distance: 20 };
  return new Map([...shapes].map(([shape, alike]) => [shape, new Fuse(alike, options)]));
}

function shapeOf(word: string, length: number): string {
  return `${word.charAt(0)}${length}`;
}
