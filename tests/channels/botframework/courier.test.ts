import type { Letter } from '../../../src/core/model/letter';
import { samplePerson } from '../../support/practiceServer';
import {
  BASE_URL,
  type Bot,
  type Connector,
  type MemoryHome,
  message,
  OPEN,
  remember,
  rememberHome,
  startBot,
  startConnector,
  type Trouble,
} from './world';

const LEARNER = 'aad:tenant-1:oid-1';
const LETTER: Letter = {
  id: 'n1',
  person: LEARNER,
  channel: 'teams',
  kind: 'homework-assigned',
  key: 'assignment:1:new',
  data: {},
  dueAt: '2026-01-05T09:00:00.000Z',
  expiresAt: null,
  day: null,
  words: {
    subject: 'Nieuw huiswerk',
    text: 'Er staat huiswerk klaar.',
    card: {
      title: 'Nieuw huiswerk',
      blocks: [{ kind: 'text', text: 'Er staat huiswerk klaar.' }],
      actions: [{ kind: 'link', label: 'Bekijk', path: '/me' }],
    },
    why: 'Omdat je in deze groep oefent.',
    stop: 'Geen herinneringen meer',
  },
};

describe('a letter in Teams', () => {
  let connector: Connector;
  let home: MemoryHome;
  let bot: Bot;

  beforeEach(async () => {
    connector = await startConnector();
    home = rememberHome();
    bot = await startBot(
      remember(() => []),
      { ...OPEN, home, sendWithinMs: 100 },
    );
  });
  afterEach(async () => {
    await bot.close();
    await connector.close();
  });

  const send = () => bot.framework.courier(BASE_URL).send(LETTER, samplePerson(LEARNER));
  const install = () => bot.post(message(connector.url, 'hoi'));

  it('comes as a new message with why it comes, its page, and a button to get no more', async () => {
    await install();
    expect(await send()).toBe('sent');
    const [one] = connector.sent;
    expect(one?.path).toBe('/v3/conversations/a%3A1%2Fx%3Fy/activities');
    expect(one?.activity.replyToId).toBeUndefined();
    expect(one?.activity.attachments?.[0]?.content).toMatchObject({
      body: [{ text: 'Nieuw huiswerk' }, { text: 'Er staat huiswerk klaar.' }, { text: LETTER.words.why }],
      actions: [
        { type: 'Action.Submit', title: 'Bekijk', data: { action: 'page', path: '/me' } },
        {
          type: 'Action.Submit',
          title: 'Geen herinneringen meer',
          data: { action: 'settings', teams: 'off' },
        },
      ],
    });
  });

  it('never goes to who does not have the app', async () => {
    expect(await send()).toBe('gone');
    await install();
    await bot.post(message(connector.url, '', { type: 'installationUpdate', action: 'remove', id: 'u' }));
    expect(await send()).toBe('gone');
    expect(connector.sent).toEqual([]);
  });

  it.each<[Trouble, unknown]>([
    [{ status: 429, retryAfter: '17' }, { retryAfterSeconds: 17 }],
    [429, { retryAfterSeconds: null }],
    [401, { retryAfterSeconds: null }],
    [400, 'refused'],
    [413, 'refused'],
    [500, 'uncertain'],
    [503, 'uncertain'],
    [null, 'uncertain'],
  ])('is asked for once where the channel answers %j', async (trouble, outcome) => {
    await install();
    connector.trouble.push(trouble);
    expect(await send()).toEqual(outcome);
    expect(connector.sent).toHaveLength(1);
    expect(home.visits.has(LEARNER)).toBe(true);
  });

  it.each([403, 404])('after %p nobody is reached there any more', async (status) => {
    await install();
    connector.trouble.push(status);
    expect(await send()).toBe('gone');
    expect(home.visits.has(LEARNER)).toBe(false);
    expect(await send()).toBe('gone');
    expect(connector.sent).toHaveLength(1);
  });

  it('waits where the channel cannot be reached at all, or gives us no token', async () => {
    await install();
    await connector.close();
    expect(await send()).toEqual({ retryAfterSeconds: null });
    connector = await startConnector();
  });
});
