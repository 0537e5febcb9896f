import { createTopicFinder } from '../../../src/core/understanding/topics';
import { wordsOf } from '../../../src/core/understanding/words';

const finder = createTopicFinder(
  [
    { id: 'sleep', words: ['slapen', 'nachtmerrie*'] },
    { id: 'work', words: ['=werk', 'nachtdienst'] },
    { id: 'locked-in', words: ['op slot', 'opgesloten'] },
    { id: 'school', words: ['school', 'mentor'] },
  ],
  new Set(['dochter']),
);
const topics = (text: string) => finder.find(wordsOf(text)).map(({ topic }) => topic);

describe('finding topics', () => {
  test.each([
    ['literal words', 'Hoe gaat het op school?', ['school']],
    ['inflected words', 'Hij slaapt slecht.', ['sleep']],
    ['open stems', 'Ze heeft nachtmerries.', ['sleep']],
    ['phrases', 'De deur ging op slot.', ['locked-in']],
    ['typing errors', 'was ze opgeslotn?', ['locked-in']],
    ['swapped letters', 'de mnetor belde', ['school']],
    ['words for this form only', 'Zo werkt dat niet.', []],
    ['that form', 'Ik kom van mijn werk.', ['work']],
    ['nothing', 'Dag meneer.', []],
    ['capitals and accents', 'SCHÓÓL', ['school']],
  ])('%s', (_why, text, found) => {
    expect(topics(text)).toEqual(found);
  });

  it('scores a literal word above an inflected one and that above a typing error, with its place', () => {
    const [hit] = finder.find(wordsOf('Ze is opgesloten.'));
    expect(hit).toEqual({ topic: 'locked-in', score: 1, span: { start: 6, end: 16 } });
    expect(finder.find(wordsOf('hij slaapt'))[0]?.score).toBe(0.9);
    expect(finder.find(wordsOf('opgeslotn'))[0]?.score).toBeLessThan(0.9);
  });

  it('names each topic once', () => {
    expect(topics('school, mentor en nog eens school')).toEqual(['school']);
  });

  it('takes no known word for a typing error', () => {
    const near = [{ id: 'health', words: ['dokter'] }];
    expect(createTopicFinder(near, new Set(['dochter'])).find(wordsOf('mijn dochter'))).toEqual([]);
  });
});
