import type { IncomingMessage, Reply } from '../../../src/core/model/message';
import {
  BASE_URL,
  type Bot,
  type Connector,
  type Memory,
  type MemoryHome,
  message,
  OPEN,
  remember,
  rememberHome,
  startBot,
  startConnector,
} from './world';

const LEARNER = 'aad:tenant-1:oid-1';

/** Asked for a page it shows one; else it says what it heard. */
function decide({ body }: IncomingMessage): readonly Reply[] {
  if (body.kind !== 'action') return [{ kind: 'coach', text: body.kind }];
  const path = body.values.path ?? '/me';
  const links = [
    { kind: 'entry', label: 'Open', path },
    { kind: 'link', label: 'Terugblik', path: '/debrief/a-1' },
  ] as const;
  return [{ kind: 'card', card: { title: 'Pagina', blocks: [], actions: links } }];
}

describe('who is there', () => {
  let connector: Connector;
  let home: MemoryHome;
  let memory: Memory;
  let bot: Bot;

  beforeEach(async () => {
    connector = await startConnector();
    home = rememberHome();
    memory = remember(decide);
    bot = await startBot(memory, { ...OPEN, home, teamsAppId: 'teams-app' });
  });
  afterEach(async () => {
    await bot.close();
    await connector.close();
  });

  const post = (id: string, more: object = {}) => bot.post(message(connector.url, id, { id, ...more }));
  const bodies = () => memory.taken.map(({ body }) => body);
  const cards = () =>
    connector.sent.flatMap(({ activity }) => (activity.attachments ?? []).map(({ content }) => content));

  it('is welcomed once at installing, whichever of the two events comes first', async () => {
    const added = { type: 'conversationUpdate', membersAdded: [{ id: '28:bot' }], locale: 'en-GB' };
    await post('1', { type: 'installationUpdate', action: 'add', locale: 'en-GB' });
    await post('2', added);
    expect(bodies()).toEqual([{ kind: 'joined', locale: 'en' }]);
    await post('3', { type: 'installationUpdate', action: 'remove' });
    expect(home.visits.size).toBe(0);
    await post('4', added);
    await post('5', { type: 'installationUpdate', action: 'add' });
    expect(bodies()).toHaveLength(2);
  });

  it('is forgotten at uninstalling by either event, without a word', async () => {
    for (const gone of [
      { type: 'installationUpdate', action: 'remove-upgrade' },
      { type: 'conversationUpdate', membersRemoved: [{ id: '28:bot' }] },
    ]) {
      await post('hoi');
      expect(home.visits.has(LEARNER)).toBe(true);
      await post(`gone-${gone.type}`, gone);
      expect(home.visits.size).toBe(0);
    }
    expect(connector.sent).toHaveLength(1);
  });

  it('is kept with where they can be reached, anew with every activity', async () => {
    await post('a', { locale: 'nl-NL' });
    expect(home.visits.get(LEARNER)).toMatchObject({ name: 'Ans', locale: 'nl' });
    const moved = await startConnector();
    await bot.post(message(moved.url, 'b', { type: 'messageReaction' }));
    const reference = JSON.parse(home.visits.get(LEARNER)!.reference);
    expect(reference).toEqual({
      channelId: 'msteams',
      serviceUrl: moved.url,
      conversation: { id: 'a:1/x?y', tenantId: 'tenant-1', conversationType: 'personal' },
      user: { id: '29:learner', name: 'Ans', aadObjectId: 'oid-1' },
      bot: { id: '28:bot', name: 'Bruggesprek' },
    });
    await moved.close();
  });

  it('gets a way in with a page they asked for, and asks for other pages in the chat', async () => {
    await post('page', { value: { action: 'page', path: '/me/data' } });
    expect(home.waysIn).toEqual([{ person: LEARNER, path: '/me/data' }]);
    const [card] = cards();
    expect(card).toMatchObject({
      actions: [
        { type: 'Action.OpenUrl', title: 'Open', url: `${BASE_URL}/link/secret-1` },
        {
          type: 'Action.Submit',
          title: 'Terugblik',
          data: { action: 'page', path: '/debrief/a-1' },
        },
        {
          type: 'Action.OpenUrl',
          url: 'https://teams.microsoft.com/l/entity/teams-app/home?context=%7B%22subEntityId%22%3A%22secret-1%22%7D',
        },
      ],
    });
    expect(JSON.stringify(card)).toContain('nl teams.page.note');
    // The secret is nowhere but in the chat.
    expect(JSON.stringify([...memory.records])).not.toContain('secret-1');
    expect(bot.logged.join()).not.toContain('secret-1');
  });

  describe('in a group', () => {
    const mention = {
      entities: [{ type: 'mention', text: '<at>Bruggesprek</at>', mentioned: { id: '28:bot' } }],
    };
    const channel = { conversation: { id: '19:team', tenantId: 'tenant-1', conversationType: 'channel' } };
    const group = { conversation: { id: '19:chat', isGroup: true, conversationType: 'groupChat' } };

    it.each([channel, group])('speaks only when spoken to, and never practises: %#', async (place) => {
      await post('los', { ...place, text: 'Wat vinden jullie?' });
      await post('nieuw', { ...place, type: 'conversationUpdate', membersAdded: [{ id: '28:bot' }] });
      await post('kaart', { ...place, value: { action: 'begin' } });
      expect(connector.sent).toEqual([]);
      await post('aan', { ...place, ...mention, text: '<at>Bruggesprek</at> begin', locale: 'en-US' });
      await post('aan', { ...place, ...mention, text: '<at>Bruggesprek</at> begin', locale: 'en-US' });
      expect(connector.sent).toHaveLength(1);
      expect(cards()).toMatchObject([
        {
          actions: [
            {
              type: 'Action.OpenUrl',
              title: 'en teams.group.open',
              url: 'https://teams.microsoft.com/l/chat/0/0?users=28%3Abot',
            },
          ],
        },
      ]);
      expect(memory.taken).toEqual([]);
      expect(home.visits.size).toBe(0);
    });

    it('speaks the language somebody chose', async () => {
      await post('hoi', { locale: 'nl-NL' });
      await post('aan', { ...channel, ...mention, locale: 'en-US' });
      expect(JSON.stringify(cards())).toContain('nl teams.group.title');
    });
  });
});
