import { type Facts, holds, specificity } from '../../../src/core/dialogue/conditions';
import { freshMemory } from '../../../src/core/dialogue/memory';
import { matchesMove } from '../../../src/core/dialogue/selectors';
import type { Condition } from '../../../src/core/model/condition';

const facts: Facts = {
  reading: { kind: 'move', move: 'acknowledge', confidence: 0.9 },
  topics: ['sleep'],
  phase: 'exploring',
  climate: 'guarded',
  memory: {
    ...freshMemory({ trust: 40, tension: 30, understood: 20 }),
    turn: 3,
    counts: { acknowledge: 2, 'family:recognition': 1, judge: 1 },
    lately: [
      { kind: 'move', move: 'judge', confidence: 0.9 },
      { kind: 'family', family: 'recognition', confidence: 0.8 },
      { kind: 'move', move: 'acknowledge', confidence: 0.9 },
    ],
    previous: { kind: 'move', move: 'judge', confidence: 0.9 },
    disclosed: ['nights'],
    raised: ['alone'],
    touched: { sleep: 2 },
  },
};

const cases: readonly [Condition, boolean][] = [
  [{}, true],
  [{ moves: ['acknowledge'] }, true],
  [{ moves: ['reflect'] }, false],
  [{ moves: ['family:recognition'] }, true],
  [{ moves: ['any:builds'] }, true],
  [{ moves: ['unsure'] }, false],
  [{ topics: ['food', 'sleep'] }, true],
  [{ topics: ['food'] }, false],
  [{ climate: ['open'] }, false],
  [{ phase: ['exploring', 'bridging'] }, true],
  [{ meters: { trust: { min: 40, max: 40 }, tension: { max: 29 } } }, false],
  [{ disclosed: ['nights'], hidden: ['fear'] }, true],
  [{ hidden: ['nights'] }, false],
  [{ disclosures: { min: 1, max: 1 } }, true],
  [{ raised: ['alone'] }, true],
  [{ unraised: ['alone'] }, false],
  [{ concerns: { min: 2 } }, false],
  [{ turn: { min: 4 } }, false],
  [{ count: [{ moves: ['family:recognition'], min: 3, max: 3 }] }, true],
  [{ count: [{ moves: ['acknowledge', 'family:recognition'], min: 4 }] }, false],
  [{ count: [{ moves: ['any:breaks'], max: 0 }] }, false],
  [{ streak: { moves: ['family:recognition'], min: 2 } }, true],
  [{ streak: { moves: ['family:recognition'], min: 3 } }, false],
  [{ previous: ['any:breaks'] }, true],
  [{ topics: ['sleep'], asked: { min: 2 } }, true],
  [{ silent: { min: 1 } }, false],
  [{ puzzled: { max: 0 } }, true],
];

describe('conditions', () => {
  it.each(cases)('%j is %s', (condition, expected) => {
    expect(holds(condition, facts)).toBe(expected);
  });

  it('are more specific with more parts and narrower moves', () => {
    const order: readonly Condition[] = [
      {},
      { moves: ['any:builds'] },
      { moves: ['family:recognition'] },
      { moves: ['acknowledge'] },
      { moves: ['any:builds'], climate: ['open'] },
    ];
    const ranks = order.map(specificity);
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
    expect(new Set(ranks).size).toBe(ranks.length);
  });
});

describe('selectors', () => {
  it('a family that is sure matches its family and valence, never one of its moves', () => {
    const reading = { kind: 'family', family: 'hurt', confidence: 0.8 } as const;
    expect(matchesMove('family:hurt', reading)).toBe(true);
    expect(matchesMove('any:breaks', reading)).toBe(true);
    expect(matchesMove('judge', reading)).toBe(false);
    expect(matchesMove('unsure', reading)).toBe(false);
  });
});
