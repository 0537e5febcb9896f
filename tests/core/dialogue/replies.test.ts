import { PROJECT_ROOT } from '../../../src/cli/root';
import { loadLibrary } from '../../../src/content/library';
import { takenLiterally } from '../../../src/core/dialogue/literal';
import { openTalk, playTurn } from '../../../src/core/dialogue/playTurn';
import type { RolePlayState } from '../../../src/core/model/session';
import { understand } from '../../../src/core/understanding/understand';

const loaded = loadLibrary(PROJECT_ROOT);
if (!loaded.ok) throw new Error('content has errors; run check');
const { playbook } = loaded.library;
const staged = playbook.scenarios.find(({ scenario }) => scenario.id === 'hasna');
if (!staged) throw new Error('no such scenario');
const start = openTalk(staged, 'seed').state;

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
  const read = understand(
    text,
    { personaLine },
    playbook.recogniser,
    playbook.lexicon,
    staged?.topics ?? never(),
  );
  return playTurn(staged ?? never(), from, text, takenLiterally(staged?.scenario ?? never(), read), 0).turn;
}

function never(): never {
  throw new Error('checked above');
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
