import fc from 'fast-check';
import { measurePseudonyms, run } from '../../../src/cli/pseudonyms';
import { mapSpan } from '../../../src/core/review/moved';
import { type Hiding, pseudonymise } from '../../../src/core/review/pseudonymise';

const HIDING: Hiding = {
  people: [],
  scenario: new Set(),
  keep: [],
  hide: [],
  standIn: (kind, number) => `[${kind} ${number}]`,
};

const hide = (text: string, hiding: Partial<Hiding> = {}): string =>
  pseudonymise([text], { ...HIDING, ...hiding })
    .texts.map((one) => one.text)
    .join('\n');

describe('what is hidden', () => {
  it.each([
    ['Fatima Bouzid belde. Fatima en mevrouw Bouzid.', '[person 1] belde. [person 1] en mevrouw [person 1].'],
    ['Dhr. J.P. de Boer-Smit is er.', 'Dhr. [person 1] is er.'],
    ["Sannes moeder en Fatima's zus", "[person 1] moeder en [person 2]'s zus"],
    ['ik sprak mevrouw de vries en meneer yilmaz', 'ik sprak mevrouw [person 1] en meneer [person 2]'],
    ['Stuur het naar jan@school.nl of bel 0612345678.', 'Stuur het naar [email 1] of bel [phone 1].'],
    ['Ali Kaya en Esra Kaya. Mevrouw Kaya.', '[person 1] en [person 2]. Mevrouw [person 3].'],
    ['Ze zit op het Mondriaan College in Den Haag.', 'Ze zit op het [school 1] College in [place 1].'],
  ])('%s', (text, hidden) => {
    expect(hide(text)).toBe(hidden);
  });

  it.each([
    'Ben je boos? Mark je woorden. Wil je iets drinken?',
    'Meneer, u bent Turks en uw vrouw is Marokkaanse.',
    'Veilig Thuis, de Raad, 113, de GGZ en de profeet Mohammed.',
    'In mei om 15.30 uur kost het 1.250,00 euro, dat is 7 van de 10.',
  ])('leaves alone: %s', (text) => {
    expect(hide(text)).toBe(text);
  });

  it('knows who brings the talk and who reads it, over all texts', () => {
    const people = [
      { name: 'Sanne Kuipers', is: 'own' as const },
      { name: 'Ahmed Ouali', is: 'group' as const },
    ];
    const { texts } = pseudonymise(['Ik ben Sanne.', 'Ahmed zei: Sanne Kuipers komt.'], {
      ...HIDING,
      people,
    });
    expect(texts.map(({ text }) => text)).toEqual(['Ik ben [own 1].', '[person 1] zei: [own 1] komt.']);
  });

  it('leaves the people of the scenario', () => {
    expect(hide('Hasna en Fatiha en Samira', { scenario: new Set(['Hasna', 'Fatiha']) })).toBe(
      'Hasna en Fatiha en [person 1]',
    );
    const scenario = new Set(['Hasna', 'Abdi', 'Warsame']);
    const typed = "hasna, hasna's broer, Hasnas vader, meneer warsame en Abdi Warsame";
    expect(hide(typed, { scenario })).toBe(typed);
    expect(hide('Hasna Bakker en Abdi Jansen', { scenario })).toBe('[person 1] en [person 2]');
  });

  it('puts back what the owner wants to keep, and takes away what they add', () => {
    expect(hide('Delano las de Harry Potter in de Zilverzaal.', { keep: ['Harry Potter'] })).toContain(
      'Harry Potter',
    );
    const added = { hide: ['kleine bakkerij', 'Hasna'], scenario: new Set(['Hasna']) };
    expect(hide('Hasna werkt in de Kleine  bakkerij.', added)).toBe('[other 1] werkt in de [other 2].');
  });

  it('hides no number, address or name less because one more word goes', () => {
    const said = 'Bel Sanne op 06 12 34 56 78 of mail s.devries@cjg.nl, Kerkstraat 12.';
    const bare = 'Bel [person 1] op [phone 1] of mail [email 1], [address 1].';
    expect(hide(said)).toBe(bare);
    for (const word of ['06', '12', 'CJG', '@', '.nl', 'sanne', '78', 'Kerkstraat', 'devries@cjg'])
      expect(hide(said, { hide: [word] })).toBe(bare);
    expect(hide(said, { hide: ['op 06', 'of mail s'] })).toBe(
      'Bel [person 1] [other 1] [phone 1] [other 2] [email 1], [address 1].',
    );
    expect(hide('aap noot mies', { hide: ['aap noot', 'noot mies en'] })).toBe('[other 1] mies');
    expect(hide('aap noot mies en', { hide: ['aap noot', 'noot mies en'] })).toBe('[other 1]');
  });

  it('only ever hides more, whatever words are added', () => {
    const pieces = fc
      .array(
        fc.constantFrom(
          ...['Fatima', 'Bouzid', 'mevrouw', 'zei', 'bel', '06 12 34 56 78', '0612345678', 's.vries@cjg.nl'],
          ...['CJG', 'Kerkstraat 12', '3512 AB', 'Utrecht', 'obs De Springplank', '111222333', '@', '.', ','],
          ...['NL91 ABNA 0417 1643 00', '12-03-2019', 'www.school.nl', 'Hasna', 'Sanne', '\n', "'s"],
        ),
        { maxLength: 16 },
      )
      .chain((words) => fc.tuple(fc.constant(words.join(' ')), fc.constant(words)));
    const some = fc.array(
      fc.oneof(
        fc.constantFrom('06', '12', 'cjg', '@', '.nl', '-', 'AB', 'de', 'Fatima Bouzid', 'vries', 'NL91'),
        fc.constantFrom(
          'zei bel',
          'bel 06',
          'mevrouw Fatima',
          'school',
          '1643 00',
          '2019',
          'op',
          '.',
          '12 34',
        ),
        fc.string({ maxLength: 4 }),
      ),
      { maxLength: 6 },
    );
    const hiddenIn = (text: string, words: readonly string[], keep: readonly string[]) => {
      const [moved] = pseudonymise([text], {
        ...HIDING,
        scenario: new Set(['Hasna']),
        hide: words,
        keep,
      }).texts;
      return new Set(
        (moved?.pieces ?? []).flatMap(({ from }) =>
          Array.from({ length: from.end - from.start }, (_, at) => from.start + at),
        ),
      );
    };
    fc.assert(
      fc.property(pieces, some, some, fc.nat(15), ([text, parts], few, more, place) => {
        const keep = [parts[place] ?? ''];
        const before = hiddenIn(text, few, keep);
        const after = hiddenIn(text, [...more, ...few], keep);
        expect([...before].filter((at) => !after.has(at))).toEqual([]);
        expect([...hiddenIn(text, [], keep)].filter((at) => !before.has(at))).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('puts back no telephone number, bsn or bank account, whatever is ticked', () => {
    const numbers = ['06 12 34 56 78', '111222333', 'NL91 ABNA 0417 1643 00'];
    const text = `Bel ${numbers[0]}, bsn ${numbers[1]}, rekening ${numbers[2]}.`;
    expect(hide(text, { keep: numbers })).toBe('Bel [phone 1], bsn [bsn 1], rekening [iban 1].');
  });

  it('lists every stand-in with the ways in which it was written', () => {
    const { replacements } = pseudonymise(['Fatima Bouzid. Mevrouw Bouzid, Fatima!'], HIDING);
    expect(replacements).toEqual([
      {
        standIn: '[person 1]',
        kind: 'person',
        always: false,
        forms: ['Fatima Bouzid', 'Bouzid', 'Fatima'],
        times: 3,
      },
    ]);
  });
});

describe('moved text', () => {
  const words = fc.array(
    fc.constantFrom(
      'Fatima',
      'Bouzid',
      'zei',
      'dat',
      'mevrouw',
      '0612345678',
      '.',
      'in',
      'Utrecht',
      "'s",
      '(knikt)',
      '\n',
      'De',
      'Kerkstraat 12',
      '€',
      '🙂',
    ),
    { maxLength: 30 },
  );

  it('keeps every span on what it was about', () => {
    fc.assert(
      fc.property(words, fc.nat(200), fc.nat(200), (pieces, one, other) => {
        const text = pieces.join(' ');
        const [moved] = pseudonymise([text], HIDING).texts;
        if (!moved) throw new Error('no text');
        const start = Math.min(one, other, text.length);
        const end = Math.min(Math.max(one, other), text.length);
        const span = mapSpan(moved, { start, end });
        expect(span.start).toBeGreaterThanOrEqual(0);
        expect(span.end).toBeLessThanOrEqual(moved.text.length);
        expect(span.start).toBeLessThanOrEqual(span.end);
        const whole = mapSpan(moved, { start: 0, end: text.length });
        expect(moved.text.slice(whole.start, whole.end)).toBe(moved.text);
        const untouched = moved.pieces.every(({ from }) => from.end <= start || end <= from.start);
        if (untouched && end > start)
          expect(moved.text.slice(span.start, span.end)).toBe(text.slice(start, end));
        const bounds = moved.pieces.every(
          ({ from }) => from.end <= start || end <= from.start || (start <= from.start && from.end <= end),
        );
        if (bounds && end > start)
          expect(hasWhole(moved, { start, end }, text)).toBe(moved.text.slice(span.start, span.end));
      }),
    );
  });

  /** The piece with its replacements filled in by hand. */
  function hasWhole(
    { pieces, text: now }: ReturnType<typeof pseudonymise>['texts'][number],
    { start, end }: { start: number; end: number },
    text: string,
  ): string {
    let out = '';
    let place = start;
    for (const { from, to } of pieces.filter(({ from: old }) => old.start >= start && old.end <= end)) {
      out += text.slice(place, from.start) + now.slice(to.start, to.end);
      place = from.end;
    }
    return out + text.slice(place, end);
  }

  it('never throws, and never leaves a word that was asked to go', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 5 }), fc.string(), (texts, word) => {
        const asked = word.trim();
        const { texts: moved } = pseudonymise(texts, { ...HIDING, hide: [asked], standIn: () => '[-]' });
        expect(moved).toHaveLength(texts.length);
      }),
    );
    fc.assert(
      fc.property(words, fc.constantFrom('zei dat', 'Fatima', 'Utrecht', 'mevrouw'), (pieces, word) => {
        expect(hide(pieces.join(' '), { hide: [word], keep: [word] })).not.toContain(word);
      }),
    );
  });

  it('takes no longer for a text in which everything could be something', () => {
    for (const piece of [
      'Aa ',
      'A.',
      '0',
      'a-',
      '@',
      '1 2',
      'De De ',
      "Fatima's ",
      'van de ',
      '(',
      'Laan van ',
      'www.',
    ]) {
      const text = piece.repeat(60_000 / piece.length);
      expect(pseudonymise([text], HIDING).texts).toHaveLength(1);
    }
  });
});

describe('how much of what must be hidden is hidden', () => {
  const { held, tuned } = measurePseudonyms();

  it('in replies that were kept apart', () => {
    expect(held.all.hidden / held.all.marked).toBeGreaterThanOrEqual(0.95);
    expect(held.right / held.replaced).toBeGreaterThanOrEqual(0.95);
  });

  it('in replies that the rules were made on', () => {
    expect(tuned.missed).toEqual([]);
    expect(tuned.needless).toEqual([]);
  });

  it('is printed', async () => {
    let printed = '';
    const io = {
      input: { async *[Symbol.asyncIterator]() {} },
      out: (text: string) => {
        printed += text;
      },
      err: () => {},
    };
    expect(await run(['--errors', 'held'], io)).toBe(0);
    expect(printed).toMatch(/Replies kept apart[\s\S]+person {2,}\d+\/\d+ +[01]\.\d{3}[\s\S]+precision/);
  });
});
