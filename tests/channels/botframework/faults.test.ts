import { type Ground, type Instance, newGround } from './twoInstances';
import { type Connector, message, OPEN, startConnector } from './world';

const PERSONA = (words: string) => `**Vader**\n\nJa, ${words}.`;
const COACH = (words: string) => `> **Coach**\n>\n> Na ${words}.`;
const LEARNER = 'aad:tenant-1:oid-1';

describe('when the channel falters', () => {
  let connector: Connector;
  let ground: Ground;
  let one: Instance;
  const started: Instance[] = [];

  beforeEach(async () => {
    connector = await startConnector();
    ground = newGround();
    one = await start('one');
  });
  afterEach(async () => {
    for (const instance of started.splice(0)) await instance.close();
    await connector.close();
    ground.end();
  });

  const start = async (name: string, options = {}) => {
    const instance = await ground.start(name, { ...OPEN, ...options });
    started.push(instance);
    return instance;
  };
  const say = (words: string, to = one) => to.bot.post(message(connector.url, words));
  const heard = () => connector.sent.map(({ activity }) => activity.text);
  const left = async () => (await one.store.deliveries.undelivered('teams:', '', '9')).length;

  it('what was sent is not repeated when the same message comes again', async () => {
    connector.trouble.push(200, 403);
    expect((await say('een')).status).toBe(502);
    expect((await say('een')).status).toBe(200);
    expect(heard()).toEqual([PERSONA('een'), COACH('een'), COACH('een')]);
    expect(await left()).toBe(0);
  });

  it.each([500, 502, 503])(
    'after %p nobody knows whether it arrived, so it is not sent again',
    async (status) => {
      connector.trouble.push(status);
      expect((await say('een')).status).toBe(502);
      expect((await say('een')).status).toBe(200);
      expect(heard()).toEqual([PERSONA('een'), COACH('een')]);
    },
  );

  it('nor after a silence', async () => {
    const patient = await start('patient', { sendWithinMs: 50 });
    connector.trouble.push(null);
    expect((await say('een', patient)).status).toBe(502);
    expect((await say('een', patient)).status).toBe(200);
    expect(heard()).toEqual([PERSONA('een'), COACH('een')]);
  });

  it('a channel that asks for a moment gets it, and the answer stays in order', async () => {
    connector.trouble.push({ status: 429, retryAfter: '0' });
    expect((await say('een')).status).toBe(200);
    expect(heard()).toEqual([PERSONA('een'), PERSONA('een'), COACH('een')]);
  });

  it('for one that asks for an hour the answer is brought later', async () => {
    connector.trouble.push({ status: 429, retryAfter: '3600' });
    expect((await say('een')).status).toBe(502);
    expect(await left()).toBe(1);
    expect(await one.bringLate()).toBe(1);
    expect(heard()).toEqual([PERSONA('een'), PERSONA('een'), COACH('een')]);
    expect(await left()).toBe(0);
    expect(await one.bringLate()).toBe(0);
  });
});

describe('two instances on one database', () => {
  let connector: Connector;
  let ground: Ground;
  let one: Instance;
  let two: Instance;

  beforeEach(async () => {
    connector = await startConnector();
    ground = newGround();
    [one, two] = [await ground.start('one'), await ground.start('two')];
  });
  afterEach(async () => {
    await Promise.all([one.close(), two.close()]);
    await connector.close();
    ground.end();
  });

  const heard = () => connector.sent.map(({ activity }) => activity.text);

  it('the same message at both is decided and answered once', async () => {
    const both = await Promise.all([one, two].map(({ bot }) => bot.post(message(connector.url, 'een'))));
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect([...heard()].sort()).toEqual([PERSONA('een'), COACH('een')].sort());
  });

  it('different messages at both are all answered', async () => {
    const words = ['een', 'twee', 'drie', 'vier', 'vijf', 'zes'];
    await Promise.all(
      words.map((word, index) => (index % 2 ? one : two).bot.post(message(connector.url, word))),
    );
    expect([...heard()].sort()).toEqual(words.flatMap((word) => [PERSONA(word), COACH(word)]).sort());
  });

  it('an answer that was decided when its instance died is brought by the other, once', async () => {
    await one.bot.post(message(connector.url, 'een'));
    const { conversation } = (await one.store.outbox.reference(LEARNER))!;
    // Decided and written down; then the instance is gone.
    const body = { kind: 'text', text: 'twee' } as const;
    await one.conversations.take({ id: 'm-twee', conversation, learner: LEARNER, body });
    const brought = await Promise.all([two.bringLate(), two.bringLate(), two.bringLate()]);
    expect(brought.reduce((sum, count) => sum + count)).toBeGreaterThanOrEqual(1);
    expect(heard().slice(2)).toEqual([PERSONA('twee'), COACH('twee')]);
    expect(await two.bringLate()).toBe(0);
    expect((await two.bot.post(message(connector.url, 'twee'))).status).toBe(200);
    expect(heard()).toHaveLength(4);
  });

  it('an answer of which an instance sent half is finished when it has been silent for half a minute', async () => {
    await one.bot.post(message(connector.url, 'een'));
    const { conversation } = (await one.store.outbox.reference(LEARNER))!;
    const body = { kind: 'text', text: 'twee' } as const;
    await one.conversations.take({ id: 'm-twee', conversation, learner: LEARNER, body });
    const now = new Date(ground.time.now).toISOString();
    const until = new Date(ground.time.now + 30_000).toISOString();
    await one.store.deliveries.beginPart({ conversation, message: 'm-twee' }, 0, 'one', now, until);
    expect(await two.bringLate()).toBe(0);
    ground.time.now += 30_001;
    expect(await two.bringLate()).toBe(1);
    expect(heard().slice(2)).toEqual([COACH('twee')]);
  });

  it('nothing late is brought to who took the app away, nor after a day', async () => {
    await one.bot.post(message(connector.url, 'een'));
    const { conversation } = (await one.store.outbox.reference(LEARNER))!;
    const body = { kind: 'text', text: 'twee' } as const;
    await one.conversations.take({ id: 'm-twee', conversation, learner: LEARNER, body });
    const gone = { type: 'installationUpdate', action: 'remove', id: 'gone' };
    await one.bot.post(message(connector.url, '', gone));
    expect(await one.store.outbox.reference(LEARNER)).toBeNull();
    expect(await two.bringLate()).toBe(0);
    await one.bot.post(message(connector.url, '', { type: 'installationUpdate', action: 'add', id: 'back' }));
    ground.time.now += 24 * 60 * 60_000 + 1;
    expect(await two.bringLate()).toBe(0);
    expect(heard()).not.toContain(PERSONA('twee'));
  });
});
