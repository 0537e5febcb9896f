import { WebSocket } from 'ws';
import type { RunningServer } from '../../../src/channels/server';
import { type Credentials, call, signIn, startChatServer } from '../../support/chatServer';
import { type MemoryConversations, memoryConversations } from '../../support/memoryConversations';

interface WireActivity {
  readonly id: string;
  readonly type: string;
  readonly text?: string;
  readonly value?: unknown;
  readonly from: { readonly id: string; readonly name?: string; readonly role: string };
  readonly channelData?: { readonly clientActivityID?: string; readonly speaker?: string };
  readonly replyToId?: string;
  readonly suggestedActions?: unknown;
}

interface Frame {
  readonly activities: readonly WireActivity[];
  readonly watermark?: string;
}

/** A socket that keeps its frames and can wait for what it expects. */
class Screen {
  readonly frames: Frame[] = [];
  private constructor(private readonly socket: WebSocket) {
    socket.on('message', (data) => this.frames.push(JSON.parse(String(data)) as Frame));
  }

  static async open(streamUrl: string): Promise<Screen> {
    const socket = new WebSocket(streamUrl);
    const screen = new Screen(socket);
    await new Promise<void>((resolve, reject) => {
      socket.once('open', () => resolve());
      socket.once('error', reject);
    });
    return screen;
  }

  get activities(): readonly WireActivity[] {
    return this.frames.flatMap((frame) => frame.activities);
  }

  get texts(): readonly (string | undefined)[] {
    return this.activities.filter(({ type }) => type === 'message').map(({ text }) => text);
  }

  async until(done: (screen: Screen) => boolean): Promise<void> {
    while (!done(this))
      await new Promise((resolve) => this.socket.once('message', () => setImmediate(resolve)));
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.socket.once('close', resolve));
    this.socket.close();
    await closed;
  }
}

let server: RunningServer;
let conversations: MemoryConversations;
let learner: Credentials;
const screens: Screen[] = [];

beforeEach(async () => {
  conversations = memoryConversations();
  server = await startChatServer({ conversations });
  learner = await signIn(server.url);
});

afterEach(async () => {
  await Promise.all(screens.splice(0).map((screen) => screen.close()));
  await server.close();
});

const activitiesPath = () => `/directline/conversations/${learner.conversationId}/activities`;

function say(text: string, id: string, extra: Record<string, unknown> = {}) {
  const activity = {
    type: 'message',
    text,
    from: { id: 'someone-else' },
    channelData: { clientActivityID: id },
    ...extra,
  };
  return call(server.url, activitiesPath(), { token: learner.token, body: activity });
}

async function connect(): Promise<{ readonly streamUrl: string; readonly token: string }> {
  const { status, body } = await call(server.url, '/directline/conversations', {
    method: 'POST',
    token: learner.token,
  });
  expect(status).toBe(201);
  return body as { streamUrl: string; token: string };
}

async function openScreen(streamUrl?: string): Promise<Screen> {
  const screen = await Screen.open(streamUrl ?? (await connect()).streamUrl);
  screens.push(screen);
  return screen;
}

async function poll(watermark = ''): Promise<Frame> {
  const { status, body } = await call(server.url, `${activitiesPath()}?watermark=${watermark}`, {
    token: learner.token,
  });
  expect(status).toBe(200);
  return body as unknown as Frame;
}

test('opening a conversation gives its id, a token, its lifetime and a stream', async () => {
  const { status, body } = await call(server.url, '/directline/conversations', {
    method: 'POST',
    token: learner.token,
  });
  expect(status).toBe(201);
  expect(body).toEqual({
    conversationId: learner.conversationId,
    token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
    expires_in: 1800,
    streamUrl: expect.stringMatching(
      new RegExp(`^ws://127\\.0\\.0\\.1:${server.port}/directline/conversations/.+/stream\\?watermark=0&t=`),
    ),
  });
});

test('the server raises the welcome once, however often the conversation is opened', async () => {
  await Promise.all([connect(), connect()]);
  await connect();
  expect(
    conversations.taken.filter(({ body }) => body.kind === 'joined').every(({ id }) => id === 'joined'),
  ).toBe(true);
  const { activities, watermark } = await poll();
  expect(activities.map(({ text }) => text)).toEqual([expect.stringContaining('Welkom.')]);
  expect(watermark).toBe('1');
});

test('what was sent comes back with its clientActivityID, before the answer to it', async () => {
  await connect();
  const sent = await say('Goedemiddag', 'client-1');
  expect(sent.status).toBe(200);
  const { activities } = await poll('1');
  expect(activities).toHaveLength(2);
  expect(activities[0]).toMatchObject({
    id: sent.body.id,
    text: 'Goedemiddag',
    textFormat: 'plain',
    from: { id: learner.learner, role: 'user' },
    channelData: { clientActivityID: 'client-1' },
  });
  expect(activities[1]).toMatchObject({
    from: { name: 'Meneer Amrani', role: 'bot' },
    channelData: { speaker: 'persona' },
    replyToId: sent.body.id,
  });
});

test('the person comes from the token, never from the body', async () => {
  await connect();
  await say('Hallo', 'client-1');
  expect(conversations.taken.at(-1)).toMatchObject({
    learner: learner.learner,
    conversation: learner.conversationId,
  });
});

test('the same activity twice is decided once and appears once', async () => {
  await connect();
  const first = await say('Hallo', 'client-1');
  const second = await say('Hallo', 'client-1');
  expect(second.body.id).toBe(first.body.id);
  expect((await poll('1')).activities).toHaveLength(2);
});

test('a message without clientActivityID goes by its own id, and without either by a fresh one', async () => {
  await connect();
  await call(server.url, activitiesPath(), {
    token: learner.token,
    body: { type: 'message', text: 'een', id: 'own-1' },
  });
  await call(server.url, activitiesPath(), { token: learner.token, body: { type: 'message', text: 'twee' } });
  const ids = conversations.taken.slice(1).map(({ id }) => id);
  expect(ids[0]).toBe('own-1');
  expect(ids[1]).toMatch(/^[0-9a-f-]{36}$/);
});

test('a button of a card arrives as an action and its echo stays hidden', async () => {
  await connect();
  const { status } = await call(server.url, activitiesPath(), {
    token: learner.token,
    body: {
      type: 'message',
      value: { action: 'choose', scenario: 'hasna' },
      channelData: { clientActivityID: 'c-1', postBack: true },
    },
  });
  expect(status).toBe(200);
  expect(conversations.taken.at(-1)?.body).toEqual({
    kind: 'action',
    action: 'choose',
    values: { scenario: 'hasna' },
  });
  const { activities } = await poll('1');
  expect(activities[0]?.channelData).toEqual({ clientActivityID: 'c-1', postBack: true });
});

test('the watermark tells what is new, and nothing new gives the same watermark', async () => {
  await connect();
  await say('een', 'c-1');
  const first = await poll();
  expect(first.watermark).toBe('2');
  expect(await poll('2')).toEqual({ activities: [], watermark: '2' });
  await say('twee', 'c-2');
  const next = await poll('2');
  expect(next.activities.map(({ text }) => text)).toEqual(['twee', expect.stringContaining('Ik hoor: twee')]);
  expect(next.watermark).toBe('3');
});

test('the stream brings what was there and then each answer, with its watermark', async () => {
  const screen = await openScreen();
  await screen.until(({ activities }) => activities.length === 1);
  await say('Hallo', 'c-1');
  await screen.until(({ activities }) => activities.length === 3);
  expect(screen.frames.map(({ watermark }) => watermark)).toEqual(['1', '2']);
  expect(screen.texts.slice(1)).toEqual(['Hallo', expect.stringContaining('Ik hoor: Hallo')]);
});

test('all screens of a conversation see the same, and another conversation sees nothing of it', async () => {
  const one = await openScreen();
  const two = await openScreen();
  const first = learner;
  learner = await signIn(server.url, true);
  expect(learner.conversationId).not.toBe(first.conversationId);
  const other = await openScreen();
  learner = first;
  await say('Hallo', 'c-1');
  await Promise.all([one, two].map((screen) => screen.until(({ activities }) => activities.length === 3)));
  expect(one.activities).toEqual(two.activities);
  await other.until(({ activities }) => activities.length === 1);
  expect(other.texts.join()).not.toContain('Hallo');
});

test('who comes back goes on at the watermark: nothing lost, nothing doubled', async () => {
  const screen = await openScreen();
  await say('een', 'c-1');
  await screen.until(({ activities }) => activities.length === 3);
  await screens.pop()?.close();
  await say('twee', 'c-2');
  await say('drie', 'c-3');
  const { status, body } = await call(
    server.url,
    `/directline/conversations/${learner.conversationId}?watermark=${screen.frames.at(-1)?.watermark}`,
    { token: learner.token },
  );
  expect(status).toBe(200);
  const again = await openScreen(body.streamUrl as string);
  await again.until(({ activities }) => activities.length === 4);
  const ids = [...screen.activities, ...again.activities].map(({ id }) => id);
  expect(ids).toEqual((await poll()).activities.map(({ id }) => id));
  expect(new Set(ids).size).toBe(ids.length);
});

test('a hundred messages at once reach every screen once and in order', async () => {
  const screen = await openScreen();
  await Promise.all(Array.from({ length: 100 }, (_, index) => say(`zin ${index}`, `c-${index}`)));
  await screen.until(({ activities }) => activities.length === 201);
  expect(screen.activities.map(({ id }) => id)).toEqual((await poll()).activities.map(({ id }) => id));
});

test('what reached the learner is noted, by stream and by poll', async () => {
  await connect();
  await poll();
  expect(conversations.deliveredIds).toContain('joined');
  const screen = await openScreen();
  await say('Hallo', 'c-1');
  await screen.until(({ activities }) => activities.length === 3);
  while (!conversations.deliveredIds.has('c-1')) await new Promise(setImmediate);
});

test('a slow turn shows that somebody is typing', async () => {
  await server.close();
  let answer: () => void = () => undefined;
  conversations = memoryConversations({
    before: async ({ body }) => {
      if (body.kind === 'text')
        await new Promise<void>((resolve) => {
          answer = resolve;
        });
    },
  });
  server = await startChatServer({ conversations });
  learner = await signIn(server.url);
  const screen = await openScreen();
  const sent = say('Denk na', 'c-1');
  await screen.until(({ activities }) => activities.some(({ type }) => type === 'typing'));
  answer();
  expect((await sent).status).toBe(200);
  await screen.until(({ texts }) => texts.length === 3);
});

test('a turn that fails answers 500 with a code, and the same message can be sent again', async () => {
  await server.close();
  let broken = true;
  conversations = memoryConversations({
    before: async ({ body }) => {
      if (body.kind === 'text' && broken) throw new Error('geheim: Denk na');
    },
  });
  server = await startChatServer({ conversations });
  learner = await signIn(server.url);
  await connect();
  const failed = await say('Denk na', 'c-1');
  expect(failed.status).toBe(500);
  expect(failed.body).toEqual({
    error: { code: 'internal-error', message: expect.stringContaining('send it again') },
  });
  broken = false;
  expect((await say('Denk na', 'c-1')).status).toBe(200);
  expect((await poll('1')).activities).toHaveLength(2);
});

test('a restart with the same secret and record continues where it was', async () => {
  const screen = await openScreen();
  await say('een', 'c-1');
  await screen.until(({ activities }) => activities.length === 3);
  screens.pop();
  await server.close();
  server = await startChatServer({ conversations });
  await say('twee', 'c-2');
  expect((await poll('2')).activities.map(({ text }) => text)).toEqual([
    'twee',
    expect.stringContaining('twee'),
  ]);
});

test('activities that say nothing to us are accepted and change nothing', async () => {
  await connect();
  for (const activity of [
    { type: 'typing' },
    { type: 'event', name: 'webchat/join' },
    { type: 'conversationUpdate', membersAdded: [{ id: 'x' }], from: { id: 'x' } },
  ]) {
    expect((await call(server.url, activitiesPath(), { token: learner.token, body: activity })).status).toBe(
      200,
    );
  }
  expect((await poll()).watermark).toBe('1');
});
