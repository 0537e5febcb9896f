import type { Effect, Turn } from '../model/conversation';
import type { Disclosure, Scenario } from '../model/scenario';
import type { RolePlayMemory, RolePlayState } from '../model/session';
import type { Reading, Sentence, Understanding } from '../model/understanding';
import { answer } from './answer';
import { type Facts, holds } from './conditions';
import { breaks, subject, weightiest } from './focus';
import { chooseLine, type LineTrace, markUsed } from './lines';
import type { RolePlayMachine } from './rolePlay';

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
  const sentences = understanding.sentences;
  const silent = understanding.signals.wordless;
  const puzzled = !silent && sentences.every(isBlank);
  const heaviest = weightiest(play.scenario.effects, sentences);
  const whole = {
    reading: heaviest?.reading ?? UNSURE,
    topics: [...new Set(sentences.flatMap(topicsOf))],
  };

  let { state } = play.machine.send(before, { type: 'REPLY', silent, puzzled });
  const effects: Effect[] = [];
  sentences.forEach((sentence, index) => {
    const next = play.machine.send(state, {
      type: 'SENTENCE',
      index,
      reading: sentence.reading,
      topics: topicsOf(sentence),
    });
    state = next.state;
    if (next.effect) effects.push(next.effect);
  });

  const opened = breaks(whole.reading) ? null : opens(play.scenario, state, sentences);
  if (opened) state = play.machine.send(state, { type: 'DISCLOSE', id: opened.id }).state;

  const leaving = takesLeave(whole.topics, state.memory) || state.memory.turn >= play.scenario.maxTurns;
  state = play.machine.send(state, { type: leaving ? 'STOP' : 'SETTLE', ...whole }).state;

  const about = subject(sentences);
  const answered = answer(play.scenario, state, {
    reading: whole.reading,
    subject: about?.reading ?? whole.reading,
    topics: about ? topicsOf(about) : [],
    disclosed: opened?.id ?? null,
    silent,
    puzzled,
    seed: `${state.memory.turn}|${text}`,
  });
  const after = closeTurn(answered.state, whole, answered.lines.map((line) => line.text).join(' '));
  return {
    state: after,
    trace: answered.trace,
    turn: {
      number: after.memory.turn,
      text,
      understanding,
      effects,
      before: before.memory.meters,
      meters: after.memory.meters,
      phase: after.phase,
      climate: after.climate,
      disclosed: opened ? [opened.id] : [],
      raised: after.memory.raised.filter((id) => !before.memory.raised.includes(id)),
      openConcerns: play.scenario.concerns.map((c) => c.id).filter((id) => !after.memory.raised.includes(id)),
      persona: answered.lines,
      hints,
      ending: after.ending,
    },
  };
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

function topicsOf(sentence: Sentence): readonly string[] {
  return sentence.topics.map((hit) => hit.topic);
}

function isBlank(sentence: Sentence): boolean {
  return sentence.reading.kind === 'unsure' && sentence.topics.length === 0;
}

function takesLeave(topics: readonly string[], memory: RolePlayMemory): boolean {
  return topics.includes(GOODBYE) && memory.turn >= EARLIEST_GOODBYE;
}

/** The first disclosure, in the scenario's order, that some sentence of the reply opens. */
function opens(
  scenario: Scenario,
  state: RolePlayState,
  sentences: readonly Sentence[],
): Disclosure | undefined {
  const told = state.memory.disclosed;
  return scenario.disclosures
    .filter((item) => !told.includes(item.id) && item.after.every((id) => told.includes(id)))
    .find((item) => sentences.some((sentence) => opensBy(item, state, sentence)));
}

function opensBy(disclosure: Disclosure, state: RolePlayState, sentence: Sentence): boolean {
  const topics = topicsOf(sentence);
  const led = disclosure.topics.length === 0 || disclosure.topics.some((topic) => topics.includes(topic));
  return led && holds(disclosure.when, { ...state, reading: sentence.reading, topics });
}

function closeTurn(
  state: RolePlayState,
  whole: { readonly reading: Reading; readonly topics: readonly string[] },
  lastSaid: string,
): RolePlayState {
  const touched = { ...state.memory.touched };
  for (const topic of whole.topics) touched[topic] = (touched[topic] ?? 0) + 1;
  return { ...state, memory: { ...state.memory, previous: whole.reading, touched, lastSaid } };
}
