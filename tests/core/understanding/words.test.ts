import { plainLetters, stemOf, wordsOf } from '../../../src/core/understanding/words';

describe('the stem of a word', () => {
  it.each([
    ['slapen', 'slaapt'],
    ['slaap', 'slaapt'],
    ['meisjes', 'meisje'],
    ['brief', 'brieven'],
    ['kinderen', 'kind'],
    ['zorgen', 'zorg'],
    ['praatte', 'praten'],
    ['werkende', 'werkt'],
  ])('is one for %s and %s', (one, other) => {
    expect(stemOf(one)).toBe(stemOf(other));
  });

  it.each([
    ['moe', 'moe'],
    ['eten', 'eten'],
    ['thee', 'the'],
    ['etjes', 'etj'],
    ['ruzie', 'ruzi'],
    ['bellen', 'bel'],
    ['z0nder', 'z0nder'],
  ])('of %s is %s', (word, stem) => {
    expect(stemOf(word)).toBe(stem);
  });
});

describe('plain letters', () => {
  it.each([
    ['Één', 'een'],
    ["M'n", 'mn'],
    ['Zo’n', 'zon'],
    ['COÖRDINATOR', 'coordinator'],
    ['b1', 'b1'],
    ['', ''],
  ])('of %j are %j', (text, plain) => {
    expect(plainLetters(text)).toBe(plain);
  });
});

it('tells where each word stands', () => {
  expect(wordsOf('Zo’n dag, hè?')).toEqual([
    { plain: 'zon', stem: 'zon', span: { start: 0, end: 4 } },
    { plain: 'dag', stem: 'dag', span: { start: 5, end: 8 } },
    { plain: 'he', stem: 'he', span: { start: 10, end: 12 } },
  ]);
});
