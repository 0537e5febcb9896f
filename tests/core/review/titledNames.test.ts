import { titledNames } from '../../../src/core/review/titledNames';

const found = (text: string, own: readonly string[] = []) =>
  titledNames(text, new Set(own)).map(({ start, end }) => text.slice(start, end));

it.each([
  ['Ik bel mevrouw Jansen uit Utrecht.', ['mevrouw Jansen']],
  ['Meneer Pietersen zei dat.', ['Meneer Pietersen']],
  ['dhr. van der Berg en fam. De Boer', ['dhr. van der Berg', 'fam. De Boer']],
  ['Ask Mrs Smith.', ['Mrs Smith']],
])('finds who is named in %j', (text, names) => {
  expect(found(text)).toEqual(names);
});

it.each(['Dag mevrouw, hoe gaat het?', 'Meneer zegt niets.', 'De mevrouw van de balie', 'Dr. komt straks'])(
  'finds nobody in %j',
  (text) => {
    expect(found(text)).toEqual([]);
  },
);

it('leaves the names of the case', () => {
  expect(found('Goedemorgen meneer Nuur.', ['Nuur'])).toEqual([]);
});
