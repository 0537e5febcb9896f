import { wordCount } from '../../dialogue/concerns';
import { matchesAny } from '../../dialogue/selectors';
import type { MoveSelector } from '../../model/condition';
import type { Turn } from '../../model/conversation';
import type { Sentence } from '../../model/understanding';
import { APOLOGY } from '../../scoring/sentences';

/** The rule under which the debrief praises what was made good; its words stand beside those of the indicators. */
export const REPAIR = 'repair';

/** Topic by which an apology names what it is for; a scenario may have words for it. */
const APOLOGY_FOR = 'apology-for';

/** Topic by which somebody stands up for what they did; a scenario may have words for it. */
const DEFENDS = 'defends';

/** Owning what one did. */
const OWNS: readonly MoveSelector[] = ['acknowledge', 'own-frame'];

/** What can hurt; a danger that was let pass is not made good with sorry. */
const HURTS: readonly MoveSelector[] = ['family:hurt', 'family:pressure'];
/** How many replies later an apology is still about what hurt. */
const STILL_ABOUT = 3;
/** From so many words on an apology says more than sorry. */
const WHOLE_SENTENCE = 8;

/**
 * Whether a sentence takes something back that was said before. "Sorry, it is early" does not: there must have been
 * something to make good, or the apology must name it.
 */
export function mends(turns: readonly Turn[], turn: Turn, sentence: number): boolean {
  const said = turn.understanding.sentences[sentence];
  if (!said || isAbout(said, DEFENDS)) return false;
  const did = turn.effects.some((effect) => effect.rule === REPAIR && effect.sentence === sentence);
  if (isAbout(said, APOLOGY_FOR) && matchesAny(OWNS, said.reading)) return true;
  if (!did && !isAbout(said, APOLOGY)) return false;
  if (isAbout(said, APOLOGY) && isAbout(said, APOLOGY_FOR)) return true;
  if (turn.understanding.sentences.slice(0, sentence).some(hurts)) return true;
  return turns.some(
    ({ number, understanding }) =>
      number < turn.number && number >= turn.number - STILL_ABOUT && understanding.sentences.some(hurts),
  );
}

/** Whether somebody says that they make something good; a kind word may do good without that. */
export function apologises({ understanding }: Turn, sentence: number): boolean {
  const said = understanding.sentences[sentence];
  return said !== undefined && (isAbout(said, APOLOGY) || isAbout(said, APOLOGY_FOR));
}

/** Whether an apology names what it is for, or at least says it in a whole sentence. */
export function saysWhatFor({ understanding }: Turn, sentence: number): boolean {
  const said = understanding.sentences[sentence];
  return said !== undefined && (isAbout(said, APOLOGY_FOR) || wordCount(said.text) >= WHOLE_SENTENCE);
}

function isAbout({ topics }: Sentence, wanted: string): boolean {
  return topics.some(({ topic }) => topic === wanted);
}

function hurts({ reading }: Sentence): boolean {
  return matchesAny(HURTS, reading);
}
