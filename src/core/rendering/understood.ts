import type { Turn } from '../model/conversation';
import type { Correction, ReadTurn } from '../model/correction';

/** What was read in each sentence of a talk, with what it was meant as where somebody said so. */
export function readTurns(turns: readonly Turn[], corrections: readonly Correction[]): readonly ReadTurn[] {
  return turns.map(({ number, text, understanding }) => ({
    turn: number,
    sentences: understanding.sentences.map(({ span, reading }, sentence) => {
      const found = corrections.find((item) => item.turn === number && item.sentence === sentence);
      return {
        sentence,
        quote: text.slice(span.start, span.end),
        machine: reading,
        meant: found ? { move: found.move, why: found.why } : null,
      };
    }),
  }));
}
