import Fuse from 'fuse.js';
import type { TopicHit, TopicWords } from '../model/understanding';
import { createPhraseFinder } from './phrases';
import { plainLetters, type Word } from './words';

/** Finds what a sentence is about. Built once for each scenario, at boot. */
export interface TopicFinder {
  /** The topics of these words, strongest first, each once. Spans are those of the words. */
  find(words: readonly Word[]): readonly TopicHit[];
}

const INFLECTED = 0.9;
/** Words shorter than this are not searched for typing errors: too much would match. */
const FUZZY_LENGTH = 5;
/** Unknown words that are searched for typing errors, per sentence. */
const FUZZY_WORDS = 8;

/**
 * Prepares a topic finder. Literal words and inflections are found first; only a word that is no `known` word of
 * the language is taken for a typing error and searched with Fuse.js.
 */
export function createTopicFinder(
  topics: readonly TopicWords[],
  known: ReadonlySet<string> = new Set<string>(),
): TopicFinder {
  const entries = topics.flatMap(({ id, words }) =>
    words.map((word): readonly [string, string] => [word, id]),
  );
  const phrases = createPhraseFinder(entries);
  const single = entries
    .map(([word, topic]) => ({ word: plainLetters(word.replace(/\*$/, '')), topic }))
    .filter(({ word }) => word.length >= FUZZY_LENGTH && !/\s/.test(word));
  const fuse = new Fuse(single, {
    keys: ['word'],
    threshold: 0.34,
    includeScore: true,
    distance: 10,
    shouldSort: true,
  });

  function misspelt(word: Word): TopicHit | null {
    if (word.plain.length < FUZZY_LENGTH || known.has(word.plain) || /\d/.test(word.plain)) return null;
    for (const { item } of fuse.search(word.plain.slice(0, 24), { limit: 5 })) {
      const errors = typingErrors(word.plain, item.word);
      if (errors <= (item.word.length >= 8 ? 2 : 1)) {
        return { topic: item.topic, score: errors === 1 ? 0.75 : 0.6, span: word.span };
      }
    }
    return null;
  }

  return {
    find(words) {
      const hits: TopicHit[] = phrases
        .find(words)
        .map(({ value, exact, span }) => ({ topic: value, score: exact ? 1 : INFLECTED, span }));
      let searched = 0;
      for (const word of words) {
        if (searched >= FUZZY_WORDS) break;
        if (word.plain.length < FUZZY_LENGTH || known.has(word.plain)) continue;
        if (hits.some(({ span }) => span.start <= word.span.start && span.end >= word.span.end)) continue;
        searched += 1;
        const hit = misspelt(word);
        if (hit) hits.push(hit);
      }
      return strongestOfEach(hits);
    },
  };
}

function strongestOfEach(hits: readonly TopicHit[]): readonly TopicHit[] {
  const best = new Map<string, TopicHit>();
  for (const hit of hits) {
    const old = best.get(hit.topic);
    if (!old || hit.score > old.score || (hit.score === old.score && length(hit) > length(old)))
      best.set(hit.topic, hit);
  }
  return [...best.values()].sort(
    (left, right) => right.score - left.score || left.span.start - right.span.start,
  );
}

function length({ span }: TopicHit): number {
  return span.end - span.start;
}

/** Letters left out, added, changed or swapped (optimal string alignment); 9 stands for too many. */
export function typingErrors(typed: string, meant: string): number {
  if (Math.abs(typed.length - meant.length) > 2 || typed.length > 30 || meant.length > 30) return 9;
  const rows: number[][] = [Array.from({ length: meant.length + 1 }, (_, column) => column)];
  for (let row = 1; row <= typed.length; row += 1) {
    const line = [row];
    for (let column = 1; column <= meant.length; column += 1) {
      const same = typed[row - 1] === meant[column - 1];
      let cost = Math.min(
        (rows[row - 1]?.[column] ?? 9) + 1,
        (line[column - 1] ?? 9) + 1,
        (rows[row - 1]?.[column - 1] ?? 9) + (same ? 0 : 1),
      );
      if (
        row > 1 &&
        column > 1 &&
        typed[row - 1] === meant[column - 2] &&
        typed[row - 2] === meant[column - 1]
      ) {
        cost = Math.min(cost, (rows[row - 2]?.[column - 2] ?? 9) + 1);
      }
      line.push(cost);
    }
    rows.push(line);
  }
  return rows[typed.length]?.[meant.length] ?? 9;
}
