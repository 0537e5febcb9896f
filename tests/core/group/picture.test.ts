import fc from 'fast-check';
import { agendaFor } from '../../../src/core/group/agenda';
import { pictureOf } from '../../../src/core/group/picture';
import type { Phase, Turn } from '../../../src/core/model/conversation';
import { type OfGroup, PEOPLE_NEEDED, type SharedTalk } from '../../../src/core/model/groupPicture';
import { SIGHTS } from '../../../src/core/model/homework';
import { MOVES, type Move } from '../../../src/core/model/moves';
import { CRITERIA, LEVELS } from '../../../src/core/model/scoring';
import { sampleTurn } from '../../storage/fixtures';
import { sentence, understood } from '../../support/understood';

const LEARNERS = ['anna', 'bert', 'chaima', 'daan', 'eva', 'fatih', 'goran', 'hana'];

/** A turn in which trust changes by `change` at one sentence. */
function turn(number: number, move: Move, change: number, phase: Phase = 'arrival'): Turn {
  const before = { trust: 50, tension: 50, understood: 50 };
  return {
    ...sampleTurn(number, 'geheim'),
    understanding: understood(sentence(move, [], 'geheim')),
    effects: [{ sentence: 0, rule: `move:${move}`, change: { trust: change, tension: 0, understood: 0 } }],
    before,
    meters: { ...before, trust: 50 + change },
    phase,
  };
}

function talk(learner: string, about: Partial<SharedTalk> = {}): SharedTalk {
  const at = '2026-01-05T09:00:00.000Z';
  return { attempt: `of-${learner}`, learner, at, sight: 'transcript', levels: {}, turns: [], ...about };
}

const five = LEARNERS.slice(0, PEOPLE_NEEDED);

function shown<T>(part: OfGroup<T>): T {
  if (part.kind !== 'shown') throw new Error(`only ${part.people} people`);
  return part.value;
}

const anyTalk: fc.Arbitrary<SharedTalk> = fc.record({
  attempt: fc.integer({ min: 0, max: 30 }).map((number) => `a${number}`),
  learner: fc.constantFrom(...LEARNERS),
  at: fc.integer({ min: 10, max: 28 }).map((day) => `2026-01-${day}T09:00:00.000Z`),
  sight: fc.constantFrom(...SIGHTS),
  levels: fc.dictionary(fc.constantFrom(...CRITERIA), fc.constantFrom(...LEVELS)),
  turns: fc
    .array(fc.tuple(fc.constantFrom(...MOVES), fc.integer({ min: -20, max: 20 })), { maxLength: 4 })
    .map((drawn) => drawn.map(([move, change], index) => turn(index + 1, move, change))),
});

/** As they are in a store: an attempt is somebody's, and holds what it holds. */
const anyTalks = fc.uniqueArray(anyTalk, { selector: ({ attempt }) => attempt, maxLength: 24 });

describe('the picture of a group', () => {
  it('is hidden below five people, however much they shared', () => {
    const talks = LEARNERS.slice(0, 4).flatMap((learner) => [
      talk(learner, { levels: { H1: 'begin' }, turns: [turn(1, 'judge', -10)] }),
      talk(learner, { attempt: `second-of-${learner}`, levels: { H1: 'begin' } }),
    ]);
    const hidden = { kind: 'too-few', people: 4 };
    expect(pictureOf(talks)).toEqual({ spread: hidden, moves: hidden, turning: hidden });
  });

  it('counts everybody once, where they last stood in a talk in which it was seen', () => {
    const talks = [
      ...five.map((learner) => talk(learner, { levels: { H1: 'developing' } })),
      talk('anna', { attempt: 'later', at: '2026-02-01T09:00:00.000Z', levels: { H1: 'strong' } }),
      talk('bert', { attempt: 'unseen', at: '2026-02-01T09:00:00.000Z', levels: { H1: 'not-seen' } }),
    ];
    const spread = shown(pictureOf(talks).spread);
    expect(spread.find(({ criterion }) => criterion === 'H1')?.people).toEqual({
      'not-seen': 0,
      begin: 0,
      developing: 4,
      competent: 0,
      strong: 1,
    });
    expect(spread.map(({ criterion }) => criterion)).toEqual(CRITERIA);
  });

  it('tells which moves are said most, and which of what builds least', () => {
    const talks = five.map((learner, index) =>
      talk(learner, {
        turns: [
          turn(1, 'closed-question', 0),
          turn(2, 'closed-question', 0),
          turn(3, index ? 'hope' : 'judge', 0),
        ],
      }),
    );
    const moves = shown(pictureOf(talks).moves);
    expect(moves.most).toEqual([
      { move: 'closed-question', sentences: 10, people: 5 },
      { move: 'hope', sentences: 4, people: 4 },
      { move: 'judge', sentences: 1, people: 1 },
    ]);
    expect(moves.leastBuilding.every(({ sentences }) => sentences === 0)).toBe(true);
    expect(moves.leastBuilding.map(({ move }) => move)).not.toContain('hope');
    expect(moves.leastBuilding.map(({ move }) => move)).not.toContain('insult');
  });

  it('tells where trust turned with several people, by what did it and in which phase', () => {
    const talks = five.map((learner, index) =>
      talk(learner, {
        turns: [
          turn(1, 'acknowledge', index < 3 ? 8 : 0, 'exploring'),
          turn(2, 'impose-advice', index < 2 ? -12 : 0),
          turn(3, index === 0 ? 'insult' : 'explain', index === 0 ? -20 : 0),
        ],
      }),
    );
    expect(shown(pictureOf(talks).turning)).toEqual([
      { direction: 'fell', cause: 'move:impose-advice', phase: 'exploring', people: 2, times: 2 },
      { direction: 'rose', cause: 'move:acknowledge', phase: 'arrival', people: 3, times: 3 },
    ]);
  });

  it('holds nothing of who did not share, nor more than they shared', () => {
    fc.assert(
      fc.property(anyTalks, (talks) => {
        const allowed = talks.map((one) => ({
          ...one,
          levels: one.sight === 'done' ? {} : one.levels,
          turns: one.sight === 'transcript' ? one.turns : [],
        }));
        expect(pictureOf(talks)).toEqual(pictureOf(allowed));
        expect(pictureOf(talks)).toEqual(pictureOf(talks.filter(({ sight }) => sight !== 'done')));
      }),
    );
  });

  it('never shows figures of fewer than five people, and no word of theirs', () => {
    fc.assert(
      fc.property(anyTalks, (talks) => {
        const people = (sights: readonly string[]) =>
          new Set(talks.filter(({ sight }) => sights.includes(sight)).map(({ learner }) => learner)).size;
        const { spread, moves, turning } = pictureOf(talks);
        const enough = (count: number) => (count < PEOPLE_NEEDED ? 'too-few' : 'shown');
        expect(spread).toMatchObject({ kind: enough(people(['levels', 'transcript'])) });
        expect(moves).toMatchObject({ kind: enough(people(['transcript'])) });
        expect(turning).toMatchObject({ kind: enough(people(['transcript'])) });
        const told = JSON.stringify([spread, moves, turning]);
        for (const secret of ['geheim', ...LEARNERS]) expect(told).not.toContain(secret);
      }),
    );
  });

  it('does not depend on the order or the names of people', () => {
    fc.assert(
      fc.property(anyTalks, fc.array(fc.nat()), (talks, order) => {
        const shuffled = talks
          .map((one, index) => ({ one, place: order[index] ?? 0 }))
          .toSorted((a, b) => a.place - b.place)
          .map(({ one }) => ({ ...one, learner: `x-${LEARNERS.length - LEARNERS.indexOf(one.learner)}` }));
        expect(pictureOf(shuffled)).toEqual(pictureOf(talks));
      }),
    );
  });

  it('counts everybody in each criterion', () => {
    fc.assert(
      fc.property(anyTalks, (talks) => {
        const { spread } = pictureOf(talks);
        if (spread.kind === 'too-few') return;
        for (const { people } of spread.value)
          expect(LEVELS.reduce((sum, level) => sum + people[level], 0)).toBe(spread.people);
      }),
    );
  });

  it('counts an attempt that was handed in twice once', () => {
    fc.assert(
      fc.property(anyTalks, (talks) => {
        expect(pictureOf([...talks, ...talks])).toEqual(pictureOf(talks));
      }),
    );
  });
});

describe('the agenda of a group', () => {
  const levels = Object.fromEntries(CRITERIA.map((id) => [id, 'strong' as const]));

  it('takes what the group finds hardest', () => {
    const talks = five.map((learner) =>
      talk(learner, { levels: { ...levels, K2: 'begin', V4: 'developing', H1: 'developing' } }),
    );
    expect(agendaFor(pictureOf(talks), ['V4']).points).toEqual([
      { criterion: 'K2', reason: 'group' },
      { criterion: 'V4', reason: 'group' },
      { criterion: 'H1', reason: 'group' },
    ]);
  });

  it('is two points where the rest goes well', () => {
    const talks = five.map((learner) => talk(learner, { levels: { ...levels, K2: 'begin' } }));
    expect(agendaFor(pictureOf(talks), []).points.map(({ criterion }) => criterion)).toEqual(['K2', 'Z1']);
  });

  it('takes what the homework asked to watch where too few shared', () => {
    const nobody = pictureOf([]);
    expect(agendaFor(nobody, ['V3', 'K1']).points).toEqual([
      { criterion: 'K1', reason: 'focus' },
      { criterion: 'V3', reason: 'focus' },
    ]);
    expect(agendaFor(nobody, ['V1']).points).toEqual([
      { criterion: 'V1', reason: 'focus' },
      { criterion: 'H1', reason: 'start' },
    ]);
    expect(agendaFor(nobody, []).points.map(({ criterion }) => criterion)).toEqual(['V1', 'H1', 'V5']);
  });

  it('always has two or three different points, and counts nobody', () => {
    fc.assert(
      fc.property(anyTalks, fc.subarray([...CRITERIA]), (talks, focus) => {
        const agenda = agendaFor(pictureOf(talks), focus);
        const criteria = agenda.points.map(({ criterion }) => criterion);
        expect([2, 3]).toContain(criteria.length);
        expect(new Set(criteria).size).toBe(criteria.length);
        expect(JSON.stringify(agenda)).not.toMatch(/"people"|"times"|\d{2}/);
      }),
    );
  });
});
