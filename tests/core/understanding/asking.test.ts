import { askingOf, asksLeave } from '../../../src/core/understanding/asking';

const cases: readonly (readonly [string, string | null])[] = [
  ['Wie blijft er vannacht bij haar?', 'who'],
  ['Waar was ze dinsdag?', 'where'],
  ['Waar denkt u dan aan, in zo’n lege tram?', 'what'],
  ['sinds wanneer is dat zo', 'when'],
  ['Dus nog een keer: waarom was ze thuis?', 'why'],
  ['hoe gaat het met u', 'how'],
  ['Wat zou u zelf willen dat er vandaag gebeurt?', 'what'],
  ['Vannacht, is haar moeder bij haar?', 'whether'],
  ['weet uw vrouw dat', 'whether'],
  ['Zullen we het samen vragen?', 'proposal'],
  ['Zou u haar vandaag willen bellen?', 'proposal'],
  ['Mag de sleutel hier blijven?', 'proposal'],
  ['Dus u bent bang geweest?', 'check'],
  ['thuis ja maar waarom', 'why'],
  ['en toen', 'check'],
  ['Wat een zware nacht.', null],
  ['Wat moeilijk om dat te zien als vader.', null],
  ['Als u dat niet wilt vertellen is dat ook goed.', null],
  ['Wat u vertelt raakt me.', null],
  ['Neemt u gerust de tijd.', null],
];

describe('what a sentence asks for', () => {
  it.each(cases)('%s: %s', (text, ask) => {
    expect(askingOf(text)?.ask ?? null).toBe(ask);
  });

  it('knows a few words that only ask whether the rest is all right', () => {
    for (const text of ['Akkoord?', 'Is dat goed?', 'Wat vindt u daarvan?'])
      expect(askingOf(text)).toMatchObject({ ask: 'proposal', tag: true });
  });
});

describe('leave that is asked', () => {
  it.each([
    'Mag ik iets moeilijks zeggen?',
    'En mag ik u nog iets vragen?',
    'Mag ik ook wat tegen u zeggen?',
  ])('is for what comes next: %s', (text) => expect(asksLeave(text)).toBe(true));

  it.each([
    'Mag ik vragen naar die twee dagen?',
    'Mag ik de huisarts bellen?',
    'Mag de sleutel hier blijven?',
  ])('is not the matter itself: %s', (text) => expect(asksLeave(text)).toBe(false));
});
