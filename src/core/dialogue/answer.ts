import type { PersonaUtterance, Scenario, Slot } from '../model/scenario';
import type { RolePlayState } from '../model/session';
import type { Reading } from '../model/understanding';
import type { Facts } from './conditions';
import { asks } from './focus';
import { type ChosenLine, chooseLine, type LineTrace, markUsed } from './lines';
import { matchesMove } from './selectors';

/** What a sentence did and what it was about. */
export interface AboutSentence {
  readonly reading: Reading;
  readonly topics: readonly string[];
  /** It goes on about what was said before, without naming it. */
  readonly followUp: boolean;
}

/** What an answer is composed from. */
export interface AnswerCue {
  /** The sentence the persona reacts to. */
  readonly reaction: AboutSentence;
  /** The sentence that says what the reply was about. */
  readonly subject: AboutSentence;
  /** A disclosure that opened just now. */
  readonly disclosed: string | null;
  readonly silent: boolean;
  readonly puzzled: boolean;
  /** The learner's own words: the only source of variety. */
  readonly seed: string;
}

export interface Answer {
  readonly state: RolePlayState;
  readonly lines: readonly PersonaUtterance[];
  readonly trace: readonly LineTrace[];
}

/** After this many words of reaction and content the persona adds nothing of its own. */
const ENOUGH_WORDS = 28;

/**
 * Composes the persona's answer: a reaction to what was done, then what was asked about (or what opens up), then
 * the persona's own agenda when there was nothing else to say. An ending has the last word.
 */
export function answer(scenario: Scenario, state: RolePlayState, cue: AnswerCue): Answer {
  const speaker = new Speaker(scenario, state, cue.seed);
  const { reaction } = cue;

  if (state.ending) {
    if (cue.disclosed) disclose(speaker, cue);
    else if (!cue.silent && !cue.puzzled) speaker.say('reaction', reaction);
    speaker.say('closing', reaction, (rule) => rule.ending === state.ending);
    return speaker.done();
  }
  if (cue.silent) {
    speaker.say('silence', reaction);
    return speaker.done();
  }
  if (cue.puzzled) {
    speaker.say('puzzled', reaction);
    return speaker.done();
  }
  if (cue.disclosed) {
    if (!asks(reaction.reading)) speaker.say('reaction', reaction);
    disclose(speaker, cue);
    return speaker.done();
  }
  sayWhatFits(speaker, cue);
  return speaker.done();
}

function disclose(speaker: Speaker, cue: AnswerCue): void {
  speaker.say('disclosure', cue.subject, (rule) => rule.opens === cue.disclosed);
}

/** A question is answered, not reacted to; anything else gets a reaction and, where there is one, its subject. */
function sayWhatFits(speaker: Speaker, { reaction, subject }: AnswerCue): void {
  if (!asks(reaction.reading) || matchesMove('leading-question', reaction.reading)) {
    if (speaker.say('reaction', reaction)?.alone) return;
  }
  const wantsContent = asks(subject.reading) || subject.topics.length > 0;
  const content = wantsContent ? speaker.say('content', subject) : null;
  if (content?.alone) return;
  if (speaker.isSilent() && speaker.say('reaction', reaction)?.alone) return;
  if (!content && speaker.words() < ENOUGH_WORDS) speaker.say('initiative', subject);
}

/** Gathers the lines of one answer; every line said changes what may be said next. */
class Speaker {
  private readonly lines: PersonaUtterance[] = [];
  private readonly traces: LineTrace[] = [];

  constructor(
    private readonly scenario: Scenario,
    private state: RolePlayState,
    private readonly seed: string,
  ) {}

  say(
    slot: Slot,
    cue: AboutSentence,
    only?: (rule: ChosenLine['rule']) => boolean,
  ): ChosenLine['rule'] | null {
    const facts: Facts = { ...this.state, ...cue };
    const chosen = chooseLine(this.scenario, slot, facts, this.seed, only);
    if (!chosen) return null;
    this.lines.push(chosen.utterance);
    this.traces.push(chosen.trace);
    this.state = { ...this.state, memory: markUsed(this.state.memory, chosen.utterance) };
    return chosen.rule;
  }

  isSilent(): boolean {
    return this.lines.length === 0;
  }

  words(): number {
    return this.lines.reduce((sum, line) => sum + line.text.split(' ').length, 0);
  }

  done(): Answer {
    return { state: this.state, lines: this.lines, trace: this.traces };
  }
}
