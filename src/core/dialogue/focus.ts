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
export function weightiest(table: EffectTable, sentences: readonly Sentence[]): Sentence | null {
  let best: Sentence | null = null;
  for (const sentence of sentences) {
    if (!best || salienceOf(table, sentence.reading) >= salienceOf(table, best.reading)) best = sentence;
  }
  return best;
}

/** The sentence an answer is about: the last question with a topic, else the last sentence with one. */
export function subject(sentences: readonly Sentence[]): Sentence | null {
  const about = sentences.filter((sentence) => sentence.topics.length > 0);
  return about.findLast((sentence) => asks(sentence.reading)) ?? about.at(-1) ?? null;
}

export function asks(reading: Reading): boolean {
  return matchesAny(['family:question', 'leading-question'], reading);
}

/** Whether a reply as a whole hurts or endangers; then nothing is disclosed. */
export function breaks(reading: Reading): boolean {
  const moves = movesOf(reading);
  return moves.length > 0 && moves.every((move) => VALENCE[move] === 'breaks' && move !== 'condone');
}
