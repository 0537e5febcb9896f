import fc from 'fast-check';
import type { PracticeLevel } from '../../../src/core/model/session';
import { playbook, Talk, talking } from '../../support/practiceTalk';

const briefed = () => new Talk().send({ kind: 'joined' }).use('choose', { scenario: 'small' });
const playing = (level: PracticeLevel) => briefed().use('level', { level }).use('begin');

const bank = playbook.scenarios[0]?.scenario.replies.map(({ text }) => text) ?? [];
const offered = (talk: Talk) => talk.last.at(-1)?.choices?.map(({ say }) => say) ?? [];

describe('the level', () => {
  it('is practise unless the learner chooses', () => {
    const talk = briefed();
    expect(talk.session.attempt?.level).toBe('practise');
    const card = talk.last.find((reply) => reply.kind === 'card');
    const buttons = card?.card.actions.flatMap((action) => (action.kind === 'submit' ? [action.label] : []));
    expect(buttons).toEqual(
      expect.arrayContaining(['Niveau: Begeleid', 'Niveau: Oefenen', 'Niveau: Zelfstandig']),
    );
    expect(card?.choices?.map(({ say }) => say)).toEqual(
      expect.arrayContaining(['Begeleid', 'Oefenen', 'Zelfstandig']),
    );
    expect(talk.heard()).toContain('Gekozen: Oefenen');
  });

  it.each<[string, (talk: Talk) => Talk, PracticeLevel]>([
    ['a button', (talk) => talk.use('level', { level: 'guided' }), 'guided'],
    ['a word', (talk) => talk.say('begeleid'), 'guided'],
    ['a misspelt word', (talk) => talk.say('begelied'), 'guided'],
    ['an English word', (talk) => talk.say('guided'), 'guided'],
    ['zelfstandig', (talk) => talk.say('zelfstandig'), 'independent'],
    ['a change of mind', (talk) => talk.say('begeleid').say('oefenen'), 'practise'],
    ['a word while preparing', (talk) => talk.use('prepare').say('begeleid'), 'guided'],
    ['a level that does not exist', (talk) => talk.use('level', { level: 'expert' }), 'practise'],
  ])('is chosen by %s', (_, choose, level) => {
    expect(choose(briefed()).session.attempt?.level).toBe(level);
  });

  it('stays as it is once the talk has begun', () => {
    const talk = talking().say('/begeleid');
    expect(talk.session.attempt?.level).toBe('practise');
    expect(talk.heard()).toContain('voordat een gesprek begint');
  });
});

describe('level guided', () => {
  it('offers three examples in words and as quick replies, from the first word on', () => {
    const talk = playing('guided');
    const examples = offered(talk);
    expect(examples).toHaveLength(3);
    for (const [i, text] of examples.entries()) {
      expect(bank).toContain(text);
      expect(talk.heard()).toContain(`${i + 1}. ${text}`);
    }
  });

  it('lets the learner pick one by its number, press it, or type over it', () => {
    const [first = '', second = ''] = offered(playing('guided'));
    expect(playing('guided').say('1').turns[0]?.text).toBe(first);
    expect(playing('guided').say('2.').turns[0]?.text).toBe(second);
    expect(playing('guided').say(first).turns[0]?.text).toBe(first);
    expect(playing('guided').say('Dag Ans, hoe is het?').turns[0]?.text).toBe('Dag Ans, hoe is het?');
    expect(playing('practise').say('1').turns[0]?.text).toBe('1');
  });

  it('notes on the turn and on the card what was picked, not what was typed', () => {
    const talk = playing('guided').say('1').say('Dat moet zwaar zijn voor u.').say('1').say('stop');
    expect(talk.turns.map(({ example }) => example)).toEqual([true, undefined, true]);
    expect(talk.scorecard?.examples).toBe(2);
    expect(talk.heard()).toContain('In 2 beurten is een voorbeeld gekozen.');
  });

  it('never shows the same example twice in one talk, also not after taking a turn back', () => {
    const seen = new Set<string>();
    const talk = playing('guided');
    const look = () => {
      for (const text of offered(talk)) {
        expect(seen.has(text)).toBe(false);
        seen.add(text);
      }
    };
    look();
    talk.say('Dat moet zwaar zijn voor u.');
    look();
    talk.say('terug');
    look();
  });

  it('keeps the examples within reach after a word with the coach', () => {
    const talk = playing('guided');
    const examples = offered(talk);
    for (const word of ['hint', 'help', '/dans']) expect(offered(talk.say(word))).toEqual(examples);
    expect(offered(talk.say('pauze'))).toEqual([]);
    expect(offered(talk.say('verder'))).toEqual(examples);
    expect(offered(talk.send({ kind: 'joined' }))).toEqual(examples);
    expect(talk.heard()).toContain(`1. ${examples[0]}`);
    expect(talk.say('1').turns[0]?.text).toBe(examples[0]);
  });

  it.each([
    ['Dat moet zwaar zijn.', 'Gelezen als: erkenning'],
    ['Dat moet zwaar zijn. Kunt u daar meer over vertellen?', 'Gelezen als: erkenning · open vraag'],
    ['😀', 'Gelezen als: stilte'],
    ['Blauw zeven fietspomp.', 'niet zeker'],
  ])('says how “%s” was read', (text, expected) => {
    const [first] = playing('guided').say(text).last;
    expect(first).toMatchObject({ kind: 'coach', text: expect.stringContaining(expected) });
  });

  it('says it in English to who practises in English', () => {
    const talk = playing('guided').say('/english').say('Dat moet zwaar zijn.');
    expect(talk.heard()).toContain('Read as: acknowledging');
    expect(talk.heard()).toContain('Pick an example');
  });

  it('goes on in the learner’s own words when the examples are used up', () => {
    const talk = playing('guided');
    for (let i = 0; i < 8 && offered(talk).length > 0; i++)
      talk.say('Dat moet zwaar zijn voor u.').say('terug');
    expect(talk.heard()).toContain('voorbeelden zijn op');
    expect(talk.say('Hoe slaapt u de laatste tijd?').turns).toHaveLength(1);
  });

  it('shows nothing of all this at the end', () => {
    const talk = playing('guided').say('1').say('stop');
    expect(talk.session.stage).toBe('debriefing');
    expect(talk.heard()).not.toContain('Kies een voorbeeld');
  });

  it('goes on guided in a branch', () => {
    const talk = playing('guided').say('Dat moet zwaar zijn voor u.').say('opnieuw vanaf 1');
    expect(talk.session.attempt?.branchOf).toBeDefined();
    expect(offered(talk)).toHaveLength(3);
  });
});

describe('level practise', () => {
  it('shows neither examples nor readings', () => {
    const talk = playing('practise').say('Dat moet zwaar zijn.');
    expect(talk.heard()).not.toContain('Gelezen als');
    expect(offered(talk)).toEqual([]);
    expect(talk.session.attempt?.examples).toBeUndefined();
  });

  it('notes every hint on its turn and on the card', () => {
    const talk = playing('practise')
      .say('hint')
      .say('hint')
      .say('Hoe slaapt u?')
      .say('hint')
      .say('En overdag?');
    expect(talk.turns.map(({ hints }) => hints)).toEqual([2, 1]);
    talk.say('stop');
    expect(talk.scorecard?.hints).toBe(3);
    expect(talk.heard()).toContain('3 keer een hint');
  });

  it('says nothing of hints to who asked for none', () => {
    expect(playing('practise').say('Hoe slaapt u?').say('stop').heard()).not.toContain('hint');
  });
});

describe('level independent', () => {
  it('lets only the persona speak until the end', () => {
    const talk = playing('independent');
    for (const text of [
      'Dat moet zwaar zijn.',
      'Blauw zeven fietspomp.',
      'Groen acht trapleuning.',
      'Hoe slaapt u?',
    ]) {
      expect(talk.say(text).last.map(({ kind }) => kind)).toEqual(['persona']);
    }
  });

  it('still warns of personal data', () => {
    expect(playing('independent').say('Bel mij op 06-12345678.').heard()).toContain('persoonlijke gegevens');
  });
});

describe('any guided talk', () => {
  it('has examples of its own at every moment, or says that they are used up', () => {
    const words = fc.constantFrom(
      '1',
      '2',
      '3',
      'hint',
      'terug',
      'pauze',
      'verder',
      'Dat moet zwaar zijn.',
      'Tja.',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 20 }), (said) => {
        const talk = playing('guided');
        for (const text of said) {
          talk.say(text);
          const { stage, paused, attempt } = talk.session;
          if (stage !== 'playing') return;
          const { shown = [], offered: now = [] } = attempt?.examples ?? {};
          expect(new Set(shown).size).toBe(shown.length);
          expect(offered(talk)).toEqual(paused ? [] : now.map((place) => bank[place]));
        }
      }),
      { numRuns: 40 },
    );
  });
});
