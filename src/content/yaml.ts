import { CORE_SCHEMA, load, mapTag, mergeTag } from 'js-yaml';

type Thorough = typeof import('yaml');

/** A key that was forgotten is no key called "null". */
const map: typeof mapTag = {
  ...mapTag,
  addPair: (pairs, key, value) => (key === null ? 'no key' : mapTag.addPair(pairs, key, value)),
};

/** Where a document in a file begins or ends the parsers part ways. */
const SEVERAL = /^(?:---|\.\.\.)/m;

/** A tag: the quick parser lets through some that are none. */
const TAG = /(?:^|[\s[{,:?-])!/m;

const QUICK = { schema: CORE_SCHEMA.withTags(mergeTag, map) };

/** How the thorough parser must read to give the same values as the quick one. */
export const THOROUGH = { uniqueKeys: true, merge: true } as const;

/**
 * The value of a YAML text, from the quick parser. Null when it refuses the text: the thorough parser then has the
 * last word, and the words for what is wrong.
 */
export function quickYaml(text: string): { readonly value: unknown } | null {
  if (SEVERAL.test(text) || TAG.test(text)) return null;
  try {
    return { value: load(text, QUICK) };
  } catch {
    return null;
  }
}

/** The parser that knows where everything stands. It is slow, so it is loaded only when something is wrong. */
export function thoroughYaml(): Thorough {
  return require('yaml') as Thorough;
}

/** The value of a YAML text. Throws a readable error at what is no YAML. */
export function parseYaml(text: string): unknown {
  const quick = quickYaml(text);
  return quick ? quick.value : thoroughYaml().parse(text, THOROUGH);
}
