import { WebSocket } from 'ws';
import type { RunningServer } from '../../../src/channels/server';
import { createTokens } from '../../../src/channels/webchat/tokens';
import {
  type Answer,
  type Credentials,
  call,
  SECRET,
  signIn,
  startChatServer,
  visit,
} from '../../support/chatServer';
import { type MemoryConversations, memoryConversations } from '../../support/memoryConversations';

const MINUTE = 60_000;
let server: RunningServer;
let conversations: MemoryConversations;
let mine: Credentials;

beforeAll(async () => {
  conversations = memoryConversations();
  server = await startChatServer({ conversations });
  mine = await signIn(server.url);
});

afterAll(() => server.close());

const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const identity = () => ({ learner: mine.learner, conversation: mine.conversationId });

/** Tokens that must not open anything, with the answer each gets. */
const BAD_TOKENS: Readonly<
  Record<string, readonly [status: number, code: string, make: () => string | Promise<string>]>
> = {
  'no token': [401, 'missing-token', () => ''],
  'a word': [401, 'bad-token', () => 'token'],
  'signed with another secret': [401, 'bad-token', () => createTokens('other').issue(identity())],
  'an expired token': [
    403,
    'token-expired',
    () => createTokens(SECRET, () => Date.now() - 31 * MINUTE).issue(identity()),
  ],
  'the ticket of a stream': [401, 'bad-token', () => createTokens(SECRET).issueTicket(identity())],
  'the cookie of the page': [
    401,
    'bad-token',
    () => createTokens(SECRET).issueVisit({ learner: mine.learner, visit: 'x' }),
  ],
  'without signature': [
    401,
    'bad-token',
    () => {
      const claims = {
        iss: 'bruggesprek',
        aud: 'directline',
        sub: mine.learner,
        conversation: mine.conversationId,
        exp: 9e9,
      };
      return `${base64({ alg: 'none' })}.${base64(claims)}.`;
    },
  ],
  'with other claims under a true signature': [
    401,
    'bad-token',
    () => {
      const [head, body, signature] = mine.token.split('.') as [string, string, string];
      const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as Record<string, unknown>;
      return `${head}.${base64({ ...claims, sub: 'somebody-else' })}.${signature}`;
    },
  ],
};

/** Every address that asks for a token. */
const ADDRESSES: Readonly<Record<string, (token: string) => Promise<Answer>>> = {
  'tokens/generate': (token) => call(server.url, '/directline/tokens/generate', { method: 'POST', token }),
  'tokens/refresh': (token) => call(server.url, '/directline/tokens/refresh', { method: 'POST', token }),
  'open a conversation': (token) => call(server.url, '/directline/conversations', { method: 'POST', token }),
  reconnect: (token) => call(server.url, `/directline/conversations/${mine.conversationId}`, { token }),
  'read activities': (token) =>
    call(server.url, `/directline/conversations/${mine.conversationId}/activities`, { token }),
  'send an activity': (token) =>
    call(server.url, `/directline/conversations/${mine.conversationId}/activities`, {
      token,
      body: { type: 'message', text: 'hallo' },
    }),
};

describe.each(Object.keys(BAD_TOKENS))('%s', (name) => {
  const [status, code, make] = BAD_TOKENS[name]!;
  test.each(Object.keys(ADDRESSES))('opens nothing at: %s', async (address) => {
    const before = conversations.taken.length;
    const answer = await ADDRESSES[address]!(await make());
    expect([answer.status, answer.body]).toEqual([status, { error: { code, message: expect.any(String) } }]);
    expect(conversations.taken).toHaveLength(before);
  });
});

test('a token of one conversation is no use in another', async () => {
  const other = await createTokens(SECRET).issue({ learner: mine.learner, conversation: 'other' });
  for (const address of ['reconnect', 'read activities', 'send an activity']) {
    const { status, body } = await ADDRESSES[address]!(other);
    expect([status, body.error]).toEqual([403, expect.objectContaining({ code: 'other-conversation' })]);
  }
});

test('a renewed token is for the same person and conversation', async () => {
  const headers = { Cookie: await visit(server.url) };
  const { body } = await call(server.url, '/directline/tokens/refresh', {
    method: 'POST',
    token: mine.token,
    headers,
  });
  expect(body.conversationId).toBe(mine.conversationId);
  expect(await createTokens(SECRET).read(body.token as string)).toEqual(identity());
});

test.each([
  ['is of nobody', async () => ''],
  ['is of somebody else by now', () => createTokens(SECRET).issueVisit({ learner: 'bert', visit: 'x' })],
])('a token is not renewed for a browser that %s', async (_, cookie) => {
  const headers = { Cookie: `bruggesprek-visit=${await cookie()}` };
  for (const path of ['/directline/tokens/refresh', '/directline/tokens/generate']) {
    const { status, body } = await call(server.url, path, { method: 'POST', token: mine.token, headers });
    expect([status, body.error]).toEqual([403, expect.objectContaining({ code: 'signed-out' })]);
  }
});

test('a token that was accepted a moment ago is refused once its time is over', async () => {
  let now = Date.now();
  const tokens = createTokens(SECRET, () => now);
  const token = await tokens.issue(identity());
  expect(await tokens.read(token)).toEqual(identity());
  now += 31 * MINUTE;
  await expect(tokens.read(token)).rejects.toMatchObject({ code: 'token-expired' });
});

/** The status with which a socket is refused. */
function refusal(path: string, headers: Record<string, string> = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`${server.url.replace('http', 'ws')}${path}`, { headers });
    socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0));
    socket.on('open', () => reject(new Error('the socket opened')));
    socket.on('error', () => undefined);
  });
}

test('a stream opens only with its own fresh ticket, from our own page, in its own conversation', async () => {
  const tokens = createTokens(SECRET);
  const late = createTokens(SECRET, () => Date.now() - 2 * MINUTE);
  const ticket = await tokens.issueTicket(identity());
  const stream = `/directline/conversations/${mine.conversationId}/stream`;
  expect(await refusal(stream)).toBe(401);
  expect(await refusal(`${stream}?t=${mine.token}`)).toBe(401);
  expect(await refusal(`${stream}?t=${await late.issueTicket(identity())}`)).toBe(403);
  expect(await refusal(`/directline/conversations/other/stream?t=${ticket}`)).toBe(403);
  expect(await refusal(`${stream}?t=${ticket}&watermark=x`)).toBe(400);
  expect(await refusal(`/elsewhere?t=${ticket}`)).toBe(404);
  expect(await refusal(`${stream}?t=${ticket}`, { Origin: 'http://evil.example' })).toBe(403);
  expect(await refusal(`${stream}?t=${ticket}`, { Host: 'evil.example' })).toBe(421);
});

/** Bodies that are refused, with the answer each gets. */
const BAD_BODIES: readonly (readonly [
  name: string,
  init: Parameters<typeof call>[2],
  status: number,
  code: string,
])[] = [
  ['nothing', { raw: '' }, 400, 'not-an-activity'],
  ['no JSON', { raw: '{"type":' }, 400, 'bad-json'],
  ['a list', { body: [] }, 400, 'not-an-activity'],
  ['a word', { body: 'hallo' }, 400, 'not-an-activity'],
  ['nothing at all', { raw: 'null' }, 400, 'not-an-activity'],
  ['no type', { body: { text: 'hallo' } }, 400, 'not-an-activity'],
  ['a type that is no string', { body: { type: 7, text: 'hallo' } }, 400, 'not-an-activity'],
  ['a text that is no string', { body: { type: 'message', text: { $ne: '' } } }, 400, 'not-an-activity'],
  ['an id that is no string', { body: { type: 'message', text: 'x', id: { a: 1 } } }, 400, 'bad-id'],
  [
    'a client id that is no string',
    { body: { type: 'message', text: 'x', channelData: { clientActivityID: 5 } } },
    400,
    'bad-id',
  ],
  [
    'a client id without end',
    { body: { type: 'message', text: 'x', channelData: { clientActivityID: 'x'.repeat(201) } } },
    400,
    'bad-id',
  ],
  ['the id of the welcome', { body: { type: 'message', text: 'x', id: 'joined' } }, 400, 'reserved-id'],
  [
    'channel data that is no object',
    { body: { type: 'message', text: 'x', channelData: 'x' } },
    400,
    'bad-id',
  ],
  [
    'an unknown button',
    { body: { type: 'message', value: { action: 'drop-tables' } } },
    400,
    'unknown-action',
  ],
  ['a megabyte', { body: { type: 'message', text: 'x'.repeat(1024 * 1024) } }, 413, 'too-large'],
  [
    'a form',
    { raw: 'type=message', headers: { 'Content-Type': 'application/x-www-form-urlencoded' } },
    415,
    'not-json',
  ],
  [
    'something packed',
    { raw: '{"type":"message"}', headers: { 'Content-Encoding': 'gzip' } },
    415,
    'encoded-body',
  ],
];

test.each(BAD_BODIES)('%s is refused and changes nothing', async (_name, init, status, code) => {
  const before = conversations.taken.length;
  const answer = await call(server.url, `/directline/conversations/${mine.conversationId}/activities`, {
    ...init,
    method: 'POST',
    token: mine.token,
  });
  expect([answer.status, answer.body]).toEqual([status, { error: { code, message: expect.any(String) } }]);
  expect(conversations.taken).toHaveLength(before);
});

test('a body without announced length is cut off at the limit', async () => {
  const endless = new ReadableStream({
    pull(controller) {
      controller.enqueue(new TextEncoder().encode('x'.repeat(32 * 1024)));
    },
  });
  const sent = fetch(`${server.url}/directline/conversations/${mine.conversationId}/activities`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${mine.token}` },
    body: endless,
    duplex: 'half',
  } as RequestInit);
  // The server may answer or just hang up; either way it stops reading.
  expect(
    await sent.then(
      ({ status }) => status,
      () => 413,
    ),
  ).toBe(413);
});

test.each(['x', '-1', '1.5', '1e9', '9'.repeat(16)])('watermark %s is refused', async (watermark) => {
  const path = `/directline/conversations/${mine.conversationId}/activities?watermark=${watermark}`;
  const { status, body } = await call(server.url, path, { token: mine.token });
  expect([status, body.error]).toEqual([400, expect.objectContaining({ code: 'bad-watermark' })]);
});

test('who asks too often is told to wait', async () => {
  const small = await startChatServer({
    conversations: memoryConversations(),
    rate: { perSecond: 1, burst: 3 },
  });
  try {
    const { token, conversationId } = await signIn(small.url);
    const answers = await Promise.all(
      Array.from({ length: 8 }, () =>
        call(small.url, `/directline/conversations/${conversationId}/activities`, { token }),
      ),
    );
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThanOrEqual(4);
    expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
  } finally {
    await small.close();
  }
});
