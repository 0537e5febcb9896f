import type { OpenHomework } from '../../../src/core/model/decision';
import type { Card, CardAction } from '../../../src/core/model/message';
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
        values: { scenario: 'small', level: 'independent' },
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
    const ended = begun(HOMEWORK).use('begin').say('Hoe slaapt u?').say('stop');
    expect(ended.session.stage).toBe('debriefing');
    expect(links(cardOf(ended))).toEqual([expect.stringMatching(/^\/debrief\//), '/me/homework/as%201']);
    const otherLevel = withHomework(HOMEWORK)
      .use('choose', { scenario: 'small', level: 'practise' })
      .use('begin')
      .say('Hoe slaapt u?')
      .say('stop');
    expect(links(cardOf(otherLevel))).toEqual([expect.stringMatching(/^\/debrief\//)]);
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
    expect(ended({ ...HOMEWORK, reflection: true }).heard()).toContain('Terugkijken hoort bij dit huiswerk.');
    expect(ended(HOMEWORK).heard()).not.toContain('Terugkijken hoort bij dit huiswerk.');
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
