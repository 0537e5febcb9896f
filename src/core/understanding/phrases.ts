import type { Span } from '../model/understanding';
import { type Word, wordsOf } from './words';

/** How an authored phrase was found: in these very words, or in an inflected or compound form. */
export interface PhraseHit<Value> {
  readonly value: Value;
  readonly exact: boolean;
  readonly span: Span;
}

interface Phrase<Value> {
  /** Its place among the authored ones. */
  readonly order: number;
  readonly value: Value;
  readonly words: readonly Word[];
  /** Places in `words` before which other words may stand (`wie ... bij haar`). */
  readonly gaps: ReadonlySet<number>;
  /** The last word may go on (`slaap*`). */
  readonly open: boolean;
  /** Only these very words (`=werk`), no inflection. */
  readonly literal: boolean;
}

/** Shorter words are taken literally: "moe" is not in "moet", nor "wet" in "weten". */
const LONG_ENOUGH_TO_INFLECT = 5;
const LONG_ENOUGH_FOR_COMPOUNDS = 5;
const COMPOUND_TAIL = 4;
const KEY = 3;
/** So many other words may stand where a phrase has dots. */
const WIDEST_GAP = 6;
const GAP = /\s*\.\.\.\s*/;

/** Finds authored words and short phrases in a text, inflection forgiven; built once, asked often. */
export interface PhraseFinder<Value> {
  find(words: readonly Word[]): readonly PhraseHit<Value>[];
}

export function createPhraseFinder<Value>(
  entries: readonly (readonly [string, Value])[],
): PhraseFinder<Value> {
  const byKey = new Map<string, Phrase<Value>[]>();
  const singles = new Map<string, Phrase<Value>[]>();
  const openers = new Map<string, Phrase<Value>[]>();
  const none: readonly Phrase<Value>[] = [];
  for (const [order, [text, value]] of entries.entries()) {
    const words = wordsOf(text);
    const first = words[0];
    if (!first) continue;
    const phrase = {
      order,
      value,
      words,
      gaps: gapsOf(text),
      open: text.trimEnd().endsWith('*'),
      literal: text.startsWith('='),
    };
    for (const key of new Set([keyOf(first.plain), keyOf(first.stem)])) {
      add(byKey, key, phrase);
      if (words.length === 1) add(singles, key, phrase);
    }
    if (words.length > 1) add(openers, first.stem, phrase);
  }

  /** What may begin with a word, in order. Before other words only forms of the same word can stand. */
  function candidates({ plain, stem }: Word): Iterable<Phrase<Value>> {
    const key = keyOf(plain);
    if (key === keyOf(stem)) return merged(singles.get(key) ?? none, openers.get(stem) ?? none);
    return new Set([...(byKey.get(key) ?? none), ...(byKey.get(keyOf(stem)) ?? none)]);
  }

  return {
    find(words) {
      const hits: PhraseHit<Value>[] = [];
      words.forEach((word, at) => {
        for (const phrase of candidates(word)) {
          const hit = matchAt(phrase, words, at);
          if (hit) hits.push(hit);
        }
      });
      return hits;
    },
  };
}

function add<Value>(index: Map<string, Phrase<Value>[]>, key: string, phrase: Phrase<Value>): void {
  const there = index.get(key);
  if (there) there.push(phrase);
  else index.set(key, [phrase]);
}

/** Two lists of phrases, each in order, as one. */
function merged<Value>(
  one: readonly Phrase<Value>[],
  other: readonly Phrase<Value>[],
): readonly Phrase<Value>[] {
  if (one.length === 0) return other;
  if (other.length === 0) return one;
  return [...one, ...other].sort((left, right) => left.order - right.order);
}

function keyOf(word: string): string {
  return word.slice(0, KEY);
}

/** The numbers of the words that follow on dots. */
function gapsOf(text: string): ReadonlySet<number> {
  let count = 0;
  const gaps = text.split(GAP).map((part) => {
    count += wordsOf(part).length;
    return count;
  });
  return new Set(gaps.slice(0, -1));
}

function matchAt<Value>(phrase: Phrase<Value>, words: readonly Word[], at: number): PhraseHit<Value> | null {
  const end = endOf(phrase, words, 0, at, true);
  const first = words[at];
  const last = end && words[end.at];
  return first && last
    ? { value: phrase.value, exact: end.exact, span: { start: first.span.start, end: last.span.end } }
    : null;
}

interface End {
  readonly at: number;
  readonly exact: boolean;
}

/** Where a phrase ends whose word `index` stands at `at`; null when it is not there. */
function endOf<Value>(
  phrase: Phrase<Value>,
  words: readonly Word[],
  index: number,
  at: number,
  exact: boolean,
): End | null {
  const wanted = phrase.words[index];
  const word = words[at];
  if (!wanted || !word) return null;
  const same = word.plain === wanted.plain;
  const last = index === phrase.words.length - 1;
  if (!same && (phrase.literal || !(inflects(wanted, word) || (last && goesOn(phrase, wanted, word))))) {
    return null;
  }
  if (last) return { at, exact: exact && same };
  const widest = phrase.gaps.has(index + 1) ? WIDEST_GAP : 0;
  for (let skipped = 0; skipped <= widest; skipped += 1) {
    const end = endOf(phrase, words, index + 1, at + 1 + skipped, exact && same);
    if (end) return end;
  }
  return null;
}

/** Whether both are forms of one word; a form may be shorter than the authored one by a letter, not by a syllable. */
function inflects(wanted: Word, word: Word): boolean {
  return (
    word.stem === wanted.stem &&
    wanted.plain.length >= LONG_ENOUGH_TO_INFLECT &&
    word.plain.length >= wanted.plain.length - 1
  );
}

/** Whether a word begins with the wanted one: any tail when it was left open, a short one for a long word. */
function goesOn<Value>(phrase: Phrase<Value>, wanted: Word, word: Word): boolean {
  if (phrase.open) return word.plain.startsWith(wanted.plain);
  return (
    wanted.plain.length >= LONG_ENOUGH_FOR_COMPOUNDS &&
    word.plain.startsWith(wanted.plain) &&
    word.plain.length - wanted.plain.length <= COMPOUND_TAIL
  );
}
