import type { Ask } from '../model/condition';
import type { LineRule, PersonaUtterance, Scenario, Slot } from '../model/scenario';
import type { RolePlayState } from '../model/session';
import type { Reading } from '../model/understanding';
import type { Facts } from './conditions';
import { asks, breaks } from './focus';
import { type ChosenLine, chooseLine, type LineTrace, markUsed } from './lines';
import { comesAfterBlow } from './replies';
import { matchesAny } from './selectors';

/** What a sentence did, what it was about and what it asked for. */
export interface AboutSentence {
  readonly reading: Reading;
  readonly topics: readonly string[];
  /** It goes on about what was said before, without naming it. */
  readonly followUp: boolean;
  readonly ask: Ask | null;
  /** It lays two things before the persona to choose from. */
  readonly choice: boolean;
  /** So few words that it can only go on about what was said. */
  readonly short: boolean;
  /** How often this very question was asked before. */
  readonly repeats: number;
  /** It takes up what the persona said right before. */
  readonly echoes: boolean;
}

/** What an answer is composed from. */
export interface AnswerCue {
  /** The sentence the persona reacts to. */
  readonly reaction: AboutSentence;
  /** The sentence that says what the reply was about. */
  readonly subject: AboutSentence;
  /** Something is asked or proposed. */
  readonly asking: boolean;
  /** Lines that answer that very thing, in the order in which they are said. */
  readonly replies: readonly ChosenLine[];
  /** The sentence reacted to is also the one that is answered. */
  readonly answered: boolean;
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

/** What these ask for is one thing: a name, a place, a yes. */
const POINTED: readonly Ask[] = ['who', 'where', 'when', 'why', 'whether'];

/** What these ask for is a name, a place or a time, which no line on the subject of before holds. */
const NAMES: readonly Ask[] = ['who', 'where', 'when'];

/** After this many words of reaction and content the persona adds nothing of its own. */
const ENOUGH_WORDS = 28;

/**
 * Composes the persona's answer. What was asked or proposed is answered before all else; then comes what opens up.
 * Without such an answer there is a reaction to what was done, then what was spoken about, then the persona's own
 * agenda when there was nothing else to say. An ending has the last word.
 */
export function answer(scenario: Scenario, state: RolePlayState, cue: AnswerCue): Answer {
  const speaker = new Speaker(scenario, state, cue.seed);
  const { reaction } = cue;

  if (state.ending) {
    if (cue.disclosed) disclose(speaker, cue);
    else if (cue.replies.length > 0) for (const chosen of cue.replies) speaker.take(chosen);
    else if (!cue.silent && !cue.asking && reaction.reading.kind !== 'unsure')
      speaker.say('reaction', reaction);
    speaker.say('closing', cue.subject, (rule) => rule.ending === state.ending);
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
  if (cue.replies.length > 0) {
    reply(speaker, cue);
    if (cue.disclosed) disclose(speaker, cue);
    return speaker.done();
  }
  if (cue.disclosed) {
    speaker.say('reaction', reaction, (rule) => rule.joins);
    disclose(speaker, cue);
    return speaker.done();
  }
  if (cue.asking && !breaks(reaction.reading)) answerTopic(speaker, cue);
  else sayWhatFits(speaker, cue);
  return speaker.done();
}

function disclose(speaker: Speaker, cue: AnswerCue): void {
  speaker.say('disclosure', cue.subject, (rule) => rule.opens === cue.disclosed);
}

/** The answer itself; before it only what cannot be passed over, such as an apology. */
function reply(speaker: Speaker, cue: AnswerCue): void {
  const struck = cue.replies.some((chosen) => comesAfterBlow(cue.reaction, chosen));
  if (struck || !cue.answered) speaker.say('reaction', cue.reaction, (rule) => struck || rule.joins);
  for (const chosen of cue.replies) speaker.take(chosen);
}

/** A question is answered, not reacted to. */
function answerTopic(speaker: Speaker, { reaction, subject }: AnswerCue): void {
  if (reaction !== subject) speaker.say('reaction', reaction, (rule) => rule.joins);
  const fits = (rule: LineRule) => answersPointedly(rule, subject);
  if (speaker.sayFresh('content', subject, fits)) return;
  if (speaker.sayFresh('reaction', subject)) return;
  if (!speaker.say('content', subject, fits)) speaker.say('reaction', subject);
}

/** What is asked in so many words wants that very answer, not just something on the subject of before. */
function answersPointedly(rule: LineRule, { ask, followUp, short }: AboutSentence): boolean {
  if (followUp) return short && !rule.broad && !(ask !== null && NAMES.includes(ask) && !rule.when.asks);
  return !rule.broad || ask === null || !POINTED.includes(ask);
}

/** After a kind word or one that was not understood, facts about the subject at large are beside the point. */
function informs({ reading }: AboutSentence): boolean {
  return !matchesAny(['unsure', 'other', 'family:recognition', 'family:contact', 'family:space'], reading);
}

/** Where nothing was asked, nobody says that all has been told. */
function informsOn(rule: LineRule, subject: AboutSentence): boolean {
  const asked = asks(subject.reading) || subject.ask !== null;
  return (!rule.broad || informs(subject)) && (asked || rule.when.asked === undefined);
}

/** Anything else gets a reaction and, where there is one, its subject. */
function sayWhatFits(speaker: Speaker, { reaction, subject }: AnswerCue): void {
  if (speaker.say('reaction', reaction)?.alone) return;
  const wantsContent = asks(subject.reading) || subject.topics.length > 0;
  const content = wantsContent && speaker.sayFresh('content', subject, (rule) => informsOn(rule, subject));
  if (!content && speaker.words() < ENOUGH_WORDS) speaker.say('initiative', subject);
}

/** Only what he does with his hands. */
const GESTURE = /^(?:\([^)]*\)\s*)+$/;

/** Two gestures in a row contradict each other: what was only a gesture gives way to one with words. */
function withoutTwoGestures(lines: readonly PersonaUtterance[]): readonly PersonaUtterance[] {
  return lines.filter(({ text }, at) => !(GESTURE.test(text) && lines[at + 1]?.text.startsWith('(')));
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

  say(slot: Slot, cue: AboutSentence, only?: (rule: LineRule) => boolean): LineRule | null {
    const chosen = this.choose(slot, cue, only);
    if (chosen) this.take(chosen);
    return chosen?.rule ?? null;
  }

  /** Says a line of which some words have not been heard yet, or nothing. */
  sayFresh(slot: Slot, cue: AboutSentence, only?: (rule: LineRule) => boolean): boolean {
    const chosen = this.choose(slot, cue, only);
    if (!chosen?.fresh) return false;
    this.take(chosen);
    return true;
  }

  take({ rule, utterance, trace }: ChosenLine): void {
    this.lines.push(utterance);
    this.traces.push(trace);
    this.state = { ...this.state, memory: markUsed(this.state.memory, utterance, rule.settles) };
  }

  words(): number {
    return this.lines.reduce((sum, line) => sum + line.text.split(' ').length, 0);
  }

  done(): Answer {
    return { state: this.state, lines: withoutTwoGestures(this.lines), trace: this.traces };
  }

  private choose(slot: Slot, cue: AboutSentence, only?: (rule: LineRule) => boolean): ChosenLine | null {
    const facts: Facts = { ...this.state, ...cue };
    return chooseLine(this.scenario, slot, facts, this.seed, only);
  }
}
