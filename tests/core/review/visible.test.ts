import fc from 'fast-check';
import type { BroughtTalk, Meeting } from '../../../src/core/model/review';
import {
  cardShown,
  endsAt,
  lastVisibleTurn,
  type Moment,
  mayWrite,
  noteVisible,
  releaseOf,
  roleOf,
  visibleTalk,
} from '../../../src/core/review/visible';
import { method } from './method';

const AT = '2026-11-22T09:00:00.000Z';
const at = (step: number, changes: Partial<Meeting> = {}): Meeting => ({
  stage: 'running',
  step,
  reached: step,
  entered: Array.from({ length: (changes.reached ?? step) + 1 }, () => AT),
  since: AT,
  extra: 0,
  ...changes,
});

/** Listens first, sees half, writes alone, sees all, and then the card. */
const incident = method({
  steps: [
    { id: 'begin', talk: 'hidden', notes: [] },
    { id: 'incident', talk: 'frozen', release: { step: 'compare' }, writes: ['team'] },
    { id: 'alone', talk: 'frozen', release: 'private', card: 'blind' },
    { id: 'compare', talk: 'whole', moves: true, preparation: true },
    { id: 'card', talk: 'whole', card: 'shown' },
  ],
});
const moment = (meeting: Meeting): Moment => ({ method: incident, meeting, freeze: 2 });

const reading = { kind: 'move', move: 'judge', confidence: 0.9 } as const;
const turn = (number: number) => ({
  number,
  text: `Geheim ${number}`,
  answer: `Antwoord ${number}`,
  sentences: [{ span: { start: 0, end: 6 }, reading, moves: [], topics: ['sleep'] }],
  before: null,
  meters: null,
});
const evidence = (number: number) => ({
  turn: number,
  sentence: 0,
  span: { start: 0, end: 6 },
  quote: `Geheim ${number}`,
  rule: 'H1-asks',
  for: true,
  points: 1,
  repaired: false,
});
const talk: BroughtTalk = {
  locale: 'nl',
  scenario: { id: 'hasna', title: 'Hasna' },
  other: { name: 'Vader', letter: 'V' },
  opening: 'Opening',
  turns: [1, 2, 3, 4].map(turn),
  preparation: { facts: 'Voorbereid' },
  reflection: { priority: 'Teruggekeken' },
  card: {
    rubricVersion: 1,
    criteria: [
      {
        id: 'H1',
        domain: 'attitude',
        level: 'begin',
        points: 1,
        evidence: [1, 3].map(evidence),
        tip: { text: 'Vraag.', source: 'KIS 2021' },
      } as never,
    ],
    missedConcerns: [],
    unsure: [],
    hints: 0,
    examples: 0,
  },
  ending: 'Blijven steken',
};

const meters = { trust: 30, tension: 40, understood: 20 };
const measured: BroughtTalk = {
  ...talk,
  turns: talk.turns.map((one) => ({ ...one, before: meters, meters })),
};

describe('what may be seen of a talk', () => {
  it.each([
    ['nothing before it began', at(0, { stage: 'waiting', since: null }), []],
    ['nothing while a step hides it', at(0), []],
    ['up to the turn at which it was frozen', at(1), [1, 2]],
    ['all of it in the end', at(3), [1, 2, 3, 4]],
    ['all of it after going back', at(1, { reached: 3 }), [1, 2, 3, 4]],
    ['no more than was reached when it was closed early', at(1, { stage: 'closed', since: null }), [1, 2]],
  ])('is %s', (_, meeting, numbers) => {
    expect(visibleTalk(talk, moment(meeting)).turns.map(({ number }) => number)).toEqual(numbers);
  });

  it('is what was prepared, read and given only when a step shows it', () => {
    const hidden = visibleTalk(talk, moment(at(2)));
    expect(hidden).toMatchObject({ preparation: {}, reflection: {}, card: null, ending: '' });
    expect(hidden.turns[0]?.sentences[0]).toMatchObject({ reading: { kind: 'unsure' }, topics: [] });
    expect(visibleTalk(measured, moment(at(2))).turns[0]).toMatchObject({ before: null, meters: null });
    expect(visibleTalk(measured, moment(at(3))).turns).toEqual(measured.turns);
    expect(visibleTalk(measured, moment(at(1, { reached: 3 }))).turns).toEqual(measured.turns);
    const open = visibleTalk(talk, moment(at(3)));
    expect(open).toMatchObject({ preparation: talk.preparation, reflection: talk.reflection, card: null });
    expect(open.turns).toEqual(talk.turns);
    expect(visibleTalk(talk, moment(at(4)))).toEqual(talk);
    expect(cardShown(moment(at(4)))).toBe(true);
  });

  it('has its course from the first, in a method without levels that are given blind', () => {
    const plain = { ...moment(at(1)), method: method({ steps: [{ id: 'one' }, { id: 'two' }] }) };
    expect(visibleTalk(measured, plain).turns[0]).toMatchObject({ before: meters, meters });
  });

  it('does not tell how it ended while it is frozen, be it at its last turn', () => {
    const frozen = { ...moment(at(1)), freeze: 4 };
    const seen = visibleTalk(talk, frozen);
    expect(seen.turns.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
    expect(seen).toMatchObject({ reflection: {}, card: null, ending: '' });
  });

  it('holds no word of a hidden turn, wherever it was frozen and however far the meeting is', () => {
    const meetings = fc.record({
      stage: fc.constantFrom('waiting' as const, 'running' as const, 'closed' as const),
      reached: fc.nat(4),
      back: fc.nat(4),
      freeze: fc.option(fc.integer({ min: 0, max: 5 })),
    });
    fc.assert(
      fc.property(meetings, ({ stage, reached, back, freeze }) => {
        const meeting = at(Math.max(0, reached - back), { stage, reached });
        const now = { method: incident, meeting, freeze };
        const seen = JSON.stringify(visibleTalk(talk, now));
        for (const { number, text, answer } of talk.turns) {
          const visible = number <= lastVisibleTurn(now);
          expect(seen.includes(text) || seen.includes(answer)).toBe(visible);
        }
      }),
    );
  });
});

describe('notes', () => {
  const BEFORE = '2026-11-22T08:50:00.000Z';
  const LATER = '2026-11-22T09:10:00.000Z';
  const note = { by: 'anna', turn: 1, step: 1, at: BEFORE, release: 3 };

  it('are read by others from their step on, and by their writer always', () => {
    expect(noteVisible(note, moment(at(2)), 'bram')).toBe(false);
    expect(noteVisible(note, moment(at(2)), 'anna')).toBe(true);
    expect(noteVisible(note, moment(at(3)), 'bram')).toBe(true);
    expect(noteVisible(note, moment(at(1, { reached: 3 })), 'bram')).toBe(true);
    expect(noteVisible({ ...note, release: null }, moment(at(4)), 'bram')).toBe(false);
    expect(noteVisible(note, moment(at(2, { stage: 'closed', since: null })), 'bram')).toBe(false);
  });

  it('wait again when they are written after the group went back, until it goes on again', () => {
    const back = at(1, { reached: 3 });
    const again = { ...note, at: LATER };
    expect(noteVisible(note, moment(back), 'bram')).toBe(true);
    expect(noteVisible(again, moment(back), 'bram')).toBe(false);
    expect(noteVisible({ ...again, release: 1 }, moment(back), 'bram')).toBe(true);
    expect(noteVisible(again, moment({ ...back, stage: 'closed', since: null }), 'bram')).toBe(false);
    const on = { ...back, step: 3, entered: [AT, AT, LATER, LATER] };
    expect(noteVisible(again, moment(on), 'bram')).toBe(true);
    expect(noteVisible(again, moment({ ...on, step: 1 }), 'bram')).toBe(true);
  });

  it('are released as the step in which they are written says', () => {
    expect([1, 2, 3].map((step) => releaseOf(moment(at(step))))).toEqual([3, null, 3]);
  });

  it('are written only in steps that ask for them, by whom they ask', () => {
    expect(mayWrite(moment(at(0)), 'team')).toBe(false);
    expect(mayWrite(moment(at(1)), 'team')).toBe(true);
    expect(mayWrite(moment(at(1)), 'bringer')).toBe(false);
    expect(mayWrite(moment(at(1, { stage: 'closed', since: null })), 'team')).toBe(false);
  });
});

describe('a meeting', () => {
  it('ends its step after the minutes it has and was given', () => {
    expect(endsAt(moment(at(1)))).toBe('2026-11-22T09:10:00.000Z');
    expect(endsAt(moment(at(1, { extra: 5 })))).toBe('2026-11-22T09:15:00.000Z');
    expect(endsAt(moment(at(1, { stage: 'closed', since: null })))).toBeNull();
  });

  it('knows who brought the talk, who leads and who looks along', () => {
    const review = { owner: 'anna', facilitator: 'bram' };
    expect(['anna', 'bram', 'chris'].map((one) => roleOf(review, one))).toEqual([
      'bringer',
      'facilitator',
      'team',
    ]);
    expect(roleOf({ owner: 'anna', facilitator: 'anna' }, 'anna')).toBe('bringer');
  });
});
