import type { Card } from '../../../src/core/model/message';
import type { PublicAnswer, PublicAsk } from '../../../src/core/model/openReview';
import {
  BASE_URL,
  type Bot,
  type Connector,
  message,
  OPEN,
  remember,
  startBot,
  startConnector,
  TEXTS,
  texts,
} from './world';

const ANNOUNCED: Card = {
  title: 'Intervisie',
  blocks: [{ kind: 'text', text: 'Wie, wat en tot wanneer.' }],
  actions: [{ kind: 'link', label: 'Doe mee', path: '/reviews/r-1' }],
};
const THREAD = '19:kanaal@thread.tacv2;messageid=7';
const CHANNEL = { id: THREAD, tenantId: 'tenant-1', isGroup: true, conversationType: 'channel' };
const CHAT = { id: '19:chat', tenantId: 'tenant-1', isGroup: true, conversationType: 'groupChat' };
const MENTION = [{ type: 'mention', mentioned: { id: '28:bot' }, text: '<at>Bruggesprek</at>' }];

describe('intervisie where others read along', () => {
  let connector: Connector;
  let bot: Bot;
  let asked: PublicAsk[];
  let answer: () => Promise<PublicAnswer>;
  const stands: [string, string][] = [];

  beforeEach(async () => {
    connector = await startConnector();
    asked = [];
    stands.length = 0;
    answer = async () => ({ card: ANNOUNCED, review: 'r-1' });
    bot = await startBot(
      remember(() => {
        throw new Error('nothing is practised here');
      }),
      {
        ...OPEN,
        texts: (locale, address) => (key, values) =>
          key === 'interface.commands.reviews'
            ? 'intervisie, my reviews'
            : texts(locale, address)(key, values),
        teamsAppId: 'app-1',
        reviews: {
          asked(ask) {
            asked.push(ask);
            return answer();
          },
          stands: async (review, reference) => void stands.push([review, reference]),
        },
      },
    );
  });
  afterEach(async () => {
    await bot.close();
    await connector.close();
  });

  const say = (text: string, more: object = {}) =>
    bot.post(message(connector.url, text, { conversation: CHANNEL, entities: MENTION, ...more }));
  const cards = () =>
    connector.sent.flatMap(({ activity }) =>
      (activity.attachments ?? []).map(({ content }) => content as { actions?: readonly object[] }),
    );

  it.each([CHANNEL, CHAT])(
    'is announced when somebody asks, with ways in for whoever signs in: %#',
    async (place) => {
      await say('<at>Bruggesprek</at>&nbsp;Intervisie!', { conversation: place });
      expect(asked).toMatchObject([
        { person: 'aad:tenant-1:oid-1', review: null, locale: 'nl', address: 'je' },
      ]);
      expect(cards()[0]?.actions).toMatchObject([
        { type: 'Action.OpenUrl', title: 'Doe mee', url: `${BASE_URL}/reviews/r-1` },
        { type: 'Action.OpenUrl', url: expect.stringContaining('/l/entity/app-1/home?context=') },
      ]);
      const tab = cards()[0]?.actions?.[1] as { url: string };
      expect(decodeURIComponent(tab.url)).toContain('{"subEntityId":"review.r-1"}');
      expect(connector.sent[0]?.activity.conversation.id).toBe(place.id);
    },
  );

  it('keeps the place and not who asked', async () => {
    await say('<at>Bruggesprek</at> intervisie');
    const kept = JSON.parse(stands[0]?.[1] ?? '{}');
    expect(kept).toMatchObject({ conversation: { id: THREAD }, bot: { id: '28:bot' } });
    expect(JSON.stringify(kept)).not.toMatch(/oid-1|29:learner/);
  });

  it('is announced once, however often Teams sends it', async () => {
    await say('<at>Bruggesprek</at> intervisie');
    await say('<at>Bruggesprek</at> intervisie');
    expect(asked).toHaveLength(1);
    expect(cards()).toHaveLength(1);
  });

  it('takes the one that was chosen on a card', async () => {
    await say('', { id: 'm-1', entities: [], text: undefined, value: { action: 'reviews', review: 'r-2' } });
    expect(asked).toMatchObject([{ review: 'r-2' }]);
  });

  it.each([
    { action: 'reviews' },
    { action: 'reviews', review: '' },
    { action: 'reviews', review: 'x'.repeat(201) },
    { action: 'reviews', review: { id: 'r-2' } },
    { action: 'choose', scenario: 'hasna' },
  ])('is not to be had with a forged card: %j', async (value) => {
    expect((await say('', { entities: [], value })).status).toBe(200);
    expect(asked).toEqual([]);
    expect(connector.sent).toEqual([]);
  });

  it('is not spoken of to who does not speak to us, and of other words nothing is asked', async () => {
    await say('intervisie', { entities: [] });
    expect(connector.sent).toEqual([]);
    await say('<at>Bruggesprek</at> wat is intervisie eigenlijk');
    expect(asked).toEqual([]);
    expect(JSON.stringify(cards())).toContain('teams.group.title');
  });

  it('says that something went wrong, and logs nothing of it', async () => {
    answer = async () => {
      throw new Error('Zeldzame woorden.');
    };
    await say('<at>Bruggesprek</at> intervisie');
    expect(connector.sent[0]?.activity.text).toContain(TEXTS['pages.chat.troubles.failed']);
    expect(bot.logged.join('\n')).toContain('announcement-failed');
    expect(bot.logged.join('\n')).not.toContain('Zeldzame');
  });

  describe('a card that stands there', () => {
    it('is kept with its place, and taken back when that is asked', async () => {
      await say('<at>Bruggesprek</at> intervisie');
      expect(stands).toMatchObject([['r-1', expect.stringContaining('"announced":"c-1"')]]);
      connector.sent.length = 0;
      expect(await bot.framework.places.takeBack(stands[0]?.[1] ?? '')).toBe(true);
      expect(connector.sent.map(({ method }) => method)).toEqual(['DELETE']);
      expect(decodeURIComponent(connector.sent[0]?.path ?? '')).toMatch(/kanaal@thread.*activities\/c-1$/);
    });

    it('is not kept when it announces nothing', async () => {
      answer = async () => ({ card: ANNOUNCED, review: null });
      await say('<at>Bruggesprek</at> intervisie');
      expect(stands).toEqual([]);
    });

    it.each([
      [403, true],
      [404, true],
      [429, false],
      [500, false],
    ])('may stay when Teams answers %s; is over and done with: %s', async (status, settled) => {
      await say('<at>Bruggesprek</at> intervisie');
      connector.trouble.push(status);
      expect(await bot.framework.places.takeBack(stands[0]?.[1] ?? '')).toBe(settled);
      expect(bot.logged.join('\n')).toContain('take-back-failed');
    });

    it('is not looked for where none is known', async () => {
      expect(await bot.framework.places.takeBack('{}')).toBe(true);
      expect(connector.sent).toEqual([]);
    });
  });

  describe('what is taken home', () => {
    const post = async () => {
      await say('<at>Bruggesprek</at> intervisie');
      connector.sent.length = 0;
      return bot.framework.places.post(stands[0]?.[1] ?? '', ANNOUNCED, {
        texts: texts('nl', 'je'),
        baseUrl: BASE_URL,
      });
    };

    it('stands in the thread where it was announced', async () => {
      expect(await post()).toBe('sent');
      expect(connector.sent).toHaveLength(1);
      expect(decodeURIComponent(connector.sent[0]?.path ?? '')).toContain(THREAD);
      expect(connector.sent[0]?.activity.replyToId).toBeUndefined();
    });

    it.each([
      [429, { retryAfterSeconds: null }],
      [403, 'gone'],
      [404, 'gone'],
      [400, 'refused'],
      [500, 'uncertain'],
    ] as const)('is told as it went when Teams answers %s, and not sent again', async (status, outcome) => {
      await say('<at>Bruggesprek</at> intervisie');
      connector.trouble.push(status);
      const reference = stands[0]?.[1] ?? '';
      connector.sent.length = 0;
      const view = { texts: texts('nl', 'je'), baseUrl: BASE_URL };
      expect(await bot.framework.places.post(reference, ANNOUNCED, view)).toEqual(outcome);
      expect(connector.sent).toHaveLength(1);
      expect(bot.logged.join('\n')).not.toContain('Wie, wat');
    });
  });
});
