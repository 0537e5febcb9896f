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
  readonly followUp: boolean;
}

/** "Hoe lang?" is about what was spoken of just before. */
export function topical(sentence: Sentence, subjectBefore: readonly string[]): Topical {
  const named = sentence.topics.map((hit) => hit.topic);
  const followUp = named.length === 0 && subjectBefore.length > 0 && asks(sentence.reading);
  return { sentence, topics: followUp ? subjectBefore : named, followUp };
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
