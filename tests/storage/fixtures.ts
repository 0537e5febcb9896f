import type { Turn } from '../../src/core/model/conversation';
import type { Correction } from '../../src/core/model/correction';
import type { Recorded, TurnDecision } from '../../src/core/model/decision';
import type { IncomingMessage, Reply } from '../../src/core/model/message';
import type { Scorecard } from '../../src/core/model/scoring';
import type { Attempt, RolePlayState, Session } from '../../src/core/model/session';

/** Sample records with every part filled in, so that a round trip shows what is lost. */

export const AT = '2026-11-21T12:00:00.000Z';
export const LATER = '2026-11-21T12:05:00.000Z';

export const ROLE_PLAY: RolePlayState = {
  phase: 'exploring',
  climate: 'guarded',
  ending: null,
  reason: null,
  memory: {
    turn: 1,
    meters: { trust: 42, tension: 38.5, understood: 20 },
    counts: { 'open-question': 1 },
    lately: [{ kind: 'move', move: 'open-question', confidence: 0.91 }],
    previous: { kind: 'family', family: 'recognition', confidence: 0.7 },
    disclosed: ['brothers'],
    raised: [],
    touched: { home: 2 },
    used: { 'opening-1': { variants: [0, 2], lastTurn: 1 } },
    subject: ['sleep'],
    silent: 0,
    puzzled: 0,
    lastSaid: 'Thuis is het rustig.',
  },
};

export function sampleAttempt(id: string, changes: Partial<Attempt> = {}): Attempt {
  return {
    id,
    scenario: 'hasna',
    content: 'sha256-abc',
    level: 'practise',
    preparation: { facts: 'Ze is “vaak” ziek 😷', intention: "een brug \u0000 slaan; drop table 'turns'" },
    reflection: {},
    rolePlay: ROLE_PLAY,
    hints: 1,
    ...changes,
  };
}

export function sampleSession(conversation: string, changes: Partial<Session> = {}): Session {
  return {
    conversation,
    learner: 'anna',
    version: 0,
    stage: 'playing',
    paused: false,
    locale: 'nl',
    address: 'je',
    attempt: null,
    ...changes,
  };
}

export function sampleTurn(number: number, text = `Hoe gaat het thuis? (${number})`): Turn {
  return {
    number,
    text,
    understanding: {
      sentences: [
        {
          text,
          span: { start: 0, end: text.length },
          moves: [{ move: 'open-question', confidence: 0.91 }],
          reading: { kind: 'move', move: 'open-question', confidence: 0.91 },
          because: [{ start: 0, end: 3 }],
          topics: [{ topic: 'home', score: 0.8, span: { start: 13, end: 18 } }],
        },
      ],
      signals: {
        language: 'nl',
        personalData: [],
        jargon: [],
        wordsPerSentence: 4,
        readingEase: null,
        wordless: false,
        nonsense: false,
        mixed: false,
        toTheMachine: false,
      },
    },
    effects: [{ sentence: 0, rule: 'open-question', change: { trust: 3, tension: -1, understood: 2 } }],
    before: { trust: 39, tension: 39.5, understood: 18 },
    meters: { trust: 42, tension: 38.5, understood: 20 },
    phase: 'exploring',
    climate: 'guarded',
    disclosed: ['brothers'],
    raised: [],
    openConcerns: ['locked-in'],
    persona: [{ line: 'home-1', variant: 0, slot: 'content', text: 'Thuis is het rustig.' }],
    hints: 0,
    ending: null,
  };
}

export const SCORECARD: Scorecard = {
  rubricVersion: 1,
  criteria: [
    {
      id: 'H1',
      domain: 'attitude',
      level: 'developing',
      points: 2.5,
      evidence: [
        {
          turn: 1,
          sentence: 0,
          span: { start: 0, end: 19 },
          quote: 'Hoe gaat het thuis?',
          rule: 'H1-open',
          for: true,
          points: 2.5,
          repaired: false,
        },
      ],
      tip: { id: 'ask-open', source: 'KIS 2021, Bijlage 1, punt 9' },
    },
  ],
  missedConcerns: ['locked-in'],
  unsure: [{ turn: 1, sentence: 1, span: { start: 20, end: 23 }, quote: 'Tja' }],
  hints: 0,
  examples: 0,
};

export function sampleCorrection(changes: Partial<Correction> = {}): Correction {
  return {
    attempt: 'a1',
    turn: 1,
    sentence: 0,
    machine: { kind: 'move', move: 'open-question', confidence: 0.91 },
    move: 'contact',
    why: 'Het was een groet.',
    by: 'anna',
    at: AT,
    ...changes,
  };
}

export const REPLIES: readonly Reply[] = [
  { kind: 'persona', name: 'Vader', text: 'Thuis is het rustig.', choices: [{ label: 'Hint', say: 'hint' }] },
  {
    kind: 'card',
    card: { title: 'Klaar', blocks: [{ kind: 'list', items: ['a', 'b'] }], actions: [] },
  },
];

export function text(conversation: string, id: string, words = `bericht ${id}`): IncomingMessage {
  return { id, conversation, learner: 'anna', body: { kind: 'text', text: words } };
}

export function decision(session: Session, ...recorded: readonly Recorded[]): TurnDecision {
  return { session, replies: REPLIES, recorded };
}
