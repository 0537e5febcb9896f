import type { SentenceInContext } from '../../model/understanding';
import { type Folded, KIND_MARK } from '../fold';
import { hashText, join } from '../hash';
import { add, type FeatureSink, GROUP, NO_TOKEN } from './sink';

const QUESTION = '?'.charCodeAt(0);
const EXCLAIM = '!'.charCodeAt(0);
const BRACKET = '('.charCodeAt(0);
/** Words of fewer letters are no echo of what the persona said. */
const ECHO = 4;

const S_BIAS = hashText('@bias');
const S_LENGTH = hashText('@length');
const S_LAST = hashText('@last');
const S_PLACE = hashText('@place');
const S_PLACE_LAST = hashText('@place+last');
const S_ALONE = hashText('@no-persona');
const S_ASKS = hashText('@asks');
const S_SHOUTS = hashText('@shouts');
const S_STAGED = hashText('@staged');
const S_ASKS_FIRST = hashText('@asks+first');
const S_ASKS_LENGTH = hashText('@asks+length');
const S_ECHO = hashText('@echo');
const S_SHARED = hashText('@shared');
const S_SHARED_COUNT = hashText('@shared-count');
const S_PERSONA = hashText('#p');
const S_PERSONA_PAIR = hashText('#pp');
export const S_PREVIOUS = hashText('#previous');
export const S_NEXT = hashText('#next');

/** Where the sentence stands, how long it is and how it ends. */
export function addPlace(sink: FeatureSink, sentence: SentenceInContext, text: Folded): void {
  const last = text.length > 0 ? (text.codes[text.length - 1] as number) : 0;
  const place = placeOf(sentence);
  const token = text.tokens > 0 ? text.tokens - 1 : NO_TOKEN;
  add(sink, GROUP.context, S_BIAS, NO_TOKEN);
  add(sink, GROUP.context, join(S_LENGTH, size(text.tokens)), NO_TOKEN);
  add(sink, GROUP.context, join(S_LAST, last === QUESTION || last === EXCLAIM ? last : 0), token);
  add(sink, GROUP.context, join(S_PLACE, place), NO_TOKEN);
  add(sink, GROUP.context, join(join(S_PLACE_LAST, place), last === QUESTION ? 1 : 0), NO_TOKEN);
}

function placeOf({ index, count }: SentenceInContext): number {
  if (count === 1) return 0;
  if (index === 0) return 1;
  return index === count - 1 ? 2 : 3;
}

/** Numbers of words in steps that grow. */
function size(words: number): number {
  return words < 4 ? words : words < 7 ? 4 : words < 11 ? 5 : words < 17 ? 6 : words < 26 ? 7 : 8;
}

/** What the persona said just before, what kind of line it was, and how much of it comes back. */
export function addPersona(sink: FeatureSink, said: Folded | null, text: Folded): void {
  if (said === null) {
    add(sink, GROUP.context, S_ALONE, NO_TOKEN);
    return;
  }
  const { asks, shouts, staged } = formOf(said);
  const first = text.tokens > 0 ? (text.hashes[0] as number) : 0;
  add(sink, GROUP.context, join(S_ASKS, asks), NO_TOKEN);
  add(sink, GROUP.context, join(S_SHOUTS, shouts), NO_TOKEN);
  add(sink, GROUP.context, join(S_STAGED, staged), NO_TOKEN);
  add(sink, GROUP.context, join(join(S_ASKS_FIRST, asks), first), 0);
  add(sink, GROUP.context, join(join(S_ASKS_LENGTH, asks), size(text.tokens)), NO_TOKEN);
  for (let token = 0; token < said.tokens; token += 1) {
    const hash = said.hashes[token] as number;
    add(sink, GROUP.persona, join(S_PERSONA, hash), NO_TOKEN);
    if (token > 0) {
      add(sink, GROUP.persona, join(S_PERSONA_PAIR, join(said.hashes[token - 1] as number, hash)), NO_TOKEN);
    }
  }
  addEcho(sink, said, text);
}

function formOf(said: Folded): { asks: number; shouts: number; staged: number } {
  let asks = 0;
  let shouts = 0;
  let staged = 0;
  for (let token = 0; token < said.tokens; token += 1) {
    const code = said.codes[said.starts[token] as number];
    if (code === QUESTION) asks = token === said.tokens - 1 ? 2 : Math.max(asks, 1);
    if (code === EXCLAIM) shouts = 1;
    if (code === BRACKET) staged = 1;
  }
  return { asks, shouts, staged };
}

function addEcho(sink: FeatureSink, said: Folded, text: Folded): void {
  const heard = new Set<number>();
  for (let token = 0; token < said.tokens; token += 1) {
    if (isLong(said, token)) heard.add(said.hashes[token] as number);
  }
  let shared = 0;
  let long = 0;
  for (let token = 0; token < text.tokens; token += 1) {
    if (!isLong(text, token)) continue;
    long += 1;
    if (!heard.has(text.hashes[token] as number)) continue;
    shared += 1;
    add(sink, GROUP.context, S_ECHO, token);
  }
  add(sink, GROUP.context, join(S_SHARED, long === 0 ? 0 : Math.ceil((shared / long) * 4)), NO_TOKEN);
  add(sink, GROUP.context, join(S_SHARED_COUNT, Math.min(shared, 4)), NO_TOKEN);
}

function isLong(text: Folded, token: number): boolean {
  return (
    text.kinds[token] !== KIND_MARK && (text.ends[token] as number) - (text.starts[token] as number) >= ECHO
  );
}

/** The words of a neighbouring sentence, or that there is none. */
export function addNeighbour(sink: FeatureSink, seed: number, other: Folded | null): void {
  if (other === null) {
    add(sink, GROUP.around, join(seed, 1), NO_TOKEN);
    return;
  }
  add(sink, GROUP.around, join(seed, join(2, size(other.tokens))), NO_TOKEN);
  for (let token = 0; token < other.tokens; token += 1) {
    add(sink, GROUP.around, join(seed, other.hashes[token] as number), NO_TOKEN);
  }
  if (other.tokens > 1) {
    const pair = join(other.hashes[0] as number, other.hashes[1] as number);
    add(sink, GROUP.around, join(seed, pair), NO_TOKEN);
  }
}
