import fc from 'fast-check';
import { brennanPrediger, cohen, fleiss } from '../../../src/core/review/kappa';

/** Fleiss 1971, table 1: how many of six psychiatrists gave thirty patients each of five diagnoses. */
const DIAGNOSES = `
00060 03003 01401 00006 03030 20400 00402 20310 20040 00006 10050 11040 03300 10050 02031
00501 30012 51000 02040 10203 00006 01050 02013 20040 10041 05010 40002 02040 10500 00006
`;

const items = DIAGNOSES.trim()
  .split(/\s+/)
  .map((row) => [...row].flatMap((count, label) => Array<number>(Number(count)).fill(label)));

it('gives the figures of Fleiss 1971', () => {
  const measured = fleiss(items);
  expect(measured?.observed).toBeCloseTo(0.556, 3);
  expect(measured?.chance).toBeCloseTo(0.22, 3);
  expect(measured?.kappa).toBeCloseTo(0.43, 3);
  expect(measured?.pairs).toBe(30 * 15);
});

it('gives the figures of Cohen 1960', () => {
  const table = [
    [88, 14, 18],
    [10, 40, 10],
    [2, 6, 12],
  ];
  const pairs = table.flatMap((row, one) =>
    row.flatMap((count, other) => Array.from({ length: count }, (): [number, number] => [one, other])),
  );
  const measured = cohen(pairs);
  expect(measured?.observed).toBeCloseTo(0.7, 10);
  expect(measured?.chance).toBeCloseTo(0.41, 10);
  expect(measured?.kappa).toBeCloseTo(0.492, 3);
});

it('says nothing where there is nothing to compare, or where everything is the same', () => {
  expect(fleiss([])).toBeNull();
  expect(fleiss([['a'], [], ['b']])).toBeNull();
  expect(cohen([])).toBeNull();
  expect(
    fleiss([
      ['a', 'a'],
      ['a', 'a', 'a'],
    ]),
  ).toMatchObject({ observed: 1, kappa: null });
  expect(cohen([['a', 'a']])).toMatchObject({ observed: 1, kappa: null });
});

it('takes agreement for what it is where every label is as likely', () => {
  expect(brennanPrediger(1, 5)).toBe(1);
  expect(brennanPrediger(0.2, 5)).toBeCloseTo(0, 10);
});

const label = fc.constantFrom('a', 'b', 'c', 'd');
const ratings = fc.array(fc.array(label, { minLength: 0, maxLength: 6 }), { minLength: 1, maxLength: 12 });

it('does not depend on the order of raters or of items', () => {
  fc.assert(
    fc.property(ratings, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (rated, random) => {
      const shuffled = <Item>(list: readonly Item[]) =>
        list
          .map((item) => ({ item, place: random.next().value as number }))
          .sort((a, b) => a.place - b.place)
          .map(({ item }) => item);
      expect(fleiss(shuffled(rated.map(shuffled)))).toEqual(fleiss(rated));
    }),
  );
});

it('does not depend on what the labels are called', () => {
  fc.assert(
    fc.property(ratings, (rated) => {
      const renamed = rated.map((labels) => labels.map((name) => `other ${name}`));
      expect(fleiss(renamed)).toEqual(fleiss(rated));
    }),
  );
});

it('is 1 for people who agree on every item, whatever is missing, and never more', () => {
  const agreed = fc.array(
    label.chain((one) => fc.array(fc.constant(one), { minLength: 2, maxLength: 6 })),
    { minLength: 2 },
  );
  fc.assert(
    fc.property(agreed, (rated) => {
      const same = new Set(rated.flat()).size === 1;
      expect(fleiss(rated)?.kappa ?? null).toEqual(same ? null : 1);
    }),
  );
  fc.assert(
    fc.property(ratings, (rated) => {
      const kappa = fleiss(rated)?.kappa ?? 0;
      expect(kappa).toBeLessThanOrEqual(1 + 1e-9);
      expect(kappa).toBeGreaterThanOrEqual(-1 - 1e-9);
    }),
  );
});

it('is about 0 for people who mark without looking', () => {
  const random = fc.array(fc.tuple(label, label, label), { minLength: 800, maxLength: 800, size: 'max' });
  fc.assert(
    fc.property(random, (rated) => {
      expect(Math.abs(fleiss(rated)?.kappa ?? 1)).toBeLessThan(0.15);
      expect(
        Math.abs(cohen(rated.map(([one, other]): [string, string] => [one, other]))?.kappa ?? 1),
      ).toBeLessThan(0.2);
    }),
    { numRuns: 20, seed: 7 },
  );
});

it('gives nearly the same for two raters by either measure, and the same where they use the labels alike', () => {
  const pairs = [
    ...Array<[string, string]>(20).fill(['a', 'a']),
    ...Array<[string, string]>(15).fill(['b', 'b']),
    ...Array<[string, string]>(5).fill(['a', 'b']),
    ...Array<[string, string]>(5).fill(['b', 'a']),
  ];
  expect(fleiss(pairs)?.kappa).toBeCloseTo(cohen(pairs)?.kappa ?? 0, 10);
});
