import Fuse from 'fuse.js';

/** Fuse score up to which a match is believed (0 is literal). */
const BELIEVED = 0.35;

/** Finds the item whose texts come nearest to what was typed; null when nothing does. */
export function createTextSearch<Item>(
  entries: readonly { readonly item: Item; readonly text: readonly string[] }[],
): (typed: string) => Item | null {
  const fuse = new Fuse(entries, {
    keys: ['text'],
    includeScore: true,
    ignoreLocation: true,
    threshold: BELIEVED,
    minMatchCharLength: 3,
  });
  return (typed) => fuse.search(typed.slice(0, 60))[0]?.item.item ?? null;
}
