import { takenLiterally } from '../../../src/core/dialogue/literal';
import { playTurn } from '../../../src/core/dialogue/playTurn';
import type { RolePlayState } from '../../../src/core/model/session';
import { understand } from '../../../src/core/understanding/understand';
import { hasna } from '../../support/hasna';

const { playbook, staged, start } = hasna();

/** He trusts, knows what is at stake, and has told of the letter and of his sister. */
const late: RolePlayState = {
  ...start,
  phase: 'bridging',
  climate: 'open',
  memory: {
    ...start.memory,
    turn: 12,
    meters: { trust: 74, tension: 36, understood: 72 },
    disclosed: ['gives-away', 'found-letter', 'never-asked', 'deqa', 'key-in-coat'],
    raised: ['locked-in', 'sadness'],
  },
};

function answerTo(text: string, from: RolePlayState = late) {
  const personaLine = from.memory.lastSaid;
  const read = understand(text, { personaLine }, playbook.recogniser, playbook.lexicon, staged.topics);
  return playTurn(staged, from, text, takenLiterally(staged.scenario, read), 0).turn;
}

describe('what is asked is answered', () => {
  it.each([
    ['Wie blijft er vannacht bij haar?', 'who-tonight-open'],
    ['Gaat die deur vannacht weer op slot?', 'door-tonight-open'],
    ['Zou u Deqa vandaag willen bellen?', 'call-deqa-open'],
    ['Gaat u nu met mij mee naar boven, naar Hasna?', 'go-to-her-open'],
    ['Ik vraag Veilig Thuis om met ons mee te denken.', 'report-plan-open'],
  ])('%s', (text, line) => {
    expect(answerTo(text).persona.map((said) => said.line)).toContain(line);
  });

  it('in as many parts of a plan as one breath holds', () => {
    const said = answerTo('U belt Deqa, de sleutel blijft hier en de huisarts kijkt mee. Akkoord?').persona;
    expect(said.map(({ line }) => line)).toEqual(['key-plan-open', 'doctor-plan-open']);
  });

  it('also the third of three questions', () => {
    const said = answerTo(
      'Wie is er vannacht bij haar? Blijft de deur open? En mag ik straks met u de huisarts bellen?',
    ).persona;
    expect(said.map(({ line }) => line)).toEqual([
      'who-tonight-open',
      'door-tonight-open',
      'doctor-plan-open',
    ]);
  });

  it('never with a disclosure about something else', () => {
    const { persona, disclosed } = answerTo('Houdt u van voetbal?', {
      ...late,
      memory: { ...late.memory, disclosed: [] },
    });
    expect(persona.map(({ line }) => line)).toEqual(['football-open']);
    expect(disclosed).toEqual([]);
  });

  /** In the turn after these lines. */
  const rightAfter = (
    lines: readonly string[],
    memory: Partial<RolePlayState['memory']> = {},
  ): RolePlayState => ({
    ...late,
    memory: {
      ...late.memory,
      ...memory,
      used: {
        ...late.memory.used,
        ...Object.fromEntries(lines.map((line) => [line, { variants: [1], lastTurn: late.memory.turn }])),
      },
    },
  });
  const early = { disclosed: ['gives-away'] };
  const linesOf = (text: string, from?: RolePlayState) =>
    answerTo(text, from).persona.map(({ line }) => line);

  it.each([
    ['Van wie kent u dat?', 'knows-it-early'],
    ['U kent het?', 'knows-it-who'],
    ['Hoe weet u dat zo zeker?', 'knows-it-who'],
    ['Wie dan?', 'knows-it-who'],
    ['Wie was dat?', 'knows-it-on'],
  ])('where he let slip that he knows it: %s', (text, line) => {
    const from = rightAfter(['giving-why-open'], early);
    expect(linesOf(text, from)[0]).toBe(line);
  });

  it.each([
    ['Aan wie denkt u dan?', 'extra-person-on'],
    ['Wie zou dat kunnen zijn?', 'extra-person-on'],
    ['Wie?', 'extra-person-any'],
    ['Misschien een vriendin van Hodan, die kan blijven slapen?', 'extra-person-open'],
  ])('where he wants one more in the house: %s', (text, line) => {
    expect(linesOf(text, rightAfter(['who-tonight-open']))).toContain(line);
  });

  it.each([
    ['Waar is hij nu?', 'key-where-now'],
    ['Zit die sleutel nog aan uw bos, of in de deur?', 'where-key-ring'],
    ['Waar moet die sleutel heen?', 'key-what-now-open'],
    ["Leg 'm hier maar neer, oké?", 'it-down-open'],
    ['Zullen we afspreken dat Hodan hem krijgt?', 'it-to-hodan-open'],
  ])('where the key is spoken of: %s', (text, line) => {
    expect(linesOf(text, rightAfter(['told-key-in-coat']))).toContain(line);
  });

  it.each([
    ['Wow. En hebt u opengedaan?', 'came-out-whether'],
    ['Poeh. Mocht ze er toen uit?', 'came-out-whether'],
    ['Jee. En hebt u geluisterd?', 'begged-on'],
  ])('with more than a shrug: %s', (text, line) => {
    expect(linesOf(text, rightAfter(['told-mother-begged']))).toContain(line);
  });

  it('of a letter that he has not told of, never', () => {
    expect(linesOf('Waar is hij nu?', rightAfter([], { disclosed: [] }))).toEqual(['where-now-any']);
  });

  it('to thanks for the letter with nothing about who knows of it', () => {
    expect(linesOf('Dank dat u die brief durfde te noemen.')).not.toContain('she-knows-letter');
  });

  it('after an apology, in the same breath', () => {
    const said = answerTo('Sorry, dat had ik niet zo moeten zeggen. Wilt u thee?', start).persona;
    expect(said.map(({ slot }) => slot)).toEqual(['reaction', 'answer']);
  });

  it('with a stiffening back where a crime is laid at his door', () => {
    const { persona, meters, before } = answerTo('Dat heet vrijheidsberoving.', start);
    expect(persona[0]?.line).toBe('accused-guarded');
    expect(meters.tension).toBeGreaterThan(before.tension);
  });
});
