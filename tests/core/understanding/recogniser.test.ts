import { join } from 'node:path';
import { loadRecogniser } from '../../../src/content/understanding';
import { MOVES, type Move } from '../../../src/core/model/moves';
import { decideReading, type Thresholds } from '../../../src/core/understanding/reading';

const recogniser = loadRecogniser(join(__dirname, '../../../locales/nl/understanding'));
const best = (text: string, personaLine: string | null = null) =>
  recogniser.recognise({ text, personaLine, previous: null, next: null, index: 0, count: 1 }).moves[0]?.move;

describe('the committed recogniser on plain cases', () => {
  const plain: readonly (readonly [Move, string])[] = [
    ['contact', 'Goedemiddag meneer Warsame, gaat u zitten, wilt u koffie?'],
    ['open-question', 'Hoe was het voor u om dat te horen?'],
    ['closed-question', 'Hoe oud is uw zoon?'],
    ['acknowledge', 'Dat moet heel zwaar voor u zijn.'],
    ['reflect', 'Dus als ik u goed begrijp, zegt u dat de school nooit naar u luistert?'],
    ['affirm', 'U bent een betrokken vader.'],
    ['own-frame', 'Ik ben zelf heel anders opgegroeid, dus ik weet daar te weinig van.'],
    ['shared-goal', 'We willen allebei dat het goed gaat met Hasna.'],
    ['give-space', 'Neem rustig de tijd, u hoeft niets te vertellen als u niet wilt.'],
    ['explain', 'Ik ben maatschappelijk werker en ik schrijf een kort verslag van dit gesprek.'],
    ['name-concern', 'Ik maak me grote zorgen over Hasna, ze is heel somber.'],
    ['hope', 'Ik heb er vertrouwen in dat jullie hier samen uit komen.'],
    ['collaborate', 'Zullen we samen kijken wat er wel kan?'],
    ['network', 'Is er iemand in de familie of de moskee die mee kan denken?'],
    ['leading-question', 'Vindt u dat zelf ook niet veel te streng?'],
    ['judge', 'Dat is gewoon kindermishandeling wat u doet.'],
    ['stereotype', 'Bij jullie Somaliërs hebben vrouwen nou eenmaal niks te zeggen.'],
    ['threaten', 'Als u zo doorgaat, doe ik een melding en dan wordt ze uit huis geplaatst.'],
    ['impose-advice', 'U moet haar gewoon meer vrijheid geven.'],
    ['argue', 'Maar dat staat helemaal niet in de Koran.'],
    ['minimise', 'Ach, dat valt allemaal wel mee.'],
    ['condone', 'Opsluiten is uw manier van opvoeden, dat respecteer ik.'],
    ['insult', 'Doe niet zo achterlijk, man.'],
    ['other', 'Oké.'],
  ];
  test.each(plain)('%s: %s', (move, text) => {
    expect(best(text)).toBe(move);
  });

  it('reads the same words by what was said before', () => {
    expect(best('Nee.', 'Heeft u zelf kinderen?')).toBe('other');
    expect(best('…', '(zwijgt en kijkt naar de grond)')).toBe('give-space');
  });
});

describe('deciding what may be concluded', () => {
  const thresholds: Thresholds = {
    moves: Object.fromEntries(MOVES.map((move) => [move, move === 'judge' ? 0.8 : 0.5])) as Record<
      Move,
      number
    >,
    family: 0.6,
    sureness: null,
  };
  const chances = (of: Partial<Record<Move, number>>) => MOVES.map((move) => of[move] ?? 0);

  it('keeps a sure move', () => {
    expect(decideReading(chances({ explain: 0.7, argue: 0.3 }), thresholds)).toEqual({
      kind: 'move',
      move: 'explain',
      confidence: 0.7,
    });
  });
  it('asks more of a safety-critical move, and falls back to its family', () => {
    expect(decideReading(chances({ judge: 0.7, explain: 0.3 }), thresholds)).toEqual({
      kind: 'family',
      family: 'hurt',
      confidence: 0.7,
    });
  });
  it('sums a family up', () => {
    expect(
      decideReading(chances({ 'open-question': 0.4, 'closed-question': 0.4, explain: 0.2 }), thresholds),
    ).toMatchObject({
      kind: 'family',
      family: 'question',
    });
  });
  it('is unsure when neither is sure, also about talk that has no family', () => {
    expect(decideReading(chances({ explain: 0.4, argue: 0.3, contact: 0.3 }), thresholds)).toEqual({
      kind: 'unsure',
    });
    expect(decideReading(chances({ other: 0.45, explain: 0.4 }), thresholds)).toEqual({ kind: 'unsure' });
  });
});
