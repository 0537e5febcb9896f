import { MOVES, type Move } from '../../../src/core/model/moves';
import { bagOfWords } from '../../../src/core/understanding/evaluation/bagOfWords';
import { type Judged, kappaOf, measure } from '../../../src/core/understanding/evaluation/measure';
import { measureTopics } from '../../../src/core/understanding/evaluation/topics';
import { likeliest } from '../../../src/core/understanding/reading';
import { surenessOf } from '../../../src/core/understanding/sureness';
import { createTopicFinder } from '../../../src/core/understanding/topics';
import type { Example } from '../../../src/core/understanding/training/example';
import { fitLogistic } from '../../../src/core/understanding/training/logistic';

const chances = (of: Partial<Record<Move, number>>) => MOVES.map((move) => of[move] ?? 0);

function judged(primary: Move, of: Partial<Record<Move, number>>, secondary: Move | null = null): Judged {
  const own = chances(of);
  const confidence = Math.max(...own);
  const move = MOVES[likeliest(own)] ?? 'other';
  const reading =
    confidence >= 0.6 ? ({ kind: 'move', move, confidence } as const) : ({ kind: 'unsure' } as const);
  return { primary, secondary, chances: own, confidence, reading };
}

describe('measuring', () => {
  const measures = measure([
    judged('explain', { explain: 0.9, argue: 0.1 }),
    judged('argue', { explain: 0.5, argue: 0.3, judge: 0.2 }, 'explain'),
    judged('judge', { judge: 0.8, argue: 0.2 }),
    judged('contact', { judge: 0.4, contact: 0.35, affirm: 0.25 }),
  ]);

  it('counts what is right, by move, valence, family and either label', () => {
    expect(measures).toMatchObject({ sentences: 4, accuracy: 0.5, family: 0.5, eitherLabel: 0.75 });
    expect(measures.moves.find(({ move }) => move === 'judge')).toMatchObject({
      precision: 0.5,
      recall: 1,
      support: 1,
    });
  });

  it('takes the valence that is likeliest on the whole, not that of the likeliest move', () => {
    expect(measures.valence).toBe(0.75);
  });

  it('measures what the thresholds keep', () => {
    expect(measures).toMatchObject({ sureCoverage: 0.5, sureAccuracy: 1 });
    expect(measures.coverage[4]).toMatchObject({ coverage: 0.5, accuracy: 1 });
  });

  it('knows agreement beyond chance', () => {
    expect(kappaOf(['a', 'a', 'b', 'b'], ['a', 'a', 'b', 'b'])).toBe(1);
    expect(kappaOf(['a', 'a', 'b', 'b'], ['a', 'b', 'a', 'b'])).toBe(0);
    expect(kappaOf([], [])).toBe(0);
  });
});

describe('baselines and learned sureness', () => {
  const example = (text: string, primary: Move): Example => ({
    file: 'x',
    origin: 'natural',
    primary,
    secondary: null,
    sentence: { text, personaLine: null, previous: null, next: null, index: 0, count: 1 },
  });

  it('a bag of words learns the words of a move', () => {
    const learn = [example('goedemorgen mevrouw', 'contact'), example('hoe oud is hij', 'closed-question')];
    const [scores] = bagOfWords(learn, [example('goedemorgen', 'other')]);
    expect(MOVES[likeliest(scores ?? [])]).toBe('contact');
  });

  it('logistic regression finds the sign that tells', () => {
    const observations = Array.from({ length: 200 }, (_, at) => ({
      signs: Float64Array.of(at % 10, Math.floor(at / 10) % 5),
      right: at % 10 >= 5,
      weight: 1,
    }));
    const [first = 0, second = 1, start = 0] = fitLogistic(observations, 2);
    expect(first).toBeGreaterThan(0.5);
    expect(Math.abs(second)).toBeLessThan(0.3);
    expect(1 / (1 + Math.exp(-(first * 9 + start)))).toBeGreaterThan(0.9);
  });

  it('is surer of a likelier move', () => {
    const weights = [1, 0.5, 0, 0, 0, 0, 0, 0, -1];
    expect(surenessOf(chances({ explain: 0.9, argue: 0.1 }), weights)).toBeGreaterThan(
      surenessOf(chances({ explain: 0.5, argue: 0.4, judge: 0.1 }), weights),
    );
  });

  it('counts topics found, missed and wrong', () => {
    const finder = createTopicFinder([
      { id: 'sleep', words: ['slapen'] },
      { id: 'work', words: ['baan'] },
    ]);
    const replies = [
      { text: 'Slaapt hij?', topics: ['sleep'] },
      { text: 'Die baan.', topics: [] },
      { text: 'Hm.', topics: ['work'] },
    ];
    expect(measureTopics(replies, finder)).toEqual({ replies: 3, precision: 0.5, recall: 0.5, f1: 0.5 });
  });
});
