import { request } from 'node:http';
import { connect } from 'node:net';
import pino from 'pino';
import { type Door, type RunningServer, startWebServer } from '../../src/channels/server';
import { call, signIn, startChatServer } from '../support/chatServer';
import { memoryConversations } from '../support/memoryConversations';

const LEARNERS_WORDS = 'dit typte een leerling';
const lines: string[] = [];
const logger = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
let release: () => void = () => undefined;
let arrive: () => void = () => undefined;
const arrived = new Promise<void>((resolve) => {
  arrive = resolve;
});

/** Addresses that go wrong, or wait. */
const troubled: Door = {
  open(server) {
    server.route('get', '/breaks/:what', async () => {
      throw Object.assign(new Error(`geheim ${LEARNERS_WORDS}`), { code: 'SQLITE_FULL' });
    });
    server.route('get', '/waits', async (_req, res) => {
      await new Promise<void>((resolve) => {
        release = resolve;
        arrive();
      });
      res.end('done');
    });
  },
};

let server: RunningServer;

beforeEach(async () => {
  lines.length = 0;
  server = await startChatServer({ conversations: memoryConversations(), logger, doors: [troubled] });
});

afterEach(() => server.close());

function raw(options: { path?: string; method?: string; headers?: Record<string, string> }) {
  return new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; body: Buffer }>(
    (resolve, reject) => {
      request({ host: '127.0.0.1', port: server.port, path: '/health', ...options }, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(parts),
          }),
        );
      })
        .on('error', reject)
        .end();
    },
  );
}

test('it says that it is well', async () => {
  const { status, body } = await call(server.url, '/health');
  expect([status, body]).toEqual([200, { status: 'ok' }]);
});

test.each([
  'evil.example',
  'evil.example:3978',
  '127.0.0.1.evil.example',
  'localhost.evil.example',
  '192.0.2.7',
  'localhost@evil',
])('a request for the host "%s" is refused, whatever it asks (DNS rebinding)', async (host) => {
  for (const path of ['/health', '/', '/assets/chat.js', '/nowhere']) {
    expect((await raw({ path, headers: { Host: host } })).status).toBe(421);
  }
});

test.each(['localhost', 'LOCALHOST:1234', '127.0.0.1', '[::1]:3978'])('%s is this machine', async (host) => {
  expect((await raw({ headers: { Host: host } })).status).toBe(200);
});

test('every answer forbids sniffing, framing and loading from elsewhere', async () => {
  for (const path of ['/health', '/', '/nowhere', '/breaks/now']) {
    const { headers } = await raw({ path });
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['x-frame-options']).toBe('DENY');
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['x-powered-by']).toBeUndefined();
    expect(headers.server).toBeUndefined();
  }
});

test('an unknown address and a wrong method get a code and kind words, without the address', async () => {
  const unknown = await call(server.url, '/nowhere?text=geheim');
  expect([unknown.status, unknown.body]).toEqual([
    404,
    { error: { code: 'not-found', message: 'There is nothing at this address.' } },
  ]);
  const method = await call(server.url, '/health', { method: 'DELETE' });
  expect([method.status, (method.body.error as { code: string }).code]).toEqual([405, 'method-not-allowed']);
});

test('a fault answers without internals and logs where it happened, without the words in it', async () => {
  const { status, text } = await call(server.url, '/breaks/now');
  expect(status).toBe(500);
  expect(JSON.parse(text)).toEqual({
    error: { code: 'internal-error', message: expect.stringContaining('Nothing is lost') },
  });
  const logged = lines
    .map((line) => JSON.parse(line) as Record<string, unknown>)
    .find(({ msg }) => msg === 'request-failed');
  expect(logged).toMatchObject({
    route: '/breaks/:what',
    requestId: expect.any(String),
    fault: {
      name: 'Error',
      code: 'SQLITE_FULL',
      at: expect.arrayContaining([expect.stringContaining('server.test.ts')]),
    },
  });
  expect(text + lines.join()).not.toMatch(/geheim|leerling/);
});

test('a request is logged with its route, never with its address, query, headers or body', async () => {
  const { token, conversationId } = await signIn(server.url);
  await call(server.url, `/directline/conversations/${conversationId}/activities?watermark=0&q=zoekwoord`, {
    token,
    body: { type: 'message', text: LEARNERS_WORDS },
  });
  await server.close();
  const all = lines.join();
  for (const secret of [LEARNERS_WORDS, 'zoekwoord', token, conversationId, 'bruggesprek-visit']) {
    expect(all).not.toContain(secret);
  }
  expect(JSON.parse(lines.find((line) => line.includes('/activities')) ?? '')).toMatchObject({
    requestId: expect.any(String),
    method: 'POST',
    route: '/directline/conversations/:conversation/activities',
    status: 200,
    ms: expect.any(Number),
  });
});

test('a file comes packed to who can unpack it, is kept for ever under its version, and is not sent twice', async () => {
  const packed = await raw({ path: '/assets/chat.js', headers: { 'Accept-Encoding': 'gzip, br' } });
  expect(packed.headers['content-encoding']).toBe('gzip');
  expect(packed.headers['cache-control']).toBe('no-cache');
  const plain = await raw({ path: '/assets/chat.js' });
  expect(plain.headers['content-encoding']).toBeUndefined();
  expect(plain.body.toString()).toContain('WebChat');
  expect(plain.body.length).toBeGreaterThan(packed.body.length);
  const etag = String(plain.headers.etag);
  const versioned = await raw({ path: `/assets/chat.js?v=${etag.slice(1, -1)}` });
  expect(versioned.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  expect((await raw({ path: '/assets/chat.js', headers: { 'If-None-Match': etag } })).status).toBe(304);
});

test.each(['/assets/package.json', '/assets/..%2Fpackage.json', '/assets/../package.json', '/assets/'])(
  '%s is not among the files',
  async (path) => {
    expect((await raw({ path })).status).toBe(404);
  },
);

test('closing lets a running request finish, takes no new ones, and ends although a client keeps its line open', async () => {
  const idle = connect(server.port, '127.0.0.1');
  await new Promise((resolve) => idle.once('connect', resolve));
  idle.on('error', () => undefined);
  const running = call(server.url, '/waits');
  await arrived;
  const closed = server.close();
  release();
  expect((await running).text).toBe('done');
  idle.destroy();
  await closed;
  await expect(call(server.url, '/health')).rejects.toThrow();
  server = await startChatServer({ conversations: memoryConversations() });
});

test('an address that asks too often is told to wait', async () => {
  const small = await startWebServer({
    logger: pino({ level: 'silent' }),
    host: '127.0.0.1',
    port: 0,
    publicUrl: null,
    doors: [],
    rate: { perSecond: 1, burst: 2 },
  });
  try {
    const answers = await Promise.all(Array.from({ length: 6 }, () => call(small.url, '/health')));
    expect(answers.filter(({ status }) => status === 429).length).toBeGreaterThanOrEqual(3);
  } finally {
    await small.close();
  }
});

test('a taken port is an error to the caller, not a crash', async () => {
  const options = { logger, host: '127.0.0.1', port: server.port, publicUrl: null, doors: [] };
  await expect(startWebServer(options)).rejects.toMatchObject({ code: 'EADDRINUSE' });
});
