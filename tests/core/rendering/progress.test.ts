import fc from 'fast-check';
import type { PractisedTalk } from '../../../src/core/model/progress';
import { CRITERIA, type CriterionId, LEVELS, type MarkLevel } from '../../../src/core/model/scoring';
import { linesOf, suggestNext } from '../../../src/core/rendering/progress';

type Levels = Readonly<Partial<Record<CriterionId, MarkLevel>>>;

/** Everything goes well, except what is named. */
function talkOn(day: number, levels: Levels, others: MarkLevel = 'strong'): PractisedTalk {
  const all = Object.fromEntries(CRITERIA.map((id) => [id, others]));
  return { attempt: `a${day}`, at: on(day), levels: { ...all, ...levels } };
}

function on(day: number): string {
  return new Date(Date.UTC(2026, 0, day, 12)).toISOString();
}

describe('what to practise next', () => {
  it('is nothing while nothing was practised', () => {
    expect(suggestNext([], on(1))).toBeNull();
  });

  const cases: readonly (readonly [
    string,
    readonly PractisedTalk[],
    number,
    Partial<Record<string, unknown>>,
  ])[] = [
    ['what began comes back after two days', [talkOn(1, { H1: 'begin' })], 3, { criterion: 'H1', due: true }],
    ['and not before', [talkOn(1, { H1: 'begin' })], 2, { criterion: 'H1', due: false, dueAt: on(3) }],
    ['what develops after five', [talkOn(1, { V2: 'developing' })], 6, { criterion: 'V2', due: true }],
    ['and not before', [talkOn(1, { V2: 'developing' })], 5, { criterion: 'V2', due: false, dueAt: on(6) }],
    ['what goes well after ten', [talkOn(1, { K1: 'competent' })], 11, { criterion: 'K1', due: true }],
    ['and not before', [talkOn(1, {}, 'competent')], 10, { criterion: 'Z1', due: false, dueAt: on(11) }],
    [
      'the weakest of what is due',
      [talkOn(1, { H1: 'developing', V5: 'begin' })],
      20,
      { criterion: 'V5', last: { at: on(1), level: 'begin' } },
    ],
    [
      'of equals what was practised longest ago',
      [talkOn(1, { V5: 'begin' }), talkOn(3, { H1: 'begin', V5: 'not-seen' })],
      9,
      { criterion: 'V5' },
    ],
    [
      'what is due before what is weaker but fresh',
      [talkOn(1, { K2: 'developing' }), talkOn(9, { K2: 'not-seen', V5: 'begin' })],
      10,
      { criterion: 'K2', due: true },
    ],
    [
      'what was never seen after what is shaky',
      [talkOn(1, { K3: 'not-seen', H4: 'developing' })],
      30,
      { criterion: 'H4' },
    ],
    [
      'what was never seen before what goes well',
      [talkOn(1, { K3: 'not-seen', H4: 'competent' })],
      30,
      { criterion: 'K3', last: null, due: true },
    ],
    [
      'the level of the last time it was seen',
      [talkOn(1, { Z1: 'begin' }), talkOn(2, { Z1: 'strong', V1: 'developing' })],
      8,
      { criterion: 'V1' },
    ],
  ];

  it.each(cases)('%s', (_, history, day, expected) => {
    expect(suggestNext(history, on(day))).toMatchObject(expected);
    expect(suggestNext([...history].reverse(), on(day))).toMatchObject(expected);
  });

  const anyHistory = fc.array(
    fc.tuple(
      fc.integer({ min: 1, max: 60 }),
      fc.dictionary(fc.constantFrom(...CRITERIA), fc.constantFrom(...LEVELS)),
    ),
    { minLength: 1, maxLength: 8 },
  );

  it('is due exactly when its day has come, and nothing due is left for something that is not', () => {
    fc.assert(
      fc.property(anyHistory, fc.integer({ min: 60, max: 90 }), (talks, day) => {
        const history = talks.map(([at, levels]) => ({ attempt: `a${at}`, at: on(at), levels }));
        const next = suggestNext(history, on(day));
        expect(next?.due).toBe(next !== null && Date.parse(next.dueAt) <= Date.parse(on(day)));
        const unseen = CRITERIA.some((id) =>
          history.every(({ levels }) => (levels[id] ?? 'not-seen') === 'not-seen'),
        );
        if (unseen) expect(next?.due).toBe(true);
      }),
    );
  });
});

describe('the lines of progress', () => {
  it('go from old to new, keep gaps, and name the level that was last seen', () => {
    const history = [
      talkOn(9, { V5: 'not-seen' }),
      talkOn(1, { V5: 'begin' }),
      talkOn(4, { V5: 'competent' }),
    ];
    const line = linesOf(history).find(({ criterion }) => criterion === 'V5');
    expect(line?.points.map(({ level }) => level)).toEqual(['begin', 'competent', 'not-seen']);
    expect(line?.latest).toBe('competent');
    expect(linesOf([]).every(({ latest }) => latest === null)).toBe(true);
    expect(linesOf(history).map(({ criterion }) => criterion)).toEqual(CRITERIA);
  });
});
