import fc from 'fast-check';
import type { BlindMark } from '../../../src/core/model/review';
import { CRITERIA, type CriterionId, LEVELS, type MarkLevel } from '../../../src/core/model/scoring';
import { agreementOf, distanceOf, wordFor } from '../../../src/core/review/agreement';
import { score } from '../../../src/core/scoring/score';
import { RUBRIC } from '../scoring/talk';

const EMPTY_CARD = score(RUBRIC, []);

function cardOf(levels: Partial<Record<CriterionId, MarkLevel>>) {
  const criteria = EMPTY_CARD.criteria.map((mark) => ({ ...mark, level: levels[mark.id] ?? mark.level }));
  return { ...EMPTY_CARD, criteria };
}

/** `H1: ['begin', null, 'strong']`: what anna, bert and carla gave. */
function marksOf(given: Partial<Record<CriterionId, readonly (MarkLevel | null)[]>>): readonly BlindMark[] {
  const names = ['anna', 'bert', 'carla', 'dirk'];
  return CRITERIA.flatMap((criterion) =>
    (given[criterion] ?? []).flatMap((level, at): BlindMark[] =>
      level === null ? [] : [{ by: names[at] ?? '', criterion, level, at: '' }],
    ),
  );
}

const FOCUS: readonly CriterionId[] = ['V1', 'H1', 'V5'];

it('lays every criterion out: who gave what, who skipped it, and who differs most', () => {
  const marks = marksOf({
    H1: ['competent', 'competent', 'begin'],
    V1: ['developing', null, 'competent'],
    V5: ['begin', 'begin', 'begin'],
  });
  const { criteria, members } = agreementOf(marks, FOCUS, cardOf({ H1: 'developing', V5: 'begin' }));
  expect(members).toEqual(['anna', 'bert', 'carla']);
  expect(criteria).toEqual([
    expect.objectContaining({
      criterion: 'H1',
      team: 'competent',
      spread: 2,
      apart: 1,
      ends: ['begin', 'competent'],
    }),
    expect.objectContaining({ criterion: 'V1', team: null, skipped: 1, ends: ['developing', 'competent'] }),
    expect.objectContaining({ criterion: 'V5', team: 'begin', spread: 0, apart: 0, ends: null }),
  ]);
});

it('puts on the agenda what lies furthest apart, and what only the card sees differently after it', () => {
  const marks = marksOf({
    H1: ['competent', 'competent', 'developing'],
    V1: ['begin', 'strong', 'competent'],
    V5: ['begin', 'begin', 'begin'],
  });
  const card = cardOf({ H1: 'competent', V1: 'competent', V5: 'strong' });
  expect(agreementOf(marks, FOCUS, card).agenda).toEqual([
    { criterion: 'V1', among: true, withCard: false },
    { criterion: 'H1', among: true, withCard: false },
    { criterion: 'V5', among: false, withCard: true },
  ]);
  expect(agreementOf(marks, FOCUS, null).agenda.map(({ criterion }) => criterion)).toEqual(['V1', 'H1']);
});

it.each<[readonly MarkLevel[], MarkLevel | null]>([
  [['begin', 'strong'], null],
  [['not-seen', 'begin'], null],
  [['begin', 'begin', 'strong', 'strong'], null],
  [['not-seen', 'not-seen', 'begin', 'begin'], null],
  [['begin', 'developing', 'strong'], 'developing'],
  [['begin', 'competent', 'competent', 'strong'], 'competent'],
])('knows what a team gave together where there is a majority or a middle: %j', (levels, team) => {
  expect(agreementOf(marksOf({ H1: levels }), ['H1'], null).criteria[0]?.team).toBe(team);
});

it('takes "not seen" for another answer, not for the lowest level', () => {
  expect(distanceOf('not-seen', 'begin')).toBe(2);
  expect(distanceOf('strong', 'not-seen')).toBe(2);
  expect(distanceOf('begin', 'developing')).toBe(1);
  const seen = agreementOf(marksOf({ H1: ['not-seen', 'begin', 'competent', 'competent'] }), ['H1'], null);
  expect(seen.criteria[0]?.team).toBe('competent');
  const unseen = agreementOf(marksOf({ H1: ['not-seen', 'not-seen', 'competent'] }), ['H1'], null);
  expect(unseen.criteria[0]?.team).toBe('not-seen');
});

it('concludes nothing from a few marks, and says so', () => {
  const few = marksOf({ H1: ['begin', 'begin', 'begin'], V1: ['strong', 'strong', 'strong'] });
  expect(agreementOf(few, FOCUS, cardOf({}))).toMatchObject({
    among: { word: 'too-few', exact: 1, kappa: 1 },
    withCard: { word: 'too-few' },
  });
  expect(agreementOf([], FOCUS, null)).toMatchObject({
    among: { word: 'too-few', kappa: null, exact: null },
    withCard: null,
    agenda: [],
  });
});

it('says that people agree who gave everything the same level, though κ cannot tell', () => {
  const same = marksOf({
    H1: ['begin', 'begin', 'begin'],
    V1: ['begin', 'begin', 'begin'],
    V5: ['begin', 'begin', 'begin'],
  });
  expect(agreementOf(same, FOCUS, null).among).toMatchObject({
    kappa: null,
    alike: true,
    word: 'often',
    exact: 1,
  });
  const nearly = [
    ...same.slice(0, -1),
    { by: 'carla', criterion: 'V5', level: 'developing', at: '' } as const,
  ];
  const { among } = agreementOf(nearly, FOCUS, null);
  expect(among).toMatchObject({ alike: true, word: 'often' });
  expect(among.kappa).toBeLessThan(0.21);
});

it('says where people see things differently', () => {
  const marks = marksOf({
    H1: ['begin', 'strong', 'competent'],
    V1: ['competent', 'begin', 'strong'],
    V5: ['developing', 'competent', 'begin'],
  });
  expect(agreementOf(marks, FOCUS, null).among.word).toBe('seldom');
});

it('compares team and card on every criterion that both have', () => {
  const levels = { H1: 'begin', V1: 'strong', V5: 'competent', H2: 'developing', V2: 'begin' } as const;
  const focus = CRITERIA.filter((criterion) => criterion in levels);
  const marks = marksOf(Object.fromEntries(focus.map((id) => [id, [levels[id as keyof typeof levels]]])));
  const same = agreementOf(marks, focus, cardOf(levels));
  expect(same.withCard).toMatchObject({ word: 'often', kappa: 1, exact: 1, withinOne: 1, pairs: 5 });
  const other = agreementOf(marks, focus, cardOf({ ...levels, H1: 'developing', V1: 'begin' }));
  expect(other.withCard).toMatchObject({ exact: 3 / 5, withinOne: 4 / 5 });
});

it('lays each mark beside the card where there are too few criteria for the team as one', () => {
  const marks = marksOf({
    H1: ['begin', 'begin', 'begin'],
    V1: ['strong', 'strong', 'strong'],
    V5: ['competent', 'competent', 'developing'],
  });
  const card = cardOf({ H1: 'begin', V1: 'strong', V5: 'competent' });
  const found = agreementOf(marks, FOCUS, card);
  expect(found.withCard).toMatchObject({ word: 'too-few', pairs: 3, exact: 1 });
  expect(found.eachWithCard).toMatchObject({ word: 'often', pairs: 9, exact: 8 / 9, withinOne: 1 });
  expect(agreementOf(marks.slice(1), FOCUS, card).eachWithCard?.word).toBe('too-few');
});

it('names strength as Landis & Koch do, to two decimals', () => {
  expect([-0.2, 0.2, 0.21, 0.6, 0.606, 0.61, 1].map(wordFor)).toEqual([
    ...['seldom', 'seldom', 'sometimes', 'sometimes', 'often', 'often', 'often'],
  ]);
});

const mark = fc.record({
  by: fc.constantFrom('anna', 'bert', 'carla', 'dirk'),
  criterion: fc.constantFrom(...FOCUS),
  level: fc.constantFrom(...LEVELS),
  at: fc.constant(''),
});
const marks = fc.uniqueArray(mark, { selector: ({ by, criterion }) => `${by} ${criterion}`, maxLength: 12 });

it('gives the same whoever is handed in first', () => {
  fc.assert(
    fc.property(marks, fc.infiniteStream(fc.nat()), (given, places) => {
      const shuffled = given
        .map((one) => ({ one, place: places.next().value as number }))
        .sort((a, b) => a.place - b.place)
        .map(({ one }) => one);
      expect(agreementOf(shuffled, FOCUS, EMPTY_CARD)).toEqual(agreementOf(given, FOCUS, EMPTY_CARD));
    }),
  );
});

it('gives a figure or none, never something that is no number', () => {
  fc.assert(
    fc.property(marks, (given) => {
      const { among, withCard } = agreementOf(given, FOCUS, EMPTY_CARD);
      for (const { kappa, exact, withinOne } of [among, withCard ?? among]) {
        for (const figure of [kappa, exact, withinOne]) expect(figure).not.toBeNaN();
        expect((withinOne ?? 1) >= (exact ?? 0)).toBe(true);
      }
    }),
  );
});
