import type { OpenHomework } from '../../../src/core/model/decision';
import type { Card, CardAction } from '../../../src/core/model/message';
import { GUEST } from '../../../src/core/model/person';
import { playbook, Talk } from '../../support/practiceTalk';

const HOMEWORK: OpenHomework = {
  assignment: 'as 1',
  title: 'Oefenen voor <b>donderdag</b>',
  dueAt: '2026-03-29T21:59:59.999Z',
  timeZone: 'Europe/Amsterdam',
  overdue: false,
  level: 'independent',
  sight: 'levels',
  preparation: true,
  reflection: false,
  scenarios: ['small'],
};

const UNPREPARED: OpenHomework = { ...HOMEWORK, preparation: false };

function withHomework(...homework: readonly OpenHomework[]): Talk {
  const talk = new Talk();
  talk.homework = homework;
  return talk;
}

function cardOf(talk: Talk): Card {
  const card = talk.last.findLast((reply) => reply.kind === 'card');
  if (card?.kind !== 'card') throw new Error('there is no card');
  return card.card;
}

const words = (card: Card) => JSON.stringify(card.blocks);
/** What every talk ends with: the debrief, and the way to bring it to a group. */
const AFTER_A_TALK = [expect.stringMatching(/^\/debrief\//), expect.stringMatching(/^\/reviews\/new\//)];

const links = (card: Card) =>
  card.actions.flatMap((action: CardAction) => (action.kind === 'link' ? [action.path] : []));

describe('choosing with homework', () => {
  it('offers it first: what, until when, and what the trainer will see', () => {
    const card = cardOf(withHomework(HOMEWORK).send({ kind: 'joined' }));
    expect(card.blocks.slice(0, 3)).toEqual([
      { kind: 'text', style: 'heading', text: 'Huiswerk: Oefenen voor <b>donderdag</b>' },
      {
        kind: 'text',
        text: 'Inleveren tot en met zondag 29 maart. Niveau: Zelfstandig. Voorbereiden hoort erbij.',
      },
      { kind: 'text', style: 'subtle', text: expect.stringContaining('niet wat er is gezegd') },
    ]);
    expect(card.actions.slice(0, 2)).toEqual([
      {
        kind: 'submit',
        label: 'Begin huiswerk: Klein gesprek',
        action: 'choose',
        values: { scenario: 'small', homework: 'as 1', level: 'independent' },
      },
      { kind: 'link', label: 'Bekijk huiswerk: Oefenen voor <b>donderdag</b>', path: '/me/homework/as%201' },
    ]);
  });

  it('names the day as the group lives it, and in the language of the learner', () => {
    const { session } = new Talk();
    const talk = withHomework({ ...HOMEWORK, timeZone: 'Asia/Tokyo', overdue: true });
    talk.session = { ...session, locale: 'en' };
    expect(words(cardOf(talk.send({ kind: 'joined' })))).toContain(
      'The day is past (Monday 30 March). You can still hand in.',
    );
  });

  it('says nothing of homework where there is none', () => {
    const card = cardOf(new Talk().send({ kind: 'joined' }));
    expect(words(card)).not.toContain('Huiswerk');
    expect(card.actions).toHaveLength(playbook.scenarios.length);
  });

  it('leaves the rest of much homework to the page', () => {
    const many = [1, 2, 3, 4, 5].map((n) => ({ ...HOMEWORK, assignment: `as${n}`, title: `Taak ${n}` }));
    const card = cardOf(withHomework(...many).send({ kind: 'joined' }));
    expect(words(card)).toContain('Taak 3');
    expect(words(card)).not.toContain('Taak 4');
    expect(words(card)).toContain('Er zijn nog 2 andere huiswerken.');
    expect(links(card)).toEqual(['/me/homework/as1', '/me/homework/as2', '/me/homework/as3', '/me']);
  });

  it('offers no scenario that is not there any more', () => {
    const card = cardOf(withHomework({ ...HOMEWORK, scenarios: ['gone'] }).send({ kind: 'joined' }));
    expect(card.actions.map(({ label }) => label)).not.toContain('Begin huiswerk: Klein gesprek');
    expect(links(card)).toEqual(['/me/homework/as%201']);
  });
});

describe('practising homework', () => {
  const begun = (...homework: readonly OpenHomework[]) => withHomework(...homework).say('klein');

  it('begins at the level that is asked, also when the scenario was typed', () => {
    expect(begun(HOMEWORK).session.attempt?.level).toBe('independent');
    expect(begun().session.attempt?.level).toBe('practise');
    expect(begun({ ...HOMEWORK, level: null }).session.attempt?.level).toBe('practise');
    expect(begun({ ...HOMEWORK, scenarios: ['other'] }).session.attempt?.level).toBe('practise');
  });

  it.each([
    ['guided', 'guided'],
    ['nonsense', 'practise'],
    ['', 'practise'],
  ])('begins at the level of the button: %s', (level, begunAt) => {
    const talk = withHomework(HOMEWORK).use('choose', { scenario: 'small', level });
    expect(talk.session.attempt?.level).toBe(begunAt);
  });

  it('says before it begins what the trainer will see', () => {
    const talk = begun(HOMEWORK);
    expect(talk.last.map(({ kind }) => kind)).toEqual(['coach', 'card']);
    expect(talk.heard()).toContain('hoort bij je huiswerk ‘Oefenen voor <b>donderdag</b>’');
    expect(talk.heard()).toContain('Je trainer ziet niet wat er is gezegd.');
    expect(talk.heard()).toContain('alleen voor een gesprek dat je zelf inlevert');
  });

  it('leads to handing in at the end, where it counts', () => {
    const ended = begun(UNPREPARED).use('begin').say('Hoe slaapt u?').say('stop');
    expect(ended.session.stage).toBe('debriefing');
    expect(links(cardOf(ended))).toEqual([...AFTER_A_TALK, '/me/homework/as%201']);
    const otherLevel = withHomework(UNPREPARED)
      .use('choose', { scenario: 'small', level: 'practise' })
      .use('begin')
      .say('Hoe slaapt u?')
      .say('stop');
    expect(links(cardOf(otherLevel))).toEqual([...AFTER_A_TALK]);
  });

  it('says so when another level is chosen, at which it does not count', () => {
    const warned = 'telt alleen het niveau Zelfstandig';
    expect(begun(HOMEWORK).say('begeleid').heard()).toContain(warned);
    expect(begun(HOMEWORK).say('begeleid').say('zelfstandig').heard()).not.toContain(warned);
    expect(
      begun({ ...HOMEWORK, level: null })
        .say('begeleid')
        .heard(),
    ).not.toContain('telt alleen');
    expect(begun().say('begeleid').heard()).not.toContain('telt alleen');
  });

  it('reminds of looking back where that is part of it', () => {
    const ended = (homework: OpenHomework) => begun(homework).use('begin').say('Hoe slaapt u?').say('stop');
    const reminded = ended({ ...UNPREPARED, reflection: true });
    expect(reminded.heard()).toContain('Terugkijken hoort bij ‘Oefenen voor <b>donderdag</b>’.');
    expect(links(cardOf(reminded))).toEqual([...AFTER_A_TALK]);
    expect(ended(UNPREPARED).heard()).not.toContain('Terugkijken hoort bij');
  });

  it('offers to hand in once looking back is done, and not when it was skipped', () => {
    const asked = () =>
      begun({ ...UNPREPARED, reflection: true })
        .use('begin')
        .say('Hoe slaapt u?')
        .say('stop')
        .use('reflect');
    const form = cardOf(asked());
    expect(words(form)).toContain('Dit hoort bij je huiswerk. Sla je het over, dan telt het niet mee.');
    expect(words(form)).not.toContain('Niets is verplicht');
    const done = asked().use('reflect', { priority: 'Haar slaap.' });
    expect(done.session.stage).toBe('closed');
    expect(links(cardOf(done))).toEqual(['/me/homework/as%201']);
    const skipped = asked().use('skip');
    expect(links(cardOf(skipped))).toEqual([]);
    expect(skipped.heard()).toContain('Doe je dat niet, dan telt dit gesprek niet mee.');
  });

  it('says that preparing belongs to it, on every card where it can be skipped', () => {
    const briefed = begun(HOMEWORK);
    expect(briefed.heard()).toContain('Voorbereiden hoort bij ‘Oefenen voor <b>donderdag</b>’.');
    expect(words(cardOf(briefed))).toContain('Sla je het over, dan telt dit gesprek niet mee.');
    const labels = (talk: Talk) => cardOf(talk).actions.map(({ label }) => label);
    expect(labels(briefed)).toContain('Beginnen zonder voorbereiden (telt niet mee)');
    const preparing = briefed.use('prepare');
    expect(words(cardOf(preparing))).toContain('Sla je het over, dan telt het niet mee.');
    expect(words(cardOf(preparing))).not.toContain('Niets is verplicht');
    expect(labels(preparing)).toContain('Overslaan (telt niet mee)');
    const skipped = preparing.use('skip').say('Hoe slaapt u?').say('stop');
    expect(skipped.heard()).toContain('want de voorbereiding is niet ingevuld');
    expect(links(cardOf(skipped))).toEqual([...AFTER_A_TALK]);
    expect(words(cardOf(begun(UNPREPARED).use('prepare')))).toContain('Niets is verplicht');
  });

  it('can be begun from anywhere but the middle of a talk', () => {
    const choose = (talk: Talk) => talk.use('choose', { scenario: 'small', level: 'independent' });
    const first = withHomework(HOMEWORK).say('klein');
    const briefed = first.session.attempt?.id;
    expect(choose(first).session).toMatchObject({ stage: 'briefing', attempt: { level: 'independent' } });
    expect(first.session.attempt?.id).not.toBe(briefed);
    expect(choose(first.use('prepare')).session.stage).toBe('briefing');
    const talking = first.use('begin').say('Hoe slaapt u?');
    const during = talking.session.attempt?.id;
    expect(choose(talking).session).toMatchObject({ stage: 'playing', attempt: { id: during } });
    expect(choose(talking.say('stop')).session.stage).toBe('briefing');
    expect(choose(talking.use('begin').say('stop').use('reflect')).session.stage).toBe('briefing');
  });
});

describe('several homeworks with one scenario', () => {
  const open = { ...UNPREPARED, level: null };
  const first: OpenHomework = { ...open, assignment: 'first', title: 'Eerste', sight: 'done' };
  const second: OpenHomework = {
    ...open,
    assignment: 'second',
    title: 'Tweede',
    sight: 'transcript',
    preparation: true,
  };
  const read = 'Je trainer kan het hele gesprek lezen';

  it('announces the one that was chosen, remembers it with the attempt, and leads back to it', () => {
    const chosen = (homework: string) =>
      withHomework(first, second).use('choose', { scenario: 'small', homework });
    const one = chosen('second');
    expect(one.heard()).toContain('hoort bij je huiswerk ‘Tweede’.');
    expect(one.heard()).toContain(read);
    expect(one.heard()).not.toContain('Eerste');
    expect(one.session.attempt?.homework).toBe('second');
    const other = chosen('first');
    expect(other.heard()).not.toContain(read);
    const ended = other.use('begin').say('Hoe slaapt u?').say('stop');
    expect(links(cardOf(ended))).toEqual([...AFTER_A_TALK, '/me/homework/first']);
    const again = ended.use('branch', { attempt: ended.session.attempt?.id ?? '', turn: '1' });
    expect(again.session.attempt?.homework).toBe('first');
  });

  it('announces nothing of another when the chosen one is not open any more', () => {
    const talk = withHomework(first).use('choose', { scenario: 'small', homework: 'gone' });
    expect(talk.last.map(({ kind }) => kind)).toEqual(['card']);
  });

  it('names all of them with the most that a trainer can see when none was chosen', () => {
    const talk = withHomework(first, second).say('klein');
    expect(talk.heard()).toContain('hoort bij je huiswerk ‘Eerste’ en ‘Tweede’.');
    expect(talk.heard()).toContain('Voorbereiden hoort bij ‘Tweede’.');
    expect(talk.heard()).toContain(read);
    const ended = talk.use('begin').say('Hoe slaapt u?').say('stop');
    expect(links(cardOf(ended))).toEqual([...AFTER_A_TALK, '/me/homework/first']);
    expect(ended.heard()).toContain('Voor ‘Tweede’ telt dit gesprek niet mee');
  });
});

describe('the welcome', () => {
  const welcomed = (learner: string) => {
    const talk = new Talk();
    talk.session = { ...talk.session, learner };
    return talk.send({ kind: 'joined' }).heard();
  };

  it('promises only what is so: to who signed in and to the guest of this machine', () => {
    expect(welcomed('l')).toContain('Een trainer ziet alleen wat je zelf inlevert.');
    expect(welcomed('l')).not.toContain('blijft op deze computer');
    expect(welcomed(GUEST)).toContain('blijft op deze computer');
  });
});
