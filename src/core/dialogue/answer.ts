import type { PersonaUtterance, Scenario, Slot } from '../model/scenario';
import type { RolePlayState } from '../model/session';
import type { Reading } from '../model/understanding';
import type { Facts } from './conditions';
import { asks } from './focus';
import { type ChosenLine, chooseLine, type LineTrace, markUsed } from './lines';

/** What an answer is composed from. */
export interface AnswerCue {
  /** What the persona reacts to. */
  readonly reading: Reading;
  /** What the reply was about, and the reading of that sentence. */
  readonly subject: Reading;
  readonly topics: readonly string[];
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
  const reaction = { reading: cue.reading, topics: cue.topics };
  const subject = { reading: cue.subject, topics: cue.topics };

  if (state.ending) {
    if (!cue.silent && !cue.puzzled) speaker.say('reaction', reaction);
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
    if (!asks(cue.reading)) speaker.say('reaction', reaction);
    speaker.say('disclosure', subject, (rule) => rule.opens === cue.disclosed);
    return speaker.done();
  }
  sayWhatFits(speaker, cue, reaction, subject);
  return speaker.done();
}

type Cue = { readonly reading: Reading; readonly topics: readonly string[] };

/** A question is answered, not reacted to; anything else gets a reaction and, where there is one, its subject. */
function sayWhatFits(speaker: Speaker, cue: AnswerCue, reaction: Cue, subject: Cue): void {
  if (!asks(cue.reading) || (cue.reading.kind === 'move' && cue.reading.move === 'leading-question')) {
    if (speaker.say('reaction', reaction)?.alone) return;
  }
  const wantsContent = asks(cue.subject) || cue.topics.length > 0;
  const content = wantsContent ? speaker.say('content', subject) : null;
  if (content?.alone) return;
  if (speaker.isSilent()) speaker.say('reaction', reaction);
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

  say(slot: Slot, cue: Cue, only?: (rule: ChosenLine['rule']) => boolean): ChosenLine['rule'] | null {
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
