import type { Turn } from '../../model/conversation';
import type { Scenario } from '../../model/scenario';
import type { Sentence } from '../../model/understanding';
import { splitSentences } from '../../understanding/split';
import { wordsOf } from '../../understanding/words';

/** "Goed." is a yes to all that was asked, whatever follows it. */
export const BARE_YES = 1;

/** What a persona said by a line that says yes to a matter in all its variants, whatever its words. */
export function agreeingLines({ lines }: Scenario): (id: string, turn: Turn) => string | null {
  const settles = settledBy(lines);
  return (id, { persona }) =>
    persona
      .find(({ line }) => settles.get(line)?.includes(id))
      ?.text.replace(/\([^)]*\)\s*/g, '')
      .trim() ?? null;
}

/**
 * Of "zullen we het samen doen, met de huisarts erbij?" he takes all with one "goed": a line that settles a matter
 * named in that sentence and begins with a bare yes.
 */
export function yesToOneSentence(
  { lines }: Scenario,
  saysYes: (answer: string) => boolean,
  isNamedIn: (id: string, text: string) => boolean,
): (said: Sentence, turn: Turn) => string | null {
  const settles = settledBy(lines);
  return ({ text }, { persona }) =>
    persona.find(({ line, text: answer }) => {
      const first = splitSentences(answer)[0];
      const begins = first ? answer.slice(first.start, first.end) : '';
      return (
        wordsOf(begins).length === BARE_YES &&
        saysYes(begins) &&
        settles.get(line)?.some((id) => isNamedIn(id, text))
      );
    })?.text ?? null;
}

/** The matters that a line settles, by line. */
function settledBy(lines: Scenario['lines']): ReadonlyMap<string, readonly string[]> {
  return new Map(lines.flatMap(({ id, settles }) => (settles ? [[id, settles]] : [])));
}
