/**
 * Kinds of features. Each kind's part of a sentence is scaled to one length, so that long sentences do not shout
 * and a kind with many features does not drown the others.
 */
export const GROUPS = [
  'words',
  'letters',
  'context',
  'persona',
  'around',
  'skeleton',
  'classes',
  'skips',
  'pairs',
  'guesses',
] as const;
export type Group = (typeof GROUPS)[number];

/** The number of each group, as it stands beside a feature. */
export const GROUP: Readonly<Record<Group, number>> = {
  words: 0,
  letters: 1,
  context: 2,
  persona: 3,
  around: 4,
  skeleton: 5,
  classes: 6,
  skips: 7,
  pairs: 8,
  guesses: 9,
};

/** Features a sentence may have at most; what comes after is left out. */
export const MAX_FEATURES = 8000;
/** Stands for "no word of the sentence": a feature of its surroundings. */
export const NO_TOKEN = 0xffff;

/** Where features are collected: hashed names, group, and the token that carries each. Reused for each sentence. */
export interface FeatureSink {
  readonly keys: Int32Array;
  readonly groups: Uint8Array;
  readonly tokens: Uint16Array;
  count: number;
}

export function createSink(): FeatureSink {
  return {
    keys: new Int32Array(MAX_FEATURES),
    groups: new Uint8Array(MAX_FEATURES),
    tokens: new Uint16Array(MAX_FEATURES),
    count: 0,
  };
}

export function add(sink: FeatureSink, group: number, key: number, token: number): void {
  const at = sink.count;
  if (at >= MAX_FEATURES) return;
  sink.keys[at] = key;
  sink.groups[at] = group;
  sink.tokens[at] = token;
  sink.count = at + 1;
}
