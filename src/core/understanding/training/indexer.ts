/** Gives every different key the next free place, in the order in which keys come up. */
export interface Indexer {
  /** The place of the key; a new key gets a new one. */
  placeOf(key: number): number;
  /** The place of the key, or -1. */
  find(key: number): number;
  /** All keys by their place. */
  keys(): Int32Array;
}

/** An open-addressing table of 32-bit keys that grows. */
export function createIndexer(): Indexer {
  let slots = new Int32Array(1 << 16).fill(-1);
  let keys = new Int32Array(1 << 15);
  let used = 0;

  function slotOf(key: number): number {
    const mask = slots.length - 1;
    let slot = (key ^ (key >>> 15)) & mask;
    while ((slots[slot] as number) >= 0 && keys[slots[slot] as number] !== key) slot = (slot + 1) & mask;
    return slot;
  }

  function grow(): void {
    const more = new Int32Array(keys.length * 2);
    more.set(keys);
    keys = more;
    slots = new Int32Array(slots.length * 2).fill(-1);
    for (let place = 0; place < used; place += 1) slots[slotOf(keys[place] as number)] = place;
  }

  return {
    placeOf(key) {
      const slot = slotOf(key);
      const found = slots[slot] as number;
      if (found >= 0) return found;
      if (used === keys.length) {
        grow();
        return this.placeOf(key);
      }
      slots[slot] = used;
      keys[used] = key;
      used += 1;
      return used - 1;
    },
    find(key) {
      return slots[slotOf(key)] as number;
    },
    keys: () => keys.slice(0, used),
  };
}
