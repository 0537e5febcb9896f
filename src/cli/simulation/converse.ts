import type { StagedScenario } from '../../core/deciding/playbook';
import { holds } from '../../core/dialogue/conditions';
import type { LineTrace } from '../../core/dialogue/lines';
import { takenLiterally } from '../../core/dialogue/literal';
import { openTalk, playTurn, stopTalk } from '../../core/dialogue/playTurn';
import type { Turn } from '../../core/model/conversation';
import { familyOf, type Move } from '../../core/model/moves';
import type { RolePlayState } from '../../core/model/session';
import type { Lexicon, Reading, Recogniser, Sentence, Understanding } from '../../core/model/understanding';
import { readSignals } from '../../core/understanding/signals';
import { understand } from '../../core/understanding/understand';
import { wordsOf } from '../../core/understanding/words';
import type { Bank, BankSentence } from './bank';
import { Draw } from './draw';
import type { Policy } from './policies';
import { seeded } from './random';

/** Everything a simulated conversation runs on. */
export interface Stage {
  readonly staged: StagedScenario;
  readonly lexicon: Lexicon;
  readonly bank: Bank;
  /** Reads the sentences anew; without it they are read as they were labelled. */
  readonly recogniser: Recogniser | null;
  /** What a line of the persona is about. */
  readonly topicsIn: (text: string) => readonly string[];
}

export interface Conversation {
  readonly start: RolePlayState;
  readonly opening: readonly string[];
  readonly turns: readonly Turn[];
  readonly traces: readonly (readonly LineTrace[])[];
  readonly state: RolePlayState;
}

/** What somebody types who says nothing: it gives room, as the corpus labels it. */
const SILENCE: BankSentence = { text: '...', move: 'give-space', topics: [], moment: null };

/** What is still to be said has not been read. */
const UNREAD: Reading = { kind: 'unsure' };

/** Finds the topics in what the persona says, each line once. */
export function listenTo(staged: StagedScenario): Stage['topicsIn'] {
  const known = new Map<string, readonly string[]>();
  return (text) => {
    const topics = known.get(text) ?? staged.topics.find(wordsOf(text)).map(({ topic }) => topic);
    known.set(text, topics);
    return topics;
  };
}

/** Plays one conversation to its end. The same seed gives the same conversation. */
export function converse(stage: Stage, policy: Policy, seed: number): Conversation {
  const { staged } = stage;
  const draw = new Draw(stage.bank, seeded(seed));
  const { state: start, opening } = openTalk(staged, `${staged.scenario.id}|${seed}`);
  const turns: Turn[] = [];
  const traces: (readonly LineTrace[])[] = [];
  let state = start;
  while (!state.ending) {
    const heard = (turns.at(-1)?.persona.map(({ text }) => text) ?? opening).flatMap(stage.topicsIn);
    const facts = {
      ...state,
      memory: { ...state.memory, turn: turns.length + 1 },
      reading: UNREAD,
      topics: heard,
    };
    draw.hears(turns.at(-1)?.persona.map(({ line }) => line) ?? [], (when) => holds(when, facts));
    const doing = policy({ scenario: staged.scenario, state, turn: turns.length + 1, heard }, draw);
    const sentences = sentencesOf(doing, draw);
    if (!sentences) {
      state = stopTalk(staged, state);
      break;
    }
    const text = sentences.map((item) => item.text).join(' ');
    const played = playTurn(staged, state, text, read(stage, text, sentences, state, draw, doing.kind), 0);
    turns.push(played.turn);
    traces.push(played.trace);
    state = played.state;
  }
  return { start, opening, turns, traces, state };
}

/** Null when the talk is broken off without a word. */
function sentencesOf(doing: ReturnType<Policy>, draw: Draw): readonly BankSentence[] | null {
  switch (doing.kind) {
    case 'silence':
      return [SILENCE];
    case 'leave': {
      const goodbye = draw.goodbye();
      return goodbye ? [goodbye] : null;
    }
    case 'mumble':
      return [doing.sentence ?? draw.anything()].filter((item) => item !== null);
    case 'say': {
      const said = doing.sentences.filter((item) => item !== null);
      return said.length > 0 ? said : [draw.anything()].filter((item) => item !== null);
    }
  }
}

function read(
  stage: Stage,
  text: string,
  sentences: readonly BankSentence[],
  state: RolePlayState,
  draw: Draw,
  kind: ReturnType<Policy>['kind'],
): Understanding {
  const { recogniser, lexicon, staged } = stage;
  if (recogniser) {
    const read = understand(text, { personaLine: state.memory.lastSaid }, recogniser, lexicon, staged.topics);
    return takenLiterally(staged.scenario, read);
  }
  return {
    sentences: asLabelled(sentences, draw).map((item) => (kind === 'mumble' ? unclear(item) : item)),
    signals: readSignals(text, wordsOf(text), sentences.length, lexicon.jargon),
  };
}

function asLabelled(sentences: readonly BankSentence[], draw: Draw): readonly Sentence[] {
  let at = 0;
  return sentences.map(({ text, move, topics }) => {
    const start = at;
    at += text.length + 1;
    const reading = readingOf(move, draw);
    return {
      text,
      span: { start, end: start + text.length },
      moves: [{ move, confidence: 1 }],
      reading,
      because: [],
      topics: topics.map((hit) => ({
        ...hit,
        span: { start: hit.span.start + start, end: hit.span.end + start },
      })),
    };
  });
}

/** Nothing can be made of it: no move, no subject. */
function unclear(sentence: Sentence): Sentence {
  return { ...sentence, reading: { kind: 'unsure' }, topics: [] };
}

/** Of a few sentences only the family is taken for sure, or nothing: the persona must bear that in any talk. */
const ONLY_FAMILY = 0.04;
const UNSURE = 0.02;

function readingOf(move: Move, draw: Draw): Reading {
  const dice = draw.random();
  const family = familyOf(move);
  if (dice < UNSURE) return { kind: 'unsure' };
  if (dice < UNSURE + ONLY_FAMILY && family) return { kind: 'family', family, confidence: 1 };
  return { kind: 'move', move, confidence: 1 };
}
