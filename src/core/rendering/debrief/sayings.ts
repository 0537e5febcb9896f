import { createPhraseFinder, type PhraseFinder } from '../../understanding/phrases';
import { wordsOf } from '../../understanding/words';

const finders = new WeakMap<readonly string[], PhraseFinder<true>>();

/** Phrases are those of a scenario, the same at each debrief. */
function finderOf(phrases: readonly string[]): PhraseFinder<true> {
  const known = finders.get(phrases);
  if (known) return known;
  const finder = createPhraseFinder(phrases.map((phrase): readonly [string, true] => [phrase, true]));
  finders.set(phrases, finder);
  return finder;
}

/** Whether a text has one of these phrases in it. */
export function saysOneOf(phrases: readonly string[]): (text: string) => boolean {
  const finder = finderOf(phrases);
  return (text) => finder.find(wordsOf(text)).length > 0;
}

/** An answer that begins with a yes and takes nothing back. */
export function plainYes(yes: readonly string[], no: readonly string[]): (answer: string) => boolean {
  const agrees = finderOf(yes);
  const takesBack = saysOneOf(no);
  return (answer) => {
    const words = wordsOf(answer);
    const begins = agrees.find(words).some(({ span }) => span.start === words[0]?.span.start);
    return begins && !takesBack(answer);
  };
}
