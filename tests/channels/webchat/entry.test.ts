import { request } from 'node:http';
import type { RunningServer } from '../../../src/channels/server';
import { createTokens } from '../../../src/channels/webchat/tokens';
import { call, SECRET, signIn, startChatServer, visit } from '../../support/chatServer';
import { memoryConversations } from '../../support/memoryConversations';

let server: RunningServer;

beforeAll(async () => {
  server = await startChatServer({
    conversations: memoryConversations(),
    publicUrl: 'https://oefenen.example.org',
  });
});

afterAll(() => server.close());

const askToken = (headers: Record<string, string>) =>
  call(server.url, '/webchat/token', { method: 'POST', headers });

test('the page sets a cookie that scripts and other sites cannot use, once', async () => {
  const { status, headers } = await call(server.url, '/');
  expect(status).toBe(200);
  const cookie = headers.get('set-cookie') ?? '';
  expect(cookie).toMatch(/^bruggesprek-visit=[\w.-]+; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax$/);
  const again = await call(server.url, '/', { headers: { Cookie: cookie.split(';')[0]! } });
  expect(again.headers.get('set-cookie')).toBeNull();
});

test('the page runs no inline script, loads nothing from elsewhere and shows in no frame', async () => {
  const { headers } = await call(server.url, '/');
  const policy = headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self';");
  expect(policy).not.toContain('unsafe');
  expect(policy).toContain(`connect-src 'self' ws://127.0.0.1:${server.port};`);
  expect(policy).toContain("frame-ancestors 'none'");
  expect(headers.get('cache-control')).toBe('no-store');
});

test.each([
  ['/', 'nl', 'nl'],
  ['/', 'en-GB,en;q=0.9', 'en'],
  ['/', 'fr-FR,en;q=0.8', 'en'],
  ['/', 'fr', 'nl'],
  ['/?lang=en', 'nl', 'en'],
  ['/?lang=nl', 'en', 'nl'],
  ['/?lang=<script>', 'nl', 'nl'],
])('%s for a browser that speaks %s is in %s', async (path, accepted, locale) => {
  const { text } = await call(server.url, path, { headers: { 'Accept-Language': accepted } });
  expect(text).toContain(`<html lang="${locale}">`);
});

test('a token is given to our own page with its cookie, and to nobody else', async () => {
  const Cookie = await visit(server.url);
  const own = { Cookie, Origin: server.url };
  const codes = await Promise.all([
    askToken(own),
    askToken({ Cookie, 'Sec-Fetch-Site': 'same-origin' }),
    askToken({ Cookie }),
    askToken({ Cookie, Origin: 'http://evil.example' }),
    askToken({ Cookie, Origin: 'null' }),
    askToken({ ...own, 'Sec-Fetch-Site': 'cross-site' }),
    askToken({ ...own, 'Sec-Fetch-Site': 'same-site' }),
    askToken({ Origin: server.url }),
    askToken({ Origin: server.url, Cookie: 'bruggesprek-visit=forged' }),
    askToken({
      Origin: server.url,
      Cookie: `bruggesprek-visit=${await createTokens('other').issueVisit({ learner: 'local', visit: 'x' })}`,
    }),
  ]);
  expect(codes.map(({ status }) => status)).toEqual([200, 200, 403, 403, 403, 403, 403, 401, 401, 401]);
});

test('a token is not given on a GET', async () => {
  const { status } = await call(server.url, '/webchat/token', {
    headers: { Cookie: await visit(server.url) },
  });
  expect(status).toBe(405);
});

test('coming back gives the same conversation; asking anew gives another, which is then the one to go on with', async () => {
  const first = await signIn(server.url);
  expect((await signIn(server.url)).conversationId).toBe(first.conversationId);
  const second = await signIn(server.url, true);
  expect(second.conversationId).not.toBe(first.conversationId);
  expect((await signIn(server.url)).conversationId).toBe(second.conversationId);
  expect(await createTokens(SECRET).read(second.token)).toEqual({
    learner: 'local',
    conversation: second.conversationId,
  });
});

/** fetch sets its own Host; this does not. */
function statusWith(path: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port: server.port, path, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });
}

test('without sign-in the page serves only this machine: not by its public name, not through a proxy', async () => {
  expect(await statusWith('/', { Host: `localhost:${server.port}` })).toBe(200);
  expect(await statusWith('/', { Host: 'oefenen.example.org' })).toBe(403);
  expect(await statusWith('/', { Host: 'localhost', 'X-Forwarded-For': '203.0.113.9' })).toBe(403);
  expect(await statusWith('/', { Host: 'localhost', Forwarded: 'for=203.0.113.9' })).toBe(403);
  expect(await statusWith('/', { Host: 'evil.example' })).toBe(421);
});
