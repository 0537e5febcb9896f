import { takenLiterally } from '../dialogue/literal';
import type { Signals, Understanding } from '../model/understanding';
import { understand } from '../understanding/understand';
import type { Playbook, StagedScenario } from './playbook';

/** Nobody says more than this in one breath; longer is asked back. */
export const MAX_REPLY = 4000;

/** Why something typed is no reply: the persona does not hear it, nothing is decided, nothing is lost. */
export type NotAReply = 'tooLong' | 'toTheMachine' | 'otherLanguage';

/** What reading a reply takes beside the scenario. */
export type Ear = Pick<Playbook, 'recogniser' | 'lexicon'>;

export type Heard =
  | { readonly kind: 'reply'; readonly understanding: Understanding }
  | { readonly kind: 'aside'; readonly why: NotAReply };

/** Reads what was typed after the persona's last words, unless it is plainly not meant for the persona. */
export function hear(
  ear: Ear,
  play: Pick<StagedScenario, 'scenario' | 'topics' | 'names'>,
  text: string,
  personaLine: string,
): Heard {
  if (text.length > MAX_REPLY) return { kind: 'aside', why: 'tooLong' };
  const { topics, names, scenario } = play;
  const read = understand(text, { personaLine, names }, ear.recogniser, ear.lexicon, topics);
  const understanding = takenLiterally(scenario, read);
  const why = notForThePersona(understanding.signals);
  return why ? { kind: 'aside', why } : { kind: 'reply', understanding };
}

export function notForThePersona(signals: Signals): NotAReply | null {
  if (signals.toTheMachine) return 'toTheMachine';
  if (signals.language === 'en' || signals.language === 'other') return 'otherLanguage';
  return null;
}
