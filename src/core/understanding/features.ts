import type { SentenceInContext } from '../model/understanding';
import { createFolder, type Folded, KIND_MARK } from './fold';
import { extend, hashText, join } from './hash';

/** Groups of features; each group is scaled to the same length, so long sentences do not shout. */
export const GROUPS = ['words', 'letters', 'context', 'persona', 'around'] as const;
const WORDS = 0;
const LETTERS = 1;
const CONTEXT = 2;
const PERSONA = 3;
const AROUND = 4;

/** Features a sentence may have at most. */
export const MAX_FEATURES = 6000;
const NO_TOKEN = 0xffff;

/** The features of one sentence: hashed names, their group, and the token that carries each. */
export interface Features {
  readonly keys: Int32Array;
  readonly groups: Uint8Array;
  readonly tokens: Uint16Array;
  readonly count: number;
  /** Where each token stands in the sentence. */
  readonly folded: Folded;
}

const BEGIN = hashText('<s>');
const END = hashText('</s>');
const seeds = (name: string) => hashText(`#${name}`);
const S_WORD = seeds('w');
const S_PAIR = seeds('ww');
const S_TRIPLE = seeds('www');
const S_SKIP = seeds('w_w');
const S_CHAR = [0, 0, seeds('c2'), seeds('c3'), seeds('c4'), seeds('c5')] as const;
const S_PERSONA = seeds('p');
const S_PERSONA_PAIR = seeds('pp');
const S_PREVIOUS = seeds('prev');
const S_NEXT = seeds('next');
const F = (name: string) => hashText(`@${name}`);
const F_BIAS = F('bias');

const QUESTION = '?'.charCodeAt(0);
const EXCLAIM = '!'.charCodeAt(0);
const BRACKET = '('.charCodeAt(0);

/** Builds the reader of features: one workspace, reused for each sentence. Not re-entrant. */
export function createFeatureReader(): (sentence: SentenceInContext) => Features {
  const fold = createFolder();
  const foldOther = createFolder();
  const keys = new Int32Array(MAX_FEATURES);
  const groups = new Uint8Array(MAX_FEATURES);
  const tokens = new Uint16Array(MAX_FEATURES);
  let count = 0;

  const add = (key: number, group: number, token: number): void => {
    if (count >= MAX_FEATURES) return;
    keys[count] = key;
    groups[count] = group;
    tokens[count] = token;
    count += 1;
  };

  function words(text: Folded): void {
    let before = BEGIN;
    let beforeThat = 0;
    for (let at = 0; at <= text.tokens; at += 1) {
      const here = at < text.tokens ? (text.hashes[at] ?? 0) : END;
      const token = Math.min(at, text.tokens - 1);
      if (at < text.tokens) add(join(S_WORD, here), WORDS, token);
      add(join(S_PAIR, join(before, here)), WORDS, token);
      if (at > 0) {
        add(join(S_TRIPLE, join(join(beforeThat, before), here)), WORDS, token);
        add(join(S_SKIP, join(beforeThat, here)), WORDS, token);
      }
      beforeThat = before;
      before = here;
    }
  }

  function letters(text: Folded): void {
    for (let at = 0; at < text.tokens; at += 1) {
      if (text.kinds[at] === KIND_MARK) continue;
      const start = text.starts[at] ?? 0;
      const end = text.ends[at] ?? 0;
      for (let from = start - 1; from < end; from += 1) {
        let hash = 0x811c9dc5 | 0;
        for (let size = 1; size <= 5; size += 1) {
          const unit = from + size - 1;
          if (unit > end) break;
          hash = extend(hash, unit < start || unit >= end ? 32 : (text.codes[unit] ?? 32));
          if (size > 1) add(join(S_CHAR[size] ?? 0, hash), LETTERS, at);
        }
      }
    }
  }

  function bucket(value: number): number {
    return value < 4 ? value : value < 7 ? 4 : value < 11 ? 5 : value < 17 ? 6 : value < 26 ? 7 : 8;
  }

  function context(sentence: SentenceInContext, text: Folded): void {
    add(F_BIAS, CONTEXT, NO_TOKEN);
    const last = text.length > 0 ? (text.codes[text.length - 1] ?? 0) : 0;
    add(join(F('length'), bucket(text.tokens)), CONTEXT, NO_TOKEN);
    add(
      join(F('last'), last === QUESTION || last === EXCLAIM ? last : 0),
      CONTEXT,
      text.tokens > 0 ? text.tokens - 1 : NO_TOKEN,
    );
    const place =
      sentence.count === 1 ? 0 : sentence.index === 0 ? 1 : sentence.index === sentence.count - 1 ? 2 : 3;
    add(join(F('place'), place), CONTEXT, NO_TOKEN);
    add(join(join(F('place+last'), place), last === QUESTION ? 1 : 0), CONTEXT, NO_TOKEN);
  }

  function persona(line: string | null, text: Folded): void {
    if (line === null) {
      add(F('no-persona'), CONTEXT, NO_TOKEN);
      return;
    }
    const said = foldOther(line);
    let asks = 0;
    let shouts = 0;
    let staged = 0;
    for (let at = 0; at < said.tokens; at += 1) {
      const code = said.codes[said.starts[at] ?? 0] ?? 0;
      if (code === QUESTION) asks = at === said.tokens - 1 ? 2 : Math.max(asks, 1);
      if (code === EXCLAIM) shouts = 1;
      if (code === BRACKET) staged = 1;
    }
    const first = text.tokens > 0 ? (text.hashes[0] ?? 0) : 0;
    add(join(F('asks'), asks), CONTEXT, NO_TOKEN);
    add(join(F('shouts'), shouts), CONTEXT, NO_TOKEN);
    add(join(F('staged'), staged), CONTEXT, NO_TOKEN);
    add(join(join(F('asks+first'), asks), first), CONTEXT, 0);
    add(join(join(F('asks+length'), asks), bucket(text.tokens)), CONTEXT, NO_TOKEN);
    const seen = new Set<number>();
    for (let at = 0; at < said.tokens; at += 1) {
      const hash = said.hashes[at] ?? 0;
      if (said.kinds[at] !== KIND_MARK && (said.ends[at] ?? 0) - (said.starts[at] ?? 0) > 3) seen.add(hash);
      add(join(S_PERSONA, hash), PERSONA, NO_TOKEN);
      if (at > 0) add(join(S_PERSONA_PAIR, join(said.hashes[at - 1] ?? 0, hash)), PERSONA, NO_TOKEN);
    }
    let shared = 0;
    let long = 0;
    for (let at = 0; at < text.tokens; at += 1) {
      if (text.kinds[at] === KIND_MARK || (text.ends[at] ?? 0) - (text.starts[at] ?? 0) <= 3) continue;
      long += 1;
      if (seen.has(text.hashes[at] ?? 0)) {
        shared += 1;
        add(F('echo'), CONTEXT, at);
      }
    }
    const part = long === 0 ? 0 : Math.ceil((shared / long) * 4);
    add(join(F('shared'), part), CONTEXT, NO_TOKEN);
    add(join(F('shared-count'), Math.min(shared, 4)), CONTEXT, NO_TOKEN);
  }

  function around(other: string | null, seed: number): void {
    if (other === null) {
      add(join(seed, 1), AROUND, NO_TOKEN);
      return;
    }
    const said = foldOther(other);
    add(join(seed, join(2, bucket(said.tokens))), AROUND, NO_TOKEN);
    for (let at = 0; at < said.tokens; at += 1) add(join(seed, said.hashes[at] ?? 0), AROUND, NO_TOKEN);
    if (said.tokens > 1) add(join(seed, join(said.hashes[0] ?? 0, said.hashes[1] ?? 0)), AROUND, NO_TOKEN);
  }

  return (sentence) => {
    count = 0;
    const folded = fold(sentence.text);
    context(sentence, folded);
    words(folded);
    persona(sentence.personaLine, folded);
    around(sentence.previous, S_PREVIOUS);
    around(sentence.next, S_NEXT);
    letters(folded);
    return { keys, groups, tokens, count, folded };
  };
}
