import { PROJECT_ROOT } from '../../../src/cli/root';
import { loadLibrary } from '../../../src/content/library';
import { concernsNamed } from '../../../src/core/dialogue/concerns';
import { takenLiterally } from '../../../src/core/dialogue/literal';
import { understand } from '../../../src/core/understanding/understand';

const loaded = loadLibrary(PROJECT_ROOT);
if (!loaded.ok) throw new Error('content has errors; run check');
const { playbook } = loaded.library;
const staged = playbook.scenarios.find(({ scenario }) => scenario.id === 'hasna');
if (!staged) throw new Error('no scenario hasna');
const { scenario, topics } = staged;

function read(text: string) {
  const read = understand(text, { personaLine: null }, playbook.recogniser, playbook.lexicon, topics);
  return takenLiterally(scenario, read).sentences;
}

const named = (text: string) => [
  ...new Set(concernsNamed(scenario.concerns, read(text)).map(({ concern }) => concern)),
];

describe('a concern of the first case', () => {
  it.each([
    'denkt u dat ze dood wil?',
    'dat is een brief van een kind dat eraan denkt dood te gaan',
    'Ik wil dat we haar die vraag vandaag stellen: denk je aan dood zijn',
    'bent u bang dat Hasna zichzelf iets aandoet?',
    'Meneer dat is een afscheidsbrief',
    'Hasna is somber.',
    'Vandaag praat ik met Hasna over zelfmoord.',
  ])('comes up in "%s"', (text) => {
    expect(named(text)).toEqual(['sadness']);
  });

  it.each([
    'opsluiten kan niet meer',
    'De deur mag vannacht niet op slot.',
    'vanavond de deur niet meer op slot, is dat ook oke?',
    'Hasna vertelde dat ze opgesloten was.',
    'gaat die deur vannacht weer op slot?',
  ])('comes up in "%s", the door', (text) => {
    expect(named(text)).toEqual(['locked-in']);
  });

  it.each([
    'Haar kamer?',
    'En wat is dat dan, dat stille werk?',
    'Akkoord, de sleutel blijft hier?',
    'Opgesloten?',
    'Bent u somber?',
    'Ze wil heus niet dood.',
    'Ik denk niet dat ze zelfmoord wil plegen.',
    'Opsluiten is soms nodig.',
    'Ik zou mijn dochter ook opsluiten.',
    'Die deur op slot snap ik ook wel.',
    'We hoeven het niet over zelfmoord te hebben.',
    'Hasna is somber. Maar dat valt wel mee, pubers zijn zo.',
    'Hoe was uw nacht? Acht trams, dat is zwaar werk.',
  ])('does not come up in "%s"', (text) => {
    expect(named(text)).toEqual([]);
  });
});

describe('words taken literally', () => {
  it.each([
    'Ik zal er niks van opschrijven.',
    'dat zie ik door de vingers',
    'Afspreken dat ik niks opschrijf, u praat even met Hasna, komt goed?',
    'Ik zou mijn dochter ook opsluiten.',
  ])('go along with danger: "%s"', (text) => {
    expect(read(text)[0]?.reading).toMatchObject({ kind: 'move', move: 'condone' });
  });

  it.each(['Ik kan niet beloven dat het tussen ons blijft.', 'Ik schrijf niets op zonder dat u het weet.'])(
    'promise nothing: "%s"',
    (text) => {
      expect(read(text)[0]?.reading).not.toMatchObject({ move: 'condone' });
    },
  );

  it('leave alone what was read for sure', () => {
    const [sure] = read('Ik begrijp dat u bang was.');
    expect(sure?.reading).toMatchObject({ kind: 'move', move: 'acknowledge' });
  });
});
