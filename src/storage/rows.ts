/** A row does not say what we wrote. Names the table and the key, never the content: that is a learner's. */
export class BrokenRowError extends Error {
  override readonly name = 'BrokenRowError';

  constructor(
    readonly table: string,
    readonly key: string,
    why: string,
  ) {
    super(`Row ${key} of ${table} cannot be read: ${why}. Restore it from a backup.`);
  }
}

export interface Place {
  readonly table: string;
  readonly key: string;
}

/** Something with named parts, not known further. */
export type Loose = Readonly<Record<string, unknown>>;

/**
 * Reads JSON that we wrote ourselves. `looksRight` checks what tells our shape from another; the rest is trusted,
 * because the types were checked when it was written.
 */
export function parseJson<T>(place: Place, json: string, looksRight: (value: Loose) => boolean): T {
  const value = parse(place, json);
  if (typeof value !== 'object' || value === null) throw broken(place, 'not an object');
  if (!looksRight(value as Loose)) throw broken(place, 'not of the shape that was written');
  return value as T;
}

/** Text that was written as JSON, because it may hold characters that not every database takes. */
export function parseText(place: Place, json: string): string {
  const value = parse(place, json);
  if (typeof value !== 'string') throw broken(place, 'no text');
  return value;
}

/** One of a closed set of words. */
export function parseWord<T extends string>(place: Place, word: string, words: readonly T[]): T {
  const known = words.find((one) => one === word);
  if (known === undefined) throw broken(place, 'an unknown word');
  return known;
}

export function broken(place: Place, why: string): BrokenRowError {
  return new BrokenRowError(place.table, place.key, why);
}

function parse(place: Place, json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    // The parser's own message quotes the text, and the text is a learner's.
    throw broken(place, 'no JSON');
  }
}
