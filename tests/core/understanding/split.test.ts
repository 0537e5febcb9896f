import fc from 'fast-check';
import { MAX_SENTENCES, splitSentences } from '../../../src/core/understanding/split';

const pieces = (text: string) => splitSentences(text).map(({ start, end }) => text.slice(start, end));

describe('splitting a reply into sentences', () => {
  const cases: readonly (readonly [why: string, text: string, sentences: readonly string[]])[] = [
    ['full stops', 'Goedemiddag. Fijn dat u er bent.', ['Goedemiddag.', 'Fijn dat u er bent.']],
    ['a small letter after a full stop', 'ok. en hoe gaat het thuis?', ['ok.', 'en hoe gaat het thuis?']],
    ['several marks', 'Wat?! Echt waar?? Ja!', ['Wat?!', 'Echt waar??', 'Ja!']],
    ['an ellipsis before a small letter', 'Meneer... wat erg.', ['Meneer... wat erg.']],
    ['an ellipsis before a capital', 'Tja… Dat weet ik niet.', ['Tja…', 'Dat weet ik niet.']],
    ['abbreviations', 'Dat kan bijv. met dhr. Jansen.', ['Dat kan bijv. met dhr. Jansen.']],
    [
      'abbreviations with stops inside',
      'Kom a.u.b. morgen i.v.m. de tolk.',
      ['Kom a.u.b. morgen i.v.m. de tolk.'],
    ],
    ['initials', 'Ik ben A. Jansen. En u?', ['Ik ben A. Jansen.', 'En u?']],
    ['times and numbers', 'Om 16.30 uur, 3.000 euro.', ['Om 16.30 uur, 3.000 euro.']],
    ['dates', 'Tot 3. november dan. Dag.', ['Tot 3. november dan.', 'Dag.']],
    ['quotes', '"Ik wil naar huis." Dat zei ze.', ['"Ik wil naar huis."', 'Dat zei ze.']],
    ['a leading stage direction', '(knikt) Ik wacht even.', ['(knikt)', 'Ik wacht even.']],
    ['a stage direction alone', '(stil)', ['(stil)']],
    ['line ends', 'hoi\nhoe is het\n\ngoed?', ['hoi', 'hoe is het', 'goed?']],
    ['an emoji after the stop', 'Mooi! 😊 En nu?', ['Mooi! 😊', 'En nu?']],
    ['no stop at all', 'ik kom zo terug', ['ik kom zo terug']],
    ['only white space', ' \n\t ', []],
    ['nothing', '', []],
    ['only marks', '...', ['...']],
    [
      'a run-on sentence without a stop',
      'ik heb net met de school gebeld en die zeggen dat ze al drie dagen niet geweest is, ik vraag me af hoe dat nu bij u thuis gaat en of u het ook gemerkt hebt',
      [
        'ik heb net met de school gebeld en die zeggen dat ze al drie dagen niet geweest is,',
        'ik vraag me af hoe dat nu bij u thuis gaat en of u het ook gemerkt hebt',
      ],
    ],
  ];
  test.each(cases)('%s', (_why, text, sentences) => {
    expect(pieces(text)).toEqual(sentences);
  });

  it('covers every character but white space, in order and without overlap', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        let last = 0;
        for (const { start, end } of splitSentences(text)) {
          expect(text.slice(last, start).trim()).toBe('');
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(text.slice(last).trim()).toBe('');
      }),
    );
  });

  it('puts what is beyond the last sentence it reads into that sentence', () => {
    const text = 'Ja. '.repeat(500);
    const spans = splitSentences(text);
    expect(spans).toHaveLength(MAX_SENTENCES);
    expect(spans.at(-1)?.end).toBe(text.trimEnd().length);
  });
});
