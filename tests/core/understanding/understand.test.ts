import { join } from 'node:path';
import fc from 'fast-check';
import { loadUnderstanding } from '../../../src/content/understanding';
import { MOVES } from '../../../src/core/model/moves';
import { createTopicFinder } from '../../../src/core/understanding/topics';
import { understand } from '../../../src/core/understanding/understand';

const { recogniser, lexicon, known } = loadUnderstanding(
  join(__dirname, '../../../locales/nl/understanding'),
);
const topics = createTopicFinder(lexicon.topics, known);
const read = (text: string, personaLine: string | null = null) =>
  understand(text, { personaLine }, recogniser, lexicon, topics);

describe('understanding a reply', () => {
  it('reads sentences, topics, places and signals together', () => {
    const text = 'Goedemiddag meneer, fijn dat u er bent. Slaapt Hasna wel genoeg?';
    const { sentences, signals } = read(text, 'U wilde mij spreken.');
    expect(sentences.map(({ span }) => text.slice(span.start, span.end))).toEqual([
      'Goedemiddag meneer, fijn dat u er bent.',
      'Slaapt Hasna wel genoeg?',
    ]);
    expect(sentences[0]?.reading).toMatchObject({ kind: 'move', move: 'contact' });
    const sleep = sentences[1]?.topics.find(({ topic }) => topic === 'sleep');
    expect(sleep && text.slice(sleep.span.start, sleep.span.end)).toBe('Slaapt');
    expect(signals).toMatchObject({ language: 'nl', wordless: false, toTheMachine: false, personalData: [] });
  });

  it('explains each reading with words of the reply itself', () => {
    const text = 'Ja. Als u zo doorgaat, bel ik Veilig Thuis.';
    const [, threat] = read(text).sentences;
    expect(threat?.reading).toMatchObject({ kind: 'move', move: 'threaten' });
    expect(threat?.because.length).toBeGreaterThan(0);
    for (const { start, end } of threat?.because ?? []) {
      expect(start).toBeGreaterThanOrEqual(4);
      expect(end).toBeLessThanOrEqual(text.length);
      expect(text.slice(start, end).trim()).not.toBe('');
    }
  });

  const awkward: readonly string[] = [
    '',
    ' ',
    '\0\u0001\ufffe',
    '\ud800',
    'a\udc00b',
    '….!?',
    '🙂🙃👩‍👩‍👧',
    'x'.repeat(100_000),
    'Ja. '.repeat(25_000),
    '('.repeat(20_000),
    '06'.repeat(20_000),
    'a@'.repeat(20_000),
    '<script>alert(1)</script>',
    'İıŞşẞß',
    'مرحبا كيف حالك',
  ];
  test.each(awkward.map((text) => [text.slice(0, 12), text]))('never fails on %j', (_shown, text) => {
    expect(() => read(text, text)).not.toThrow();
  });

  it('gives calibrated guesses, ordered and within bounds, for any text at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.option(fc.string()), (text, line) => {
        for (const sentence of read(text, line).sentences) {
          expect(text.slice(sentence.span.start, sentence.span.end)).toBe(sentence.text);
          const chances = sentence.moves.map(({ confidence }) => confidence);
          expect([...chances].sort((left, right) => right - left)).toEqual(chances);
          expect(chances.length).toBeLessThanOrEqual(3);
          expect(chances.every((chance) => chance > 0 && chance <= 1)).toBe(true);
          expect(sentence.moves.every(({ move }) => MOVES.includes(move))).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('reads the same words the same way twice, whatever was read in between', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 4 }), (between) => {
        const first = read('Dat moet zwaar voor u zijn. Wat maakt u het meest bang?', 'Ik ben moe.');
        for (const text of between) read(text, text);
        expect(read('Dat moet zwaar voor u zijn. Wat maakt u het meest bang?', 'Ik ben moe.')).toEqual(first);
      }),
      { numRuns: 20 },
    );
  });
});
