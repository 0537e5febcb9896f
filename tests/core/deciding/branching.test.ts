import fc from 'fast-check';
import { openTalk, replay } from '../../../src/core/dialogue/playTurn';
import type { Stage } from '../../../src/core/model/session';
import { playbook, Talk, talking } from '../../support/practiceTalk';

const WORDS = [
  'Dag Ans, fijn dat ik mag komen.',
  'Hoe slaapt u de laatste tijd?',
  'Dat moet zwaar voor u zijn.',
  'U moet gewoon niet zo zeuren.',
] as const;

const spoken = (...words: readonly string[]) => words.reduce((talk, text) => talk.say(text), talking());
const ended = (...words: readonly string[]) => spoken(...words).say('stop');

describe('trying again from a turn', () => {
  it.each([
    'opnieuw vanaf 3',
    'Opnieuw vanaf beurt 3.',
    'probeer opnieuw vanaf beurt 3',
    'opniuew vanaf 3',
    '/opnieuw vanaf 3',
    'terug naar beurt 3',
    'again from 3',
    'try again from turn 3',
    'tri again from 3',
  ])('is understood as %s, in the talk and after it', (words) => {
    for (const talk of [spoken(...WORDS), ended(...WORDS)]) {
      const first = talk.session.attempt?.id;
      talk.say(words);
      expect(talk.session.stage).toBe('playing');
      expect(talk.session.attempt?.branchOf).toEqual({ attempt: first, turn: 3 });
      expect(talk.turns.map(({ text }) => text)).toEqual(WORDS.slice(0, 2));
    }
  });

  it.each(['Ik kom om 3', 'opnieuw', 'Vertel eens vanaf 2015', 'Ik ben opnieuw vanaf 3 begonnen', '3'])(
    'is not what is meant by %s',
    (words) => {
      expect(spoken(...WORDS).say(words).session.attempt?.branchOf).toBeUndefined();
    },
  );

  it('says where the talk stands and what was said there, and leaves the first attempt alone', () => {
    const talk = ended(...WORDS);
    const first = talk.session.attempt?.id ?? '';
    const before = talk.attempts.get(first);
    const said = before?.turns[2]?.persona;
    talk.say('opnieuw vanaf 4');
    expect(talk.heard()).toContain(WORDS[3]);
    expect(talk.last.at(-1)).toEqual({
      kind: 'persona',
      name: 'Ans',
      text: said?.map(({ text }) => text).join(' '),
    });
    talk.say('Wat zou u helpen om rust te vinden?').say('stop');
    expect(talk.attempts.get(first)).toEqual(before);
  });

  it('stands exactly where the talk stood before that turn', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...WORDS, 'Bent u veel alleen?', '…', 'hm'), { minLength: 1, maxLength: 7 }),
        fc.nat(),
        (said, pick) => {
          const talk = talking();
          const states = [talk.session.attempt?.rolePlay];
          for (const text of said) {
            if (talk.session.stage === 'playing') states.push(talk.say(text).session.attempt?.rolePlay);
          }
          const all = talk.turns;
          const turn = 1 + (pick % all.length);
          talk.say(`opnieuw vanaf ${turn}`);
          expect(talk.session.attempt?.rolePlay).toEqual(states[turn - 1]);
          expect(talk.turns).toEqual(all.slice(0, turn - 1));
          const [play] = playbook.scenarios;
          const start = play && openTalk(play, play.scenario.id).state;
          expect(play && start && replay(play, start, talk.turns)).toEqual(states[turn - 1]);
          const again = all[turn - 1]?.text ?? '';
          expect(talk.say(again).turns.at(-1)).toEqual({ ...all[turn - 1], hints: 0 });
        },
      ),
      { numRuns: 40 },
    );
  });

  it.each(['0', '5', '99', '-1', 'x', ''])('has no turn %s', (turn) => {
    const talk = spoken(...WORDS);
    const before = talk.session;
    talk.use('branch', { attempt: before.attempt?.id ?? '', turn });
    expect(talk.heard()).toContain('Die beurt is er niet');
    expect(talk.session).toEqual(before);
  });

  it('answers the same for an attempt that is not there, or is somebody else’s', () => {
    const talk = spoken(...WORDS);
    expect(talk.use('branch', { attempt: 'another', turn: '2' }).heard()).toContain('Die beurt is er niet');
    expect(talk.turns).toHaveLength(4);
  });

  const stages: readonly (readonly [Stage, (talk: Talk) => Talk])[] = [
    ['choosing', (talk) => talk.use('again')],
    ['briefing', (talk) => talk.use('again').use('choose', { scenario: 'small' })],
    ['preparing', (talk) => talk.use('again').use('choose', { scenario: 'small' }).use('prepare')],
    [
      'playing',
      (talk) => talk.use('again').use('choose', { scenario: 'small' }).use('begin').say('Dag Ans.'),
    ],
    ['debriefing', (talk) => talk],
    ['reflecting', (talk) => talk.use('reflect')],
    ['closed', (talk) => talk.use('reflect').use('skip')],
  ];

  it.each(stages)('an earlier attempt can be taken up from a page while %s', (stage, go) => {
    const talk = ended(...WORDS);
    const first = talk.session.attempt?.id ?? '';
    expect(go(talk).session.stage).toBe(stage);
    talk.use('branch', { attempt: first, turn: '2' });
    expect(talk.session).toMatchObject({
      stage: 'playing',
      attempt: { branchOf: { attempt: first, turn: 2 } },
    });
    expect(talk.turns.map(({ text }) => text)).toEqual(WORDS.slice(0, 1));
  });

  it('goes on from a pause', () => {
    const talk = spoken(...WORDS).say('pauze');
    expect(talk.say('opnieuw vanaf 2').session).toMatchObject({ stage: 'playing', paused: false });
  });

  it('takes preparation and level along, and leaves hints and reflection behind', () => {
    const talk = new Talk().use('choose', { scenario: 'small' }).use('level', { level: 'independent' });
    talk.use('prepare').use('prepare', { facts: 'Ze slaapt slecht.' });
    for (const text of WORDS) talk.say(text);
    talk.say('stop').use('reflect').use('reflect', { priority: 'rust' });
    talk.say('opnieuw vanaf 2');
    expect(talk.session.attempt).toMatchObject({
      level: 'independent',
      preparation: { facts: 'Ze slaapt slecht.' },
      reflection: {},
      hints: 0,
    });
  });

  it('shows examples again at level guided', () => {
    const talk = new Talk()
      .use('choose', { scenario: 'small' })
      .use('level', { level: 'guided' })
      .use('begin');
    const offered = talk.last.at(-1)?.choices?.length ?? 0;
    expect(offered).toBeGreaterThan(0);
    for (const text of WORDS) talk.say(text);
    talk.say('opnieuw vanaf 2');
    expect(talk.session.attempt?.level).toBe('guided');
    expect(talk.last.at(-1)?.choices).toHaveLength(offered);
  });

  it('can branch from a branch', () => {
    const talk = ended(...WORDS)
      .say('opnieuw vanaf 3')
      .say('Wat doet dat met u?')
      .say('stop');
    const second = talk.session.attempt?.id;
    talk.say('opnieuw vanaf 2');
    expect(talk.session.attempt?.branchOf).toEqual({ attempt: second, turn: 2 });
    expect(talk.turns).toHaveLength(1);
  });
});

describe('the end of a branch', () => {
  it('offers the weakest moment to try again, and the button does it', () => {
    const talk = ended(...WORDS);
    const card = talk.last.find((reply) => reply.kind === 'card');
    const again = card?.kind === 'card' ? card.card.actions.find(({ kind }) => kind === 'submit') : undefined;
    if (again?.kind !== 'submit') throw new Error('the card has no such button');
    expect(again).toMatchObject({ action: 'branch', values: { turn: '4' } });
    talk.use(again.action, again.values);
    expect(talk.turns).toHaveLength(3);
  });

  it('says what was different from last time, with a link to both side by side', () => {
    const talk = ended(...WORDS).say('opnieuw vanaf 4');
    talk.say('Bent u veel alleen, Ans?').say('Wat zou u helpen om beter te slapen?').say('stop');
    expect(talk.heard()).toContain('Anders dan de vorige keer');
    expect(talk.heard()).toContain(`/compare/${talk.session.attempt?.id}`);
    expect(talk.heard()).toMatch(/Hoger: van \d+ naar \d+/);
    expect(talk.last.at(-1)?.choices?.length).toBeGreaterThan(0);
    expect(ended(...WORDS).heard()).not.toContain('Anders dan');
  });

  it('does without comparing when the first attempt is gone', () => {
    const talk = ended(...WORDS)
      .say('opnieuw vanaf 4')
      .say('Bent u veel alleen, Ans?');
    talk.attempts.clear();
    expect(talk.say('stop').session.stage).toBe('debriefing');
    expect(talk.heard()).not.toContain('Anders dan');
  });

  it('shows copied turns as they were meant, and records what the machine read', () => {
    const correction = { turn: 2, sentence: 0, move: 'judge', machine: { kind: 'unsure' } } as const;
    const talk = spoken(...WORDS);
    const attempt = talk.session.attempt?.id ?? '';
    talk.corrections = [{ ...correction, attempt, why: '', by: 'l', at: '' }];
    talk.say('stop').say('opnieuw vanaf 4').say('Bent u veel alleen, Ans?').say('Hoe gaat het overdag?');
    const machine = talk.say('stop').scorecard;
    const plain = ended(...WORDS).say('opnieuw vanaf 4');
    plain.say('Bent u veel alleen, Ans?').say('Hoe gaat het overdag?').say('stop');
    expect(machine).toEqual(plain.scorecard);
    expect(talk.heard()).not.toEqual(plain.heard());
  });
});
