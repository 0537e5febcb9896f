import type { Effect, Turn } from '../model/conversation';
import type { Disclosure, PersonaUtterance, Scenario } from '../model/scenario';
import type { RolePlayMemory, RolePlayState } from '../model/session';
import type { Reading, Understanding } from '../model/understanding';
import { offersChoice } from '../understanding/asking';
import { type AboutSentence, answer } from './answer';
import { concernsNamed } from './concerns';
import { type Facts, holds } from './conditions';
import { breaks, spoken, subject, type Topical, topicals, wantsAnswer, weightiest } from './focus';
import { type ChosenLine, chooseLine, type LineTrace, markUsed } from './lines';
import { echoesWords, keyOfQuestion, rememberQuestions, timesAsked } from './repeats';
import { type Answerable, answersTo, wordsOfLines } from './replies';
import type { RolePlayMachine } from './rolePlay';
import { matchesAny } from './selectors';
import { thingOfLine, withThings } from './things';

/** A scenario ready to be played. */
export interface Stageable {
  readonly scenario: Scenario;
  readonly machine: RolePlayMachine;
}

export interface PlayedTurn {
  readonly state: RolePlayState;
  readonly turn: Turn;
  readonly trace: readonly LineTrace[];
}

/** Topic by which a learner takes leave; a scenario may have words for it. */
const GOODBYE = 'goodbye';

/** Before this turn a goodbye is only a word. */
const EARLIEST_GOODBYE = 4;

/** After an answer of more words nothing is disclosed in the same breath; after two answers sooner. */
const ROOM_TO_TELL = 22;

const UNSURE: Reading = { kind: 'unsure' };

/** The state of a fresh role-play and the persona's first words. */
export function openTalk(
  play: Stageable,
  seed: string,
): { state: RolePlayState; opening: readonly string[] } {
  const state = play.machine.start();
  const facts: Facts = { ...state, reading: UNSURE, topics: [] };
  const chosen = chooseLine(play.scenario, 'opening', facts, seed);
  if (!chosen) return { state, opening: [] };
  const memory = { ...markUsed(state.memory, chosen.utterance), lastSaid: chosen.utterance.text };
  return { state: { ...state, memory }, opening: [chosen.utterance.text] };
}

/**
 * Plays one reply: every sentence lands in order, something may open up, the talk may end, and the persona
 * answers. Pure: the same state and understanding give the same turn.
 */
export function playTurn(
  play: Stageable,
  before: RolePlayState,
  text: string,
  understanding: Understanding,
  hints: number,
): PlayedTurn {
  const reply = overview(play.scenario, before.memory, understanding);
  const heard = hear(play, before, reply);
  const leaving = leaves(play.scenario, heard.state, reply);
  const seed = `${heard.state.memory.turn}|${text}`;
  const replies =
    reply.silent || reply.puzzled
      ? []
      : answersTo(play.scenario, heard.state, reply.answerable, reply.reaction, seed);
  const asksOn = stillAsks(reply) || toldLately(play.scenario, before);
  const agreed = agreeing(heard.state, replies);
  const ending = settle(play, agreed, reply, leaving, asksOn).ending;
  const opened = leaving || ending ? undefined : opens(play.scenario, agreed, reply, replies);
  const told = opened ? play.machine.send(agreed, { type: 'DISCLOSE', id: opened.id }).state : agreed;
  const settled = settle(play, told, reply, leaving, asksOn || opened !== undefined);
  const answered = answer(play.scenario, settled, {
    reaction: reply.reaction,
    subject: reply.subject,
    asking: reply.asking,
    replies,
    answered: replies.length > 0 && reply.reactionAsks,
    disclosed: opened?.id ?? null,
    silent: reply.silent,
    puzzled: reply.puzzled,
    seed,
  });
  const after = closeTurn(play.scenario, answered.state, reply, answered.lines);
  return {
    state: after,
    trace: answered.trace,
    turn: {
      number: after.memory.turn,
      text,
      understanding,
      effects: heard.effects,
      before: before.memory.meters,
      meters: after.memory.meters,
      phase: after.phase,
      climate: after.climate,
      disclosed: opened ? [opened.id] : [],
      raised: after.memory.raised.filter((id) => !before.memory.raised.includes(id)),
      named: heard.named,
      openConcerns: play.scenario.concerns.map((c) => c.id).filter((id) => !after.memory.raised.includes(id)),
      persona: answered.lines,
      hints,
      ending: after.ending,
    },
  };
}

/** A question of more words than this says itself what it is about. */
const FEW_WORDS = 5;

function isShort(text: string): boolean {
  return text.split(/\s+/).length <= FEW_WORDS;
}

/** A reply as a whole. */
interface Overview {
  readonly sentences: readonly Topical[];
  /** What was named last of the things that "hij" may go with. */
  readonly thing: string | null;
  readonly reaction: AboutSentence;
  readonly subject: AboutSentence;
  readonly answerable: readonly Answerable[];
  /** Something is asked or proposed; the sentence reacted to does so itself. */
  readonly asking: boolean;
  readonly reactionAsks: boolean;
  /** The questions in it, by their words. */
  readonly questions: readonly string[];
  /** All topics, and those that were named in so many words. */
  readonly topics: readonly string[];
  readonly named: readonly string[];
  readonly silent: boolean;
  readonly puzzled: boolean;
}

function overview(scenario: Scenario, memory: RolePlayMemory, understanding: Understanding): Overview {
  const { sentences: clear, thing } = withThings(scenario, understanding.sentences, memory.thing ?? null);
  const sentences = topicals(clear, memory.subject);
  const silent = understanding.signals.wordless;
  const reaction = weightiest(scenario.effects, sentences);
  const questions = memory.questions ?? [];
  const inView = (item: Topical | null) => about(item, questions, memory.lastSaid);
  const asking = sentences.filter(wantsAnswer);
  return {
    sentences,
    thing,
    reaction: inView(reaction),
    subject: inView(subject(sentences) ?? asking.at(-1) ?? reaction),
    answerable: sentences.map((item) => ({ item, about: inView(item) })),
    asking: asking.length > 0,
    reactionAsks: reaction !== null && asking.includes(reaction),
    questions: asking.map(({ sentence }) => keyOfQuestion(sentence.text)).filter((key) => key !== ''),
    topics: [...new Set(sentences.flatMap(({ topics }) => topics))],
    named: [...new Set(sentences.flatMap(({ topics, followUp }) => (followUp ? [] : topics)))],
    silent,
    puzzled:
      !silent &&
      sentences.every(isBlank) &&
      (understanding.signals.language !== 'nl' || sentences.every(isBrief)),
  };
}

function about(item: Topical | null, questions: readonly string[], lastSaid: string): AboutSentence {
  if (!item)
    return {
      reading: UNSURE,
      topics: [],
      followUp: false,
      ask: null,
      choice: false,
      short: true,
      repeats: 0,
      echoes: false,
    };
  const repeats = wantsAnswer(item) ? timesAsked(keyOfQuestion(item.sentence.text), questions) : 0;
  const { topics, followUp, ask, sentence } = item;
  const choice = offersChoice(sentence.text);
  const echoes = echoesWords(sentence.text, lastSaid);
  const short = isShort(sentence.text);
  return { reading: spoken(item), topics, followUp, ask, choice, short, repeats, echoes };
}

function hear(play: Stageable, before: RolePlayState, reply: Overview) {
  const effects: Effect[] = [];
  const named = concernsNamed(
    play.scenario.concerns,
    reply.sentences.map(({ sentence, reading }) => ({ ...sentence, reading })),
  );
  let { state } = play.machine.send(before, { type: 'REPLY', silent: reply.silent, puzzled: reply.puzzled });
  for (const [index, { reading, topics }] of reply.sentences.entries()) {
    const concerns = named.filter((item) => item.sentence === index).map(({ concern }) => concern);
    const next = play.machine.send(state, { type: 'SENTENCE', index, reading, topics, concerns });
    state = next.state;
    if (next.effect) effects.push(next.effect);
  }
  return { state, effects, named };
}

/** The talk with what the answers to this reply say yes to: they are said in the same breath as an ending. */
function agreeing(state: RolePlayState, replies: readonly ChosenLine[]): RolePlayState {
  const before = state.memory.settled ?? [];
  const settled = [...new Set([...before, ...replies.flatMap(({ rule }) => rule.settles ?? [])])];
  return settled.length === before.length ? state : { ...state, memory: { ...state.memory, settled } };
}

/** Whether the learner takes leave, or time is up; nobody opens up on the doorstep. */
function leaves(scenario: Scenario, { memory }: RolePlayState, reply: Overview): boolean {
  const at = reply.sentences.findLastIndex(({ topics }) => topics.includes(GOODBYE));
  // Who still asks something has not left: "The key stays here until Monday. Is that all right?"
  const asksOn = reply.sentences.slice(at + 1).some(wantsAnswer);
  const goodbye = at >= 0 && !asksOn && memory.turn >= EARLIEST_GOODBYE;
  return goodbye || memory.turn >= scenario.maxTurns;
}

/**
 * The talk ends here, or goes on. While something stands open, no sentence reaches out to an end: only what breaks the
 * talk off, or taking leave, ends it.
 */
function settle(
  play: Stageable,
  state: RolePlayState,
  reply: Overview,
  leaving: boolean,
  standsOpen: boolean,
): RolePlayState {
  const type = leaving ? 'STOP' : 'SETTLE';
  const reading = standsOpen && !leaving ? UNSURE : reply.reaction.reading;
  return play.machine.send(state, { type, reading, topics: reply.topics }).state;
}

/** A question waits for its answer, and so does a choice; a plain proposal is answered by the agreement itself. */
function stillAsks(reply: Overview): boolean {
  return reply.sentences.some(
    (item) => wantsAnswer(item) && (item.ask !== 'proposal' || offersChoice(item.sentence.text)),
  );
}

/** What an agreement rests on was told in the turn before, and has not been spoken about yet. */
function toldLately(scenario: Scenario, { memory }: RolePlayState): boolean {
  const needed = scenario.endings.flatMap(({ at, when }) => (at === 'turn' ? (when.disclosed ?? []) : []));
  return scenario.lines.some(
    ({ id, opens }) =>
      opens !== undefined && needed.includes(opens) && memory.used[id]?.lastTurn === memory.turn,
  );
}

/** Ends the talk because the learner wants to. */
export function stopTalk(play: Stageable, state: RolePlayState): RolePlayState {
  return play.machine.send(state, { type: 'STOP', reading: state.memory.previous, topics: [] }).state;
}

/** The state after the recorded turns: what was understood is not read anew. */
export function replay(play: Stageable, start: RolePlayState, turns: readonly Turn[]): RolePlayState {
  return turns.reduce(
    (state, turn) => playTurn(play, state, turn.text, turn.understanding, turn.hints).state,
    start,
  );
}

/** A few words that say nothing; more of them are at least a sentence of somebody. */
function isBrief({ sentence }: Topical): boolean {
  return isShort(sentence.text);
}

function isBlank({ reading, topics }: Topical): boolean {
  return reading.kind === 'unsure' && topics.length === 0;
}

/** Beside a question only a concern leads somewhere; what was only said in passing does not. */
function mayOpen(item: Topical): boolean {
  return wantsAnswer(item) || matchesAny(['family:concern'], item.reading);
}

/** The first disclosure, in the scenario's order, that some sentence opens; nothing opens to a blow or a silence. */
function opens(
  scenario: Scenario,
  state: RolePlayState,
  reply: Overview,
  replies: readonly ChosenLine[],
): Disclosure | undefined {
  if (reply.silent || breaks(reply.reaction.reading)) return undefined;
  const told = state.memory.disclosed;
  const led =
    wordsOfLines(replies) * replies.length <= ROOM_TO_TELL ? replies.flatMap(({ rule }) => rule.leads) : [];
  const asking = reply.sentences.filter((item) => wantsAnswer(item) && item.topics.length > 0);
  const openers = asking.length > 0 ? reply.sentences.filter(mayOpen) : reply.sentences;
  return scenario.disclosures
    .filter((item) => replies.length === 0 || led.includes(item.id))
    .filter((item) => !told.includes(item.id) && item.after.every((id) => told.includes(id)))
    .find((item) => openers.some((sentence) => opensBy(item, state, sentence)));
}

function opensBy(
  disclosure: Disclosure,
  state: RolePlayState,
  { sentence, reading, topics, followUp }: Topical,
): boolean {
  if (followUp && !isShort(sentence.text)) return false;
  const led = disclosure.topics.length === 0 || disclosure.topics.some((topic) => topics.includes(topic));
  return led && holds(disclosure.when, { ...state, reading, topics, followUp });
}

function closeTurn(
  scenario: Scenario,
  state: RolePlayState,
  reply: Overview,
  said: readonly PersonaUtterance[],
): RolePlayState {
  const touched = { ...state.memory.touched };
  for (const topic of reply.named) touched[topic] = (touched[topic] ?? 0) + 1;
  const subjectNow = reply.subject.topics.length > 0 ? reply.subject.topics : state.memory.subject;
  return {
    ...state,
    memory: {
      ...state.memory,
      previous: reply.reaction.reading,
      touched,
      subject: subjectNow,
      questions: rememberQuestions(state.memory.questions ?? [], reply.questions),
      thing: said.reduce((thing, { line }) => thingSaid(scenario, line) ?? thing, reply.thing),
      lastSaid: said.map(({ text }) => text).join(' '),
    },
  };
}

/** What "hij" goes with after a line of the persona. */
function thingSaid(scenario: Scenario, line: string): string | null {
  const rule = scenario.lines.find(({ id }) => id === line);
  return rule ? thingOfLine(scenario, rule) : null;
}
