import type { IncomingMessage, Reply } from '../../../src/core/model/message';
import {
  type Bot,
  type Connector,
  type Memory,
  message,
  OPEN,
  remember,
  startBot,
  startConnector,
  TEXTS,
} from './world';

const persona = (text: string): Reply => ({ kind: 'persona', name: 'Vader', text });
const echo = ({ body }: IncomingMessage): readonly Reply[] => [
  persona(body.kind === 'text' ? `U zegt: ${body.text}` : body.kind),
  { kind: 'coach', text: 'Ga door.', choices: [{ label: 'Hint', say: 'hint' }] },
];

let connector: Connector;
let bot: Bot;
let memory: Memory;

beforeEach(async () => {
  connector = await startConnector();
  memory = remember(echo);
  bot = await startBot(memory);
});
afterEach(async () => {
  await bot.close();
  await connector.close();
});

const say = (text: string, more: object = {}) => bot.post(message(connector.url, text, more));
const words = () => connector.sent.map(({ activity }) => activity.text);

describe('a message from Teams', () => {
  it('is decided, answered in order over the connector, and marked as delivered', async () => {
    expect(await say('Goedemiddag')).toEqual({ status: 200, text: '' });
    expect(words()).toEqual(['**Vader**\n\nU zegt: Goedemiddag', '> **Coach**\n>\n> Ga door.']);
    expect(connector.sent[0]?.path).toBe('/v3/conversations/a%3A1%2Fx%3Fy/activities/m-Goedemiddag');
    expect(connector.sent[1]?.activity).toMatchObject({
      replyToId: 'm-Goedemiddag',
      suggestedActions: { actions: [{ type: 'imBack', title: 'Hint', value: 'hint' }] },
    });
    expect(connector.sent[1]?.activity.channelData).toBeUndefined();
    expect([...memory.records.values()].map(({ delivered }) => delivered)).toEqual([true]);
  });

  it('is answered where it came from, each time', async () => {
    const moved = await startConnector();
    for (const [text, { url }] of Object.entries({ een: connector, twee: moved, drie: connector })) {
      await bot.post(message(url, text));
    }
    expect(words().filter((text) => text?.startsWith('**'))).toEqual([
      '**Vader**\n\nU zegt: een',
      '**Vader**\n\nU zegt: drie',
    ]);
    expect(moved.sent[0]?.activity.text).toBe('**Vader**\n\nU zegt: twee');
    await moved.close();
  });

  it('comes through with our names for conversation and learner', async () => {
    await say('a');
    await say('b', { conversation: { id: 'a:other', tenantId: 'tenant-1' } });
    await say('c', { from: { id: '29:guest' } });
    const [first, second, third] = memory.taken;
    expect(first).toMatchObject({
      id: 'm-a',
      learner: 'aad:tenant-1:oid-1',
      body: { kind: 'text', text: 'a' },
    });
    expect(first?.conversation).toMatch(/^teams:[\w-]{43}$/);
    expect(second?.conversation).not.toBe(first?.conversation);
    expect(second?.learner).toBe(first?.learner);
    expect(third).toMatchObject({ conversation: first?.conversation, learner: 'msteams:29:guest' });
  });

  it('may be somebody coming in or a submitted card; the rest is silently let go', async () => {
    const { id: _, text: __, ...bare } = message(connector.url, '');
    await bot.post({ ...bare, type: 'conversationUpdate', membersAdded: [{ id: '28:bot' }] });
    await say('', { id: 'card', value: { action: 'prepare', facts: 'stil' } });
    for (const type of ['typing', 'messageReaction', 'installationUpdate'])
      expect((await say('', { id: type, type })).status).toBe(200);
    expect((await say('', { id: 'i', type: 'invoke', name: 'x' })).status).toBe(501);
    expect(memory.taken.map(({ body }) => body)).toEqual([
      { kind: 'joined', locale: 'nl' },
      { kind: 'action', action: 'prepare', values: { facts: 'stil' } },
    ]);
    expect(connector.sent).toHaveLength(4);
  });

  it('that cannot be taken gets a friendly answer, and nothing is written', async () => {
    await say('', { value: { action: 'drop-tables' } });
    await say('x'.repeat(40_001), { id: 'long' });
    expect(words()).toEqual(Array(2).fill(`> **Coach**\n>\n> ${TEXTS['pages.chat.troubles.unreadable']}`));
    expect(memory.taken).toEqual([]);
    expect(bot.logged.join()).toContain('unknown-action');
  });

  it('gets its answer in the response when the channel expects that', async () => {
    const answer = await say('hoi', { deliveryMode: 'expectReplies' });
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.text).activities.map(({ text }: { text: string }) => text)).toEqual([
      '**Vader**\n\nU zegt: hoi',
      '> **Coach**\n>\n> Ga door.',
    ]);
    expect(connector.sent).toEqual([]);
    expect([...memory.records.values()].map(({ delivered }) => delivered)).toEqual([true]);
    const again = await say('hoi', { deliveryMode: 'expectReplies' });
    expect(JSON.parse(again.text).activities).toHaveLength(2);
    expect(memory.taken).toHaveLength(1);
  });
});

describe('the same activity again', () => {
  it('is neither decided nor sent twice', async () => {
    await say('een');
    expect(await say('een')).toEqual({ status: 200, text: '' });
    expect(memory.taken).toHaveLength(1);
    expect(connector.sent).toHaveLength(2);
  });

  it('even when it arrives while the first is still being answered', async () => {
    await Promise.all([say('een'), say('een'), say('een')]);
    expect(memory.taken).toHaveLength(1);
    expect(connector.sent).toHaveLength(2);
  });

  it('is sent when that failed the first time, from the record', async () => {
    connector.trouble.push(403);
    expect((await say('een')).status).toBe(502);
    expect((await say('een')).status).toBe(200);
    expect(memory.taken).toHaveLength(1);
    expect(words()).toEqual([
      '**Vader**\n\nU zegt: een',
      '**Vader**\n\nU zegt: een',
      '> **Coach**\n>\n> Ga door.',
    ]);
  });
});

describe('two messages at once', () => {
  it('of one conversation are answered one after the other', async () => {
    await Promise.all(['een', 'twee', 'drie'].map((text) => say(text)));
    const order = memory.taken.map(({ id }) => id);
    expect([...order].sort()).toEqual(['m-drie', 'm-een', 'm-twee']);
    expect(connector.sent.map(({ activity }) => activity.replyToId)).toEqual(order.flatMap((id) => [id, id]));
  });

  it('of two conversations do not wait for each other', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await bot.close();
    bot = await startBot(
      remember(async (incoming) => {
        if (incoming.id === 'm-traag') await held;
        return echo(incoming);
      }),
    );
    const slow = say('traag');
    expect((await say('vlug', { conversation: { id: 'a:2' } })).status).toBe(200);
    release();
    expect((await slow).status).toBe(200);
  });
});

describe('a turn that takes long', () => {
  it('shows that somebody is typing until the answer is there', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await bot.close();
    bot = await startBot(
      remember(async (incoming) => {
        await held;
        return echo(incoming);
      }),
      { ...OPEN, typingAfterMs: 1 },
    );
    const answered = say('hoi');
    expect((await connector.next()).activity.type).toBe('typing');
    release();
    expect((await answered).status).toBe(200);
    expect(connector.sent.map(({ activity }) => activity.type)).toEqual(['typing', 'message', 'message']);
  });
});

describe('when something fails', () => {
  it.each([500, 429, 403])('a connector that answers %p is asked once, and told nothing', async (status) => {
    connector.trouble.push(status);
    expect(await say('geheim')).toEqual({ status: 502, text: '{"error":{"code":"not-delivered"}}' });
    expect(connector.sent).toHaveLength(1);
    expect(bot.logged.join()).toContain(`"status":${status}`);
    expect(bot.logged.join()).not.toContain('geheim');
  });

  it('a connector that hangs is left, and the conversation goes on', async () => {
    await bot.close();
    bot = await startBot(memory, { ...OPEN, sendWithinMs: 50 });
    connector.trouble.push(null);
    expect((await say('een')).status).toBe(502);
    expect((await say('twee')).status).toBe(200);
  });

  it('a turn that fails gets an apology, and the log no words', async () => {
    await bot.close();
    bot = await startBot(
      remember(({ body }) => {
        throw new Error(`cannot store ${JSON.stringify(body)}`);
      }),
    );
    expect((await say('geheim')).status).toBe(200);
    expect(words()).toEqual([`> **Coach**\n>\n> ${TEXTS['pages.chat.troubles.failed']}`]);
    expect(bot.logged.join()).toContain('turn-failed');
    expect(bot.logged.join()).not.toContain('geheim');
  });
});

describe('quick replies', () => {
  const choices = ['een', 'twee', 'drie', 'vier', 'vijf', 'zes', 'zeven'].map((label) => ({
    label,
    say: label,
  }));
  const card = { title: 'Kies', blocks: [], actions: [] };
  const answerWith = async (reply: Reply, more: object = {}) => {
    await bot.close();
    bot = await startBot(remember(() => [reply]));
    await say('hoi', more);
    return connector.sent[0]!.activity;
  };

  it('that Teams would drop become buttons which say the same', async () => {
    const sent = await answerWith({ kind: 'card', card, choices });
    expect(sent.suggestedActions).toBeUndefined();
    expect(sent.attachments?.[0]?.content.body).toMatchObject([
      { type: 'TextBlock', text: 'Kies' },
      { type: 'ActionSet', actions: Array(6).fill({ type: 'Action.Submit' }) },
      {
        type: 'ActionSet',
        actions: [{ title: 'zeven', data: { msteams: { type: 'imBack', value: 'zeven' }, say: 'zeven' } }],
      },
    ]);
  });

  it('get a card of their own when there is no room left', async () => {
    const long = { ...card, blocks: [{ kind: 'text' as const, text: 'woorden '.repeat(2_150) }] };
    const sent = await answerWith({ kind: 'card', card: long, choices });
    expect(sent.attachments?.map(({ content }) => content.body.at(-1))).toMatchObject([
      { type: 'TextBlock' },
      { type: 'ActionSet' },
    ]);
  });

  it('beyond six under a text do so too', async () => {
    const sent = await answerWith({ kind: 'coach', text: 'Kies', choices });
    expect(sent.suggestedActions).toBeUndefined();
    expect(sent.attachments?.[0]?.content.body).toMatchObject([{ type: 'ActionSet' }, { type: 'ActionSet' }]);
  });

  it('stay as they are in another channel', async () => {
    const sent = await answerWith({ kind: 'card', card, choices }, { channelId: 'webchat' });
    expect(sent.suggestedActions?.actions).toHaveLength(7);
  });
});
