import { type SentenceSpec, says, type TurnSpec } from './talk';

const arrival = (...sentences: SentenceSpec[]): TurnSpec => ({
  sentences,
  phase: 'arrival',
  openConcerns: OPEN,
});
const exploring = (...sentences: SentenceSpec[]): TurnSpec => ({
  sentences,
  phase: 'exploring',
  openConcerns: OPEN,
});
const later = (phase: 'bridging' | 'agreeing', ...sentences: SentenceSpec[]): TurnSpec => ({
  sentences,
  phase,
});
const OPEN = ['locked-in', 'sadness'];
const unread: SentenceSpec = { reading: { kind: 'unsure' }, topics: [], text: 'Tja, zo gaat dat dan.' };

/** Twelve turns of somebody who does this well, with some sentences that nobody could read. */
export const EXCELLENT: readonly TurnSpec[] = [
  arrival(says('contact'), says('contact'), says('explain', 'school')),
  arrival(says('open-question'), says('give-space')),
  exploring(says('acknowledge'), says('open-question', 'family')),
  exploring(says('reflect', 'migration'), unread, says('open-question', 'upbringing')),
  exploring(says('own-frame'), says('open-question', 'faith')),
  exploring(says('affirm'), says('closed-question', 'work'), says('acknowledge', 'stress')),
  exploring(says('acknowledge', 'institutions'), says('explain', 'institutions'), unread),
  {
    ...exploring(says('reflect', 'honour'), says('give-space'), says('name-concern', 'sadness')),
    raised: ['sadness'],
    openConcerns: ['locked-in'],
  },
  {
    ...later('bridging', says('acknowledge'), says('name-concern', 'locked-in')),
    raised: ['locked-in'],
  },
  later('bridging', says('shared-goal', 'future'), says('open-question', 'sadness')),
  later('bridging', says('collaborate'), says('network', 'faith')),
  { ...later('agreeing', says('hope'), says('collaborate', 'safety'), says('contact')), ending: 'agreement' },
];

/** Correct, but asks facts, checks little and is quick with proposals; names the concern. */
export const AVERAGE: readonly TurnSpec[] = [
  arrival(says('contact'), says('explain')),
  arrival(says('closed-question', 'school'), unread),
  exploring(says('acknowledge'), says('closed-question', 'family')),
  exploring(says('open-question'), says('impose-advice')),
  { ...exploring(says('name-concern', 'locked-in')), raised: ['locked-in'], openConcerns: ['sadness'] },
  exploring(says('closed-question', 'school'), says('explain')),
  { ...exploring(says('name-concern', 'sadness')), raised: ['sadness'], openConcerns: [] },
  later('bridging', says('collaborate'), unread),
  later('bridging', says('impose-advice')),
  { ...later('bridging', says('collaborate'), says('contact')), ending: 'first-step' },
];

export const CURT: readonly TurnSpec[] = [
  arrival(says('other')),
  arrival(says('closed-question', 'school')),
  exploring(says('closed-question', 'locked-in'), says('impose-advice')),
  exploring(says('minimise')),
  exploring(says('closed-question')),
  exploring(says('impose-advice', 'phone')),
  { ...exploring(says('explain')), ending: 'stalemate' },
];

export const MORALISING: readonly TurnSpec[] = [
  arrival(says('contact'), says('judge', 'locked-in')),
  arrival(says('argue', 'faith'), says('stereotype', 'culture')),
  exploring(says('leading-question', 'upbringing')),
  exploring(says('impose-advice', 'gender')),
  exploring(says('threaten', 'law'), says('judge')),
  { ...exploring(says('argue', 'gender')), ending: 'walk-out' },
];

/** Warm from beginning to end, and never a word about what is going on. */
export const AVOIDING: readonly TurnSpec[] = [
  arrival(says('contact'), says('contact')),
  arrival(says('acknowledge'), says('affirm')),
  exploring(says('open-question', 'work'), says('acknowledge')),
  exploring(says('affirm'), says('open-question', 'family')),
  exploring(says('condone', 'upbringing'), says('acknowledge')),
  exploring(says('reflect', 'work'), says('give-space')),
  exploring(says('acknowledge', 'faith'), says('minimise')),
  exploring(says('hope'), says('condone', 'locked-in')),
  { ...exploring(says('contact')), ending: 'unsafe' },
];

export const SILENT: readonly TurnSpec[] = [
  arrival(),
  arrival(says('other')),
  exploring(),
  { ...exploring(says('other')), ending: 'stalemate' },
];
