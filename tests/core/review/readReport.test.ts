import fc from 'fast-check';
import { LONGEST_REPORT, letterOf, readReport, turnsOf } from '../../../src/core/review/readReport';

function talkOf(report: string, professional?: number) {
  const reading = readReport(report);
  if (!reading.ok) throw new Error(reading.flaw);
  return turnsOf(reading, professional ?? reading.professional);
}

describe('a report of a talk, word for word', () => {
  it('has its turns numbered', () => {
    const report =
      'Gesprek op school\nV1: Wat wilt u?\nP1: Ik wil u graag\nspreken.\nV2: (zucht) Zeg het maar.\nP2: Dank u.';
    expect(talkOf(report)).toEqual({
      opening: 'Wat wilt u?',
      turns: [
        { number: 1, text: 'Ik wil u graag spreken.', answer: '(zucht) Zeg het maar.' },
        { number: 2, text: 'Dank u.', answer: '' },
      ],
    });
    expect(readReport(report)).toMatchObject({ preface: 'Gesprek op school', professional: 1 });
  });

  it('names who speaks, and may have a colon in what is said', () => {
    const report =
      'Ik: Hoe gaat het?\n\nMoeder: Slecht. Mijn man zei: het is jouw schuld.\nEr is één ding: rust.\nIk: Ik hoor u.\nMoeder: Ja.';
    expect(talkOf(report).turns).toEqual([
      {
        number: 1,
        text: 'Hoe gaat het?',
        answer: 'Slecht. Mijn man zei: het is jouw schuld. Er is één ding: rust.',
      },
      { number: 2, text: 'Ik hoor u.', answer: 'Ja.' },
    ]);
  });

  it('may have a dash after who speaks', () => {
    const said = [
      { number: 1, text: 'Dag.', answer: 'U had moeten bellen.' },
      { number: 2, text: 'dat klopt: sorry.', answer: 'Goed.' },
    ];
    for (const own of ['Ik - dat klopt: sorry.', 'ik – dat klopt: sorry.', 'Ik: dat klopt: sorry.'])
      expect(talkOf(`Ik: Dag.\nMoeder: U had moeten bellen.\n${own}\nMoeder – Goed.`).turns).toEqual(said);
    const dashes = 'Ik - Dag.\nMoeder - U had moeten bellen.\nIk — dat klopt: sorry.\nMoeder - Goed.';
    expect(talkOf(dashes).turns).toEqual(said);
    const mine = 'Ik - Dag.\nMoeder: U had moeten bellen.\nIk - dat klopt: sorry.\nMoeder: Goed.';
    expect(talkOf(mine).turns).toEqual(said);
  });

  it('keeps a dash that only is one, and says which lines may be somebody else’s', () => {
    const report =
      'Ik: Dag.\nMoeder: Nou.\nSchool - daar ging het om.\nOpa - die weet het.\nIk: Ja.\nMoeder: Ja.';
    expect(talkOf(report).turns[0]?.answer).toBe('Nou. School - daar ging het om. Opa - die weet het.');
    expect(readReport(report)).toMatchObject({
      doubtful: ['School - daar ging het om.', 'Opa - die weet het.'],
    });
    expect(talkOf('Hoe gaat het?\n\nNou - het gaat.\n\nFijn - dank u.').turns).toHaveLength(2);
  });

  it('takes a gesture between square brackets for one, and leaves what was left out', () => {
    const report = 'Ik: [stilte] Hoe gaat het met [naam]?\nMoeder: [haalt haar schouders op] Gaat wel.';
    expect(talkOf(report).turns).toEqual([
      { number: 1, text: '(stilte) Hoe gaat het met [naam]?', answer: '(haalt haar schouders op) Gaat wel.' },
    ]);
  });

  it('may come from a recording, with times', () => {
    const report =
      '[00:01] Begeleider: Dag.\n[00:04] Vader: Dag.\n00:09 Begeleider: Neem plaats.\n00:12 Vader: Nee.';
    expect(talkOf(report).turns).toEqual([
      { number: 1, text: 'Dag.', answer: 'Dag.' },
      { number: 2, text: 'Neem plaats.', answer: 'Nee.' },
    ]);
    const call = 'Sanne Kuipers   0:03\nGoedemiddag.\n\nFatima B   0:05\nDag.\n\nSanne Kuipers   0:09\nFijn.';
    expect(talkOf(call).turns).toEqual([
      { number: 1, text: 'Goedemiddag.', answer: 'Dag.' },
      { number: 2, text: 'Fijn.', answer: '' },
    ]);
    const chat =
      '12-03-2026 14:05 - Sanne: Hoi\n12-03-2026 14:06 - Amira: Hoi!\n12-03-2026 14:07 - Sanne: Alles goed?';
    expect(talkOf(chat).turns).toHaveLength(2);
  });

  it('may have nobody named: paragraphs in turn', () => {
    expect(talkOf('Hoe gaat het?\n\nNiet goed.\nIk slaap niet.\n\nWat is er?').turns).toEqual([
      { number: 1, text: 'Hoe gaat het?', answer: 'Niet goed. Ik slaap niet.' },
      { number: 2, text: 'Wat is er?', answer: '' },
    ]);
    expect(talkOf('- Hoe gaat het?\n- Niet goed.').turns).toHaveLength(1);
    expect(talkOf('Kom binnen.\nDag.', 1)).toEqual({
      opening: 'Kom binnen.',
      turns: [{ number: 1, text: 'Dag.', answer: '' }],
    });
  });

  it('may have several others: then it says who says what', () => {
    const report = 'Vader: Dag.\nDochter: Hoi.\nMentor: Welkom.\nVader: Dank u.\nDochter: Ja.\nMentor: Goed.';
    expect(talkOf(report)).toEqual({
      opening: 'Vader: Dag. Dochter: Hoi.',
      turns: [
        { number: 1, text: 'Welkom.', answer: 'Vader: Dank u. Dochter: Ja.' },
        { number: 2, text: 'Goed.', answer: '' },
      ],
    });
  });

  it('is refused with a reason', () => {
    const flaw = (report: string) => {
      const reading = readReport(report);
      return reading.ok ? null : reading.flaw;
    };
    expect(flaw(' \n ')).toBe('empty');
    expect(flaw('Ik heb vandaag een gesprek gehad.')).toBe('one-voice');
    expect(flaw('Ik: hallo\nIk: dag')).toBe('one-voice');
    expect(flaw('a'.repeat(LONGEST_REPORT + 1))).toBe('too-long');
    expect(
      flaw(
        'ABCDEFG'
          .split('')
          .map((name) => `${name}x: dag\n${name}x: dag`)
          .join('\n'),
      ),
    ).toBe('too-many-voices');
  });

  it("gives every letter a place that is not the professional's", () => {
    expect([letterOf('moeder', 'G'), letterOf('Papa', 'G'), letterOf('', 'G')]).toEqual(['M', 'G', 'G']);
  });

  it('loses no word, whoever is the professional', () => {
    const line = fc.tuple(
      fc.constantFrom('Ik: ', 'Moeder: ', 'P1: ', 'V2: ', 'Ik - ', 'Moeder – ', '', '\n'),
      fc.constantFrom('ja', 'nee', 'dus', 'wel', '(knikt)'),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), fc.nat(3), (lines, who) => {
        const reading = readReport(lines.map((parts) => parts.join('')).join('\n'));
        if (!reading.ok) return;
        const { opening, turns } = turnsOf(reading, who % reading.speakers.length);
        const said = [reading.preface, opening, ...turns.flatMap(({ text, answer }) => [text, answer])].join(
          ' ',
        );
        const count = (text: string) => (text.match(/ja|nee|dus|wel|\(knikt\)/g) ?? []).sort().join();
        expect(count(said)).toBe(count(lines.map(([, word]) => word).join(' ')));
        expect(turns.map(({ number }) => number)).toEqual(turns.map((_, place) => place + 1));
      }),
    );
    fc.assert(fc.property(fc.string(), (text) => void readReport(text)));
  });
});
