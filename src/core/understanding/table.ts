/** A fixed map from 32-bit keys to their place in an ascending list; open addressing, no allocation on look-up. */
export interface KeyTable {
  /** The place of the key, or -1. */
  find(key: number): number;
}

export function createKeyTable(keys: Int32Array): KeyTable {
  let size = 1024;
  while (size < keys.length * 2) size *= 2;
  const mask = size - 1;
  const slots = new Int32Array(size).fill(-1);
  for (let place = 0; place < keys.length; place += 1) {
    let slot = spread(keys[place] as number) & mask;
    while ((slots[slot] as number) >= 0) slot = (slot + 1) & mask;
    slots[slot] = place;
  }
  return {
    find(key) {
      let slot = spread(key) & mask;
      for (;;) {
        const place = slots[slot] as number;
        if (place < 0 || keys[place] === key) return place;
        slot = (slot + 1) & mask;
      }
    },
  };
}

function spread(key: number): number {
  return key ^ (key >>> 13);
}
