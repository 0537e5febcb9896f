import type { CardAction } from '../../../src/core/model/message';
import { Talk, talking } from '../../support/practiceTalk';

const person = { locale: 'nl', address: 'je', reminders: { teams: true, mail: true }, email: null } as const;

function known(talk: Talk = new Talk().send({ kind: 'joined' })): Talk {
  talk.person = person;
  return talk;
}

const cardOf = (talk: Talk) => {
  const reply = talk.last.find(({ kind }) => kind === 'card');
  return reply?.kind === 'card' ? reply.card : null;
};
const actionsOf = (talk: Talk): readonly CardAction[] => cardOf(talk)?.actions ?? [];
const submitOf = (talk: Talk, action: string) =>
  actionsOf(talk).flatMap((it) => (it.kind === 'submit' && it.action === action ? [it.values] : []))[0] ?? {};

describe('settings', () => {
  it.each(['instellingen', 'settings', '/instellingen'])('are shown at "%s", as they are', (words) => {
    const talk = known().say(words);
    const fields = cardOf(talk)?.blocks.flatMap((it) => (it.kind === 'choice' ? [[it.id, it.value]] : []));
    expect(fields).toEqual([
      ['language', 'nl'],
      ['address', 'je'],
      ['teams', 'on'],
    ]);
    expect(talk.settings).toBeNull();
  });

  it('show e-mail to who has an address', () => {
    const talk = known();
    talk.person = { ...person, email: 'ans@example.org', reminders: { teams: false, mail: true } };
    const values = cardOf(talk.say('instellingen'))?.blocks.flatMap((it) =>
      it.kind === 'choice' ? [it.value] : [],
    );
    expect(values).toEqual(['nl', 'je', 'off', 'on']);
  });

  it('are kept, for this talk and for the person', () => {
    const talk = known().use('settings', { language: 'en', address: 'u', teams: 'off' });
    expect(talk.settings).toEqual({
      locale: 'en',
      address: 'u',
      reminders: { teams: false, mail: true },
    });
    expect(talk.session).toMatchObject({ locale: 'en', address: 'u' });
    expect(talk.heard()).toContain('Kept.');
  });

  it('are reached from within a talk, which then goes on', () => {
    const talk = known(talking()).use('settings', { teams: 'off' });
    expect(talk.heard()).toContain('geen herinneringen meer');
    expect(talk.session.stage).toBe('playing');
    expect(talk.settings).toEqual({ reminders: { teams: false, mail: true } });
  });

  it('that make no sense change nothing, and are shown again', () => {
    const talk = known().use('settings', { language: 'xx', address: '', teams: 'maybe' });
    expect(talk.settings).toBeNull();
    expect(cardOf(talk)).not.toBeNull();
  });

  it('follow a word too', () => {
    expect(known().say('english').settings).toEqual({ locale: 'en' });
    expect(known().say('zeg u').settings).toEqual({ address: 'u' });
  });
});

describe('a page asked for in the chat', () => {
  const pathOf = (talk: Talk) => actionsOf(talk).flatMap((it) => (it.kind === 'entry' ? [it.path] : []));

  it.each(['pagina', 'open pagina', 'link', 'page', '/pagina'])('at "%s" is one’s own', (words) => {
    expect(pathOf(known().say(words))).toEqual(['/me']);
  });

  it('is the one of the button, wherever one is', () => {
    expect(pathOf(known(talking()).use('page', { path: '/debrief/a-1' }))).toEqual(['/debrief/a-1']);
  });

  it.each([
    'https://evil.example',
    '//evil.example',
    '/\\evil',
    'javascript:alert(1)',
    '',
    '/a\nb',
    `/${'x'.repeat(999)}`,
  ])('is never anything but a page of ours: %j', (path) =>
    expect(pathOf(known().use('page', { path }))).toEqual(['/me']),
  );
});

describe('a card of an earlier step', () => {
  const briefed = () => new Talk().send({ kind: 'joined' }).use('choose', { scenario: 'small' });

  it('says so, and changes nothing: preparing twice', () => {
    const talk = briefed();
    const prepare = submitOf(talk, 'prepare');
    talk.use('prepare', { ...prepare });
    const before = talk.session;
    talk.use('prepare', { ...prepare });
    expect(talk.heard()).toContain('eerdere stap');
    expect(talk.session).toEqual(before);
    expect(talk.session.stage).toBe('preparing');
  });

  it('of another attempt does nothing either', () => {
    const talk = briefed();
    const begin = submitOf(talk, 'begin');
    talk
      .say('stop')
      .use('choose', { scenario: 'small' })
      .use('begin', { ...begin });
    expect(talk.heard()).toContain('eerdere stap');
    expect(talk.session.stage).toBe('briefing');
  });

  it('cannot end what came later: skipping the preparation while looking back', () => {
    const talk = briefed().use('prepare');
    const skip = submitOf(talk, 'skip');
    talk
      .use('skip', { ...skip })
      .say('Hoe slaapt u?')
      .say('stop')
      .say('terugkijken');
    expect(talk.session.stage).toBe('reflecting');
    talk.use('skip', { ...skip });
    expect(talk.session.stage).toBe('reflecting');
    expect(talk.heard()).toContain('eerdere stap');
  });

  it('may still start the talk from the briefing while preparing', () => {
    const talk = briefed();
    const begin = submitOf(talk, 'begin');
    talk.use('prepare', submitOf(talk, 'prepare')).use('begin', { ...begin });
    expect(talk.session.stage).toBe('playing');
  });
});

describe('homework asked for in the chat', () => {
  it('says that there is none, and leads to the page', () => {
    const talk = known().say('huiswerk');
    expect(talk.heard()).toContain('Je hebt nu geen huiswerk.');
    expect(actionsOf(talk)).toMatchObject([{ kind: 'link', path: '/me' }]);
  });
});
