import type { Span, TopicHit, TopicWords } from '../model/understanding';
import { createMisspeltFinder, SHORTEST_TYPO } from './misspelt';
import { createPhraseFinder } from './phrases';
import { plainLetters, type Word } from './words';

/** Finds what a sentence is about. Built once for each scenario, at boot. */
export interface TopicFinder {
  /** The topics of these words, strongest first, each once. Spans are those of the words. */
  find(words: readonly Word[]): readonly TopicHit[];
}

const INFLECTED = 0.9;
const ONE_ERROR = 0.75;
const MORE_ERRORS = 0.6;
/** Unknown words that are searched for typing errors, per sentence. */
const FUZZY_WORDS = 8;

/** Words by which a topic is not meant, though it seems so: "!ik geloof u" is no faith. */
const GUARD = '!';

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
  const guards = createPhraseFinder(
    entries
      .filter(([word]) => word.startsWith(GUARD))
      .map(([word, id]): readonly [string, string] => [word.slice(1), id]),
  );
  const named = entries.filter(([word]) => !word.startsWith(GUARD));
  const phrases = createPhraseFinder(named);
  const meantBy = createMisspeltFinder(
    named.map(([word, topic]) => ({ word: plainLetters(word.replace(/^=|\*$/g, '')), topic })),
  );

  function misspelt(words: readonly Word[], hits: readonly TopicHit[]): readonly TopicHit[] {
    return words
      .filter(({ plain }) => plain.length >= SHORTEST_TYPO && !known.has(plain))
      .filter(({ span }) => !hits.some((hit) => hit.span.start <= span.start && hit.span.end >= span.end))
      .slice(0, FUZZY_WORDS)
      .flatMap(({ plain, span }): readonly TopicHit[] => {
        const meant = meantBy(plain);
        if (!meant) return [];
        return [{ topic: meant.keyword.topic, score: meant.errors <= 1 ? ONE_ERROR : MORE_ERRORS, span }];
      });
  }

  return {
    find(words) {
      const hits = phrases
        .find(words)
        .map(({ value, exact, span }): TopicHit => ({ topic: value, score: exact ? 1 : INFLECTED, span }));
      const barred = guards.find(words);
      const meant = [...hits, ...misspelt(words, hits)].filter(
        (hit) => !barred.some(({ value, span }) => value === hit.topic && overlaps(span, hit.span)),
      );
      return strongestOfEach(meant);
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

function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}
