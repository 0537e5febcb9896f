import type { Turn } from '../../model/conversation';
import { splitSentences } from '../../understanding/split';

/** What the persona said in a turn, sentence by sentence, without what he did with his hands. */
export function answerOf(turn: Turn): readonly string[] {
  const text = turn.persona
    .map((utterance) => utterance.text)
    .join(' ')
    .replace(/\([^)]*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return splitSentences(text).map(({ start, end }) => text.slice(start, end));
}

/** What he did with his hands, each with what he said right after it: "(writes it down) So it won't get lost." */
export function withHands(turn: Turn): readonly string[] {
  const text = turn.persona
    .map((utterance) => utterance.text)
    .join(' ')
    .replace(/\s+/g, ' ');
  return [...text.matchAll(/\([^)]*\)(?: [^(.!?]+[.!?]+)?/g)].map(([part]) => part.trim());
}

/** As much of an answer as shows how it was taken. */
export function shortAnswer(turn: Turn): string {
  return answerOf(turn).slice(0, 2).join(' ');
}
