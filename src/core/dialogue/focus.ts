import { VALENCE } from '../model/moves';
import type { EffectTable } from '../model/scenario';
import type { Reading, Sentence } from '../model/understanding';
import { matchesAny, movesOf } from './selectors';

/** How heavily a reading weighs on the listener; a family weighs as much as its lightest move. */
export function salienceOf(table: EffectTable, reading: Reading): number {
  const moves = movesOf(reading);
  return moves.length === 0 ? 0 : Math.min(...moves.map((move) => table.salience[move]));
}

/** The sentence a listener reacts to: the heaviest, and of equals the last. */
export function weightiest(table: EffectTable, sentences: readonly Topical[]): Topical | null {
  const weight = ({ sentence }: Topical) => salienceOf(table, sentence.reading);
  return sentences.reduce<Topical | null>(
    (best, item) => (!best || weight(item) >= weight(best) ? item : best),
    null,
  );
}

/** A sentence with the topics it names, or takes over when it asks on without naming any. */
export interface Topical {
  readonly sentence: Sentence;
  readonly topics: readonly string[];
  /** The topics come from the turn before. */
  readonly followUp: boolean;
}

/**
 * What each sentence of a reply is about. "Hoe lang?" is about the sentence before it, or about what was spoken of
 * in the turn before.
 */
export function topicals(
  sentences: readonly Sentence[],
  subjectBefore: readonly string[],
): readonly Topical[] {
  let carried = subjectBefore;
  let named = false;
  return sentences.map((sentence) => {
    const own = sentence.topics.map((hit) => hit.topic);
    if (own.length > 0) {
      carried = own;
      named = true;
      return { sentence, topics: own, followUp: false };
    }
    return asks(sentence.reading) && carried.length > 0
      ? { sentence, topics: carried, followUp: !named }
      : { sentence, topics: [], followUp: false };
  });
}

/** The sentence an answer is about: the last question with a topic, else the last sentence with one. */
export function subject(sentences: readonly Topical[]): Topical | null {
  const named = sentences.filter(({ followUp, topics }) => topics.length > 0 && !followUp);
  const about = named.length > 0 ? named : sentences.filter(({ topics }) => topics.length > 0);
  return about.findLast(({ sentence }) => asks(sentence.reading)) ?? about.at(-1) ?? null;
}

export function asks(reading: Reading): boolean {
  return matchesAny(['family:question', 'leading-question'], reading);
}

/** Whether a reply as a whole hurts or endangers; then nothing is disclosed. */
export function breaks(reading: Reading): boolean {
  const moves = movesOf(reading);
  return moves.length > 0 && moves.every((move) => VALENCE[move] === 'breaks' && move !== 'condone');
}
