import type { Turn } from '../../model/conversation';

/** The persona's answer of a turn as one text. */
export function saidBy(turn: Turn): string {
  return turn.persona.map((utterance) => utterance.text).join(' ');
}
