import { createTopicFinder } from '../../../src/core/understanding/topics';
import { wordsOf } from '../../../src/core/understanding/words';

const finder = createTopicFinder([
  { id: 'faith', words: ['geloof*', '!ik geloof u'] },
  { id: 'tonight', words: ['wie ... bij haar'] },
]);
const topicsIn = (text: string) => finder.find(wordsOf(text)).map(({ topic }) => topic);

describe('the sense of a word', () => {
  it('is not meant where a guard says so, and still elsewhere in the sentence', () => {
    expect(topicsIn('Ik geloof u echt.')).toEqual([]);
    expect(topicsIn('Wat betekent uw geloof voor u?')).toEqual(['faith']);
    expect(topicsIn('Ik geloof u, maar het geloof is iets anders.')).toEqual(['faith']);
  });

  it('may lie in words that stand apart', () => {
    expect(topicsIn('Wie blijft er dan vannacht bij haar?')).toEqual(['tonight']);
    expect(topicsIn('Wie is dat?')).toEqual([]);
  });
});
