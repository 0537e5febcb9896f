import { createWordFinder } from '../../../src/core/understanding/wordFinder';

const find = createWordFinder([
  { word: 'pauze', meaning: 'pause' },
  { word: 'pause', meaning: 'pause' },
  { word: 'stop', meaning: 'stop' },
  { word: 'verder', meaning: 'resume' },
  { word: 'nog een keer', meaning: 'again' },
  { word: 'Hulp', meaning: 'help' },
  { word: 'u', meaning: 'u' },
]);

describe('an authored word', () => {
  it.each([
    ['pauze', 'pause'],
    ['  STOP! ', 'stop'],
    ['nog een keer.', 'again'],
    ['hulp', 'help'],
    ['u', 'u'],
  ])('%s is found as it is written', (typed, meaning) => expect(find(typed)).toBe(meaning));

  it.each([
    ['pauzee', 'pause'],
    ['paauze', 'pause'],
    ['verdr', 'resume'],
    ['nog en keer', 'again'],
  ])('%s is forgiven its typing error', (typed, meaning) => expect(find(typed)).toBe(meaning));

  it.each([
    ['kauze', 'another first letter'],
    ['pauzeren', 'more than a letter longer'],
    ['verd', 'more than a letter shorter'],
    ['sto', 'too short to be anything but itself'],
    ['ik wil even pauze nemen graag', 'said rather than commanded'],
    ['', 'nothing'],
    ['😷😷😷😷', 'no letters'],
  ])('%s is not: %s', (typed) => expect(find(typed)).toBeNull());
});
