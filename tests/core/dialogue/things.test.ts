import { takenLiterally } from '../../../src/core/dialogue/literal';
import { playTurn } from '../../../src/core/dialogue/playTurn';
import type { RolePlayState } from '../../../src/core/model/session';
import { understand } from '../../../src/core/understanding/understand';
import { hasna } from '../../support/hasna';

const { playbook, staged, start } = hasna();

interface Moment {
  readonly trust: number;
  readonly disclosed: readonly string[];
  /** The line he said right before. */
  readonly after?: string;
}

const NOT_YET: Moment = { trust: 52, disclosed: ['gives-away', 'key-in-coat'] };
const TRUSTING: Moment = { trust: 66, disclosed: ['gives-away'] };
const LETTER: Moment = { trust: 74, disclosed: ['gives-away', 'key-in-coat', 'found-letter', 'never-asked'] };

function at({ trust, disclosed, after }: Moment): RolePlayState {
  return {
    ...start,
    phase: 'bridging',
    climate: trust > 58 ? 'open' : 'guarded',
    memory: {
      ...start.memory,
      turn: 9,
      meters: { trust, tension: 40, understood: 56 },
      disclosed,
      raised: ['locked-in', 'sadness'],
      settled: ['tonight'],
      used: after ? { [after]: { lastTurn: 9, variants: [0] } } : {},
    },
  };
}

/** The lines that answer the last of these replies. */
function linesOf(moment: Moment, ...replies: readonly string[]): readonly string[] {
  let state = at(moment);
  let said: readonly string[] = [];
  for (const text of replies) {
    const personaLine = state.memory.lastSaid;
    const read = understand(text, { personaLine }, playbook.recogniser, playbook.lexicon, staged.topics);
    const played = playTurn(staged, state, text, takenLiterally(staged.scenario, read), 0);
    state = played.state;
    said = played.turn.persona.map(({ line }) => line);
  }
  return said;
}

describe('"hij" goes with what was named last', () => {
  it.each([
    'Waar is hij nu, en krijg ik hem?',
    'Waar is hij nu?',
    'Heeft u hem bij u?',
    'En waar ligt hij dan?',
    'Mag ik hem even zien?',
  ])('after the key no letter is spoken of: %s', (text) => {
    const said = linesOf(NOT_YET, 'U liep twee nachten rond met die sleutel.', text);
    expect(said).toContain('where-key-ring');
    expect(said.filter((line) => line.includes('letter'))).toEqual([]);
  });

  it.each([
    'Legt u hem op tafel?',
    'Hij kan er nu af. Dan ligt hij hier op tafel.',
    'Leg hem neer, dan regel ik de rest.',
    'Laat u hem hier?',
    'Geeft u hem aan mij?',
  ])('a key is asked for: %s', (text) => {
    expect(linesOf(NOT_YET, 'Het gaat mij om de sleutel van haar kamer.', text)).toContain(
      'key-plan-guarded',
    );
  });

  it.each([
    'En waar is hij dan nu echt, heeft u hem bij u?',
    'Bedoelt u dat u hem kwijt bent, of ligt hij thuis?',
    'Waar bewaart u hem?',
  ])('after the letter it is the letter: %s', (text) => {
    expect(linesOf(LETTER, 'Wat moet die brief u bang gemaakt hebben.', text)).toContainEqual(
      expect.stringMatching(/^letter-(?:with-open|where)$/),
    );
  });

  it('with his own words, too, and not with what was spoken of before', () => {
    expect(linesOf(LETTER, 'Weet zij dat u de brief hebt?', 'En die sleutel?', 'Waar is hij nu?')).toContain(
      'where-key-ring',
    );
    expect(
      linesOf(LETTER, 'Waar is die sleutel? En weet zij dat u de brief hebt?', 'Waar is hij nu?'),
    ).toContain('letter-where');
  });

  it('with nobody in particular: nothing is given away', () => {
    const said = linesOf(TRUSTING, 'Waar is hij nu?');
    expect(said.filter((line) => line.includes('letter') || line.includes('key'))).toEqual([]);
    expect(linesOf(NOT_YET, 'En die jongen, kent u hem?', 'Waar is hij nu?').join()).not.toMatch(
      /letter|key/,
    );
  });
});

describe('what is asked on about his own words', () => {
  it.each([
    ['En toen nam u de sleutel mee naar het werk?', 'key-along-any'],
    ['Had u die sleutel de hele nacht bij u?', 'key-along-any'],
    ['Ging die sleutel mee naar de remise?', 'key-along-any'],
    ['Heeft u het haar rechtstreeks gevraagd, of ze dood wil?', 'you-asked-any'],
    ['Heeft u haar weleens gevraagd of ze nog wil leven?', 'you-asked-any'],
    ['Vroeg u haar of ze dood wilde?', 'you-asked-any'],
    ['Ik praat om elf uur met haar. Bent u daarmee akkoord, ja of nee?', 'plan-pressed-yes'],
    ['Zullen we het zo doen, ja of nee?', 'plan-pressed-yes'],
    ['Nog iemand, zegt u. Aan wie denkt u?', 'whom-who'],
    ['En aan wie dacht u dan?', 'whom-who'],
    ['Wie bedoelt u?', 'whom-who'],
    [
      'Zou u het haar zelf durven vragen, of vindt u het fijner als mijn begeleider dat doet?',
      'asks-other-open',
    ],
    ['Sorry, weer twee vragen. Wie doet het dan: u of mijn begeleider?', 'asks-other-open'],
    ['Wie praat er vanmiddag met Hasna?', 'who-talks-open'],
    ['Praat u met haar, of iemand van school?', 'asks-other-open'],
    ['Mag ze dan alleen zitten, zonder u erbij?', 'alone-with-open'],
    ['Is het goed als mijn collega haar even alleen spreekt, onder vier ogen?', 'alone-with-open'],
    ['Wanneer mag ik u morgen bellen, niet te vroeg hè?', 'call-when-any'],
    ['Hoe laat kan ik u het beste bellen?', 'call-when-any'],
    ['Dan vat ik het samen: Hodan slaapt bij haar en ik bel de huisarts. Klopt het zo?', 'sums-up-open'],
    ['Ik ga haar vandaag zelf vragen of ze dood wil. Vindt u dat goed?', 'ask-her-yes'],
  ])('%s', (text, line) => {
    expect(linesOf({ ...TRUSTING, disclosed: ['gives-away'] }, text)).toContain(line);
  });

  it.each([
    ['plan-guarded', "'Zou kunnen' schrijf ik niet op. Ja of nee?", 'pressed-yes'],
    ['plan-guarded', 'Wat is het nou, ja of nee?', 'pressed-yes'],
    ['key-plan-guarded', 'Ja of nee?', 'pressed-key'],
    ['key-plan-guarded', 'Wat houdt u tegen?', 'what-stops-key'],
    ['key-plan-guarded', 'Wat houdt u dan nog tegen?', 'what-stops-key'],
    ['key-plan-guarded', 'Waar zit het op vast?', 'what-stops-key'],
    ['door-tonight-guarded', 'Wat houdt u tegen?', 'what-stops-plan'],
  ])('after %s: %s', (after, text, line) => {
    expect(linesOf({ ...NOT_YET, after }, text)).toContain(line);
  });

  it('a no is a no where there is little trust', () => {
    const said = linesOf({ ...NOT_YET, trust: 46 }, 'Zullen we het zo doen, ja of nee?');
    expect(said).toContain('plan-pressed-no');
  });

  it('a doctor is answered, and no talk that nobody proposed', () => {
    const said = linesOf(TRUSTING, 'Huisarts ook, vandaag. En ik bel Veilig Thuis, met u erbij.');
    expect(said).toEqual(['doctor-plan-open', 'report-plan-open']);
  });
});
