import { createHmac } from 'node:crypto';
import http from 'node:http';
import * as jose from 'jose';
import { createBotFramework } from '../../../src/channels/botframework/mount';
import type { BotFrameworkOptions } from '../../../src/channels/botframework/options';
import {
  type Bot,
  type Connector,
  close,
  listen,
  type Memory,
  message,
  remember,
  rememberHome,
  startBot,
  startConnector,
  texts,
} from './world';

const APP_ID = '11111111-2222-3333-4444-555555555555';
const ISSUER = 'https://api.botframework.com';

describe('the door', () => {
  const mount = (options: Partial<BotFrameworkOptions>) => () =>
    createBotFramework({
      baseUrl: 'https://x.example',
      texts,
      home: rememberHome(),
      log: { warn: () => {}, error: () => {} } as unknown as BotFrameworkOptions['log'],
      ...options,
    });

  it.each<[string, Partial<BotFrameworkOptions>]>([
    ['nothing', {}],
    ['an empty app id', { appId: '' }],
    ['the development flag alone', { development: true }],
    ['loopback alone', { loopback: true }],
    ['the flag off loopback', { development: true, loopback: false }],
  ])('stays closed with %s', (_, options) => expect(mount(options)).toThrow(/without app id/));

  it.each<[string, Partial<BotFrameworkOptions>, RegExp]>([
    ['a multi-tenant bot without password', { appId: APP_ID }, /password/],
    ['a single-tenant bot without password', { appId: APP_ID, tenantId: 't' }, /password/],
    ['a single-tenant bot without tenant', { appId: APP_ID, type: 'SingleTenant', password: 'p' }, /tenant/],
    ['a managed identity without tenant', { appId: APP_ID, type: 'UserAssignedMSI' }, /tenant/],
  ])('refuses half a configuration: %s', (_, options, reason) => expect(mount(options)).toThrow(reason));

  it.each<Partial<BotFrameworkOptions>>([
    { appId: APP_ID, password: 'p' },
    { appId: APP_ID, password: 'p', tenantId: 't' },
    { appId: APP_ID, type: 'UserAssignedMSI', tenantId: 't', password: '' },
    { development: true, loopback: true },
  ])('opens with %j', (options) => expect(mount(options)).not.toThrow());
});

/** Plays the place where Bot Framework publishes its keys. */
async function startKeys(key: jose.JWK): Promise<{ readonly url: string; close(): Promise<void> }> {
  const server = http.createServer((req, res) => {
    const body = req.url === '/keys' ? { keys: [key] } : { jwks_uri: `${url}/keys` };
    res.writeHead(200, { 'content-type': 'application/json' });
    res.end(JSON.stringify(body));
  });
  const url = await listen(server);
  return { url, close: () => close(server) };
}

describe('with an app id', () => {
  let connector: Connector;
  let keys: Awaited<ReturnType<typeof startKeys>>;
  let bot: Bot;
  let memory: Memory;
  let own: jose.CryptoKey;
  let other: jose.CryptoKey;
  let jwk: jose.JWK;

  const cloud = (metadata: string) => ({
    ToBotFromChannelTokenIssuer: ISSUER,
    ToBotFromChannelOpenIdMetadataUrl: metadata,
    ToBotFromEmulatorOpenIdMetadataUrl: metadata,
    ToChannelFromBotLoginUrl: 'https://login.invalid/tenant',
    ToChannelFromBotOAuthScope: ISSUER,
    OAuthUrl: 'https://oauth.invalid',
    CallerId: 'urn:botframework:azure',
  });

  beforeAll(async () => {
    const pair = await jose.generateKeyPair('RS256', { extractable: true });
    own = pair.privateKey;
    other = (await jose.generateKeyPair('RS256')).privateKey;
    jwk = { ...(await jose.exportJWK(pair.publicKey)), kid: 'k1' };
    keys = await startKeys(jwk);
    connector = await startConnector();
  });
  afterAll(async () => {
    await keys.close();
    await connector.close();
  });
  beforeEach(async () => {
    jest.spyOn(console, 'error').mockImplementation(() => {});
    memory = remember(({ body }) => [{ kind: 'coach', text: body.kind }]);
    bot = await startBot(memory, {
      appId: APP_ID,
      password: 'p',
      tenantId: 'tenant-1',
      cloud: cloud(keys.url),
    });
  });
  afterEach(async () => {
    await bot.close();
    jest.restoreAllMocks();
  });

  interface Recipe {
    readonly key?: jose.CryptoKey;
    readonly kid?: string;
    readonly claims?: Record<string, unknown>;
    readonly expires?: number;
  }
  const now = () => Math.floor(Date.now() / 1000);
  const token = (recipe: Recipe = {}) =>
    new jose.SignJWT({ iss: ISSUER, aud: APP_ID, serviceurl: connector.url, ...recipe.claims })
      .setProtectedHeader({ alg: 'RS256', kid: recipe.kid ?? 'k1' })
      .setNotBefore(now() - 7_200)
      .setExpirationTime(recipe.expires ?? now() + 600)
      .sign(recipe.key ?? own);
  const post = (authorization: string | null, more: object = {}) =>
    bot.post(
      message(connector.url, 'hoi', { deliveryMode: 'expectReplies', ...more }),
      authorization === null ? {} : { authorization },
    );
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

  it('a caller with a good token is answered', async () => {
    const answer = await post(`Bearer ${await token()}`);
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.text).activities).toHaveLength(1);
    expect(memory.taken).toHaveLength(1);
  });

  it.each<[string, () => Promise<string | null>]>([
    ['no token', async () => null],
    ['an empty header', async () => ''],
    ['another scheme', async () => 'Basic dXNlcjpwYXNz'],
    ['garbage', async () => 'Bearer garbage'],
    ['three parts of garbage', async () => 'Bearer a.b.c'],
    ['a token signed by somebody else', async () => `Bearer ${await token({ key: other })}`],
    ['an unknown key', async () => `Bearer ${await token({ kid: 'k2' })}`],
    ['an expired token', async () => `Bearer ${await token({ expires: now() - 3_600 })}`],
    ['a token for another bot', async () => `Bearer ${await token({ claims: { aud: 'somebody-else' } })}`],
    [
      'a token of another issuer',
      async () => `Bearer ${await token({ claims: { iss: 'https://evil.example' } })}`,
    ],
    [
      'a token of a tenant',
      async () =>
        `Bearer ${await token({ claims: { iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/', ver: '1.0', appid: APP_ID } })}`,
    ],
    [
      'a token of a skill',
      async () => `Bearer ${await token({ claims: { ver: '1.0', appid: 'other-bot' } })}`,
    ],
    [
      'a token for another service address',
      async () => `Bearer ${await token({ claims: { serviceurl: 'https://evil.example' } })}`,
    ],
    [
      'a token without service address',
      async () => `Bearer ${await token({ claims: { serviceurl: undefined } })}`,
    ],
    [
      'an unsigned token',
      async () =>
        `Bearer ${part({ alg: 'none', kid: 'k1' })}.${part({ iss: ISSUER, aud: APP_ID, serviceurl: connector.url })}.`,
    ],
    [
      'a token signed with the public key as a password',
      async () => {
        const head = `${part({ alg: 'HS256', kid: 'k1' })}.${part({ iss: ISSUER, aud: APP_ID, serviceurl: connector.url })}`;
        return `Bearer ${head}.${createHmac('sha256', jwk.n ?? '')
          .update(head)
          .digest('base64url')}`;
      },
    ],
  ])('%s is 401, without internals, and nothing is written', async (_, header) => {
    const answer = await post(await header());
    expect(answer.status).toBe(401);
    expect(answer.text).toMatch(/^\{"error":\{"code":"(no|bad)-token"\}\}$/);
    expect(memory.taken).toEqual([]);
  });

  it('an activity cannot choose by which rules it is checked', async () => {
    expect((await post(`Bearer ${await token()}`, { channelId: 'AseChannel' })).status).toBe(401);
  });

  it('somebody of another organisation is 403', async () => {
    const foreign = { conversation: { id: 'a:1', tenantId: 'tenant-2' } };
    expect(await post(`Bearer ${await token()}`, foreign)).toEqual({
      status: 403,
      text: '{"error":{"code":"foreign-tenant"}}',
    });
    const unknown = { conversation: { id: 'a:1' }, channelData: {} };
    expect((await post(`Bearer ${await token()}`, unknown)).status).toBe(403);
    expect(memory.taken).toEqual([]);
  });

  it('keys that cannot be reached are 503, without internals', async () => {
    await bot.close();
    const gone = await startKeys(jwk);
    await gone.close();
    bot = await startBot(memory, { appId: APP_ID, password: 'p', cloud: cloud(`${gone.url}/gone`) });
    expect(await post(`Bearer ${await token()}`)).toEqual({
      status: 503,
      text: '{"error":{"code":"keys-unreachable"}}',
    });
    expect(memory.taken).toEqual([]);
  });

  it('a megabyte from a stranger is not even read', async () => {
    expect((await bot.post('x'.repeat(1_000_000))).status).toBe(401);
  });
});

describe('what cannot be an activity', () => {
  let connector: Connector;
  let bot: Bot;
  let memory: Memory;
  beforeAll(async () => {
    connector = await startConnector();
    memory = remember(() => []);
    bot = await startBot(memory);
  });
  afterAll(async () => {
    expect(memory.taken).toEqual([]);
    await bot.close();
    await connector.close();
  });

  const without = (field: string) => {
    const { [field]: _, ...rest } = message(connector.url, 'hoi');
    return rest;
  };

  it.each(['type', 'channelId', 'serviceUrl', 'conversation', 'from', 'recipient'])(
    'without %s is 400',
    async (field) =>
      expect(await bot.post(without(field))).toEqual({
        status: 400,
        text: '{"error":{"code":"not-an-activity"}}',
      }),
  );

  it.each(['', 'nowhere', 'ftp://127.0.0.1/', 'http:127.0.0.1', 'file:///etc/passwd'])(
    'that wants its answer at "%s" is 400, however often',
    async (address) => {
      for (const text of ['een', 'twee']) expect((await bot.post(message(address, text))).status).toBe(400);
    },
  );

  it.each<[unknown, Record<string, string>, number]>([
    ['', {}, 400],
    ['{"type":"message"', {}, 400],
    ['"text"', {}, 400],
    ['[]', {}, 400],
    ['null', {}, 400],
    ['{"type":"message"}', { 'content-type': 'text/plain' }, 415],
    [`{"text":"${'x'.repeat(1_000_000)}"}`, {}, 413],
  ])('%# that is no JSON, or too much of it, is refused', async (body, headers, status) => {
    const answer = await bot.post(body, headers);
    expect(answer.status).toBe(status);
    expect(answer.text).toMatch(/^\{"error":\{"code":"[a-z-]+"\}\}$/);
  });

  it('or names an address that is not on this machine is 403 at the development door', async () => {
    const answer = await bot.post(message('https://evil.example/', 'hoi'));
    expect(answer).toEqual({ status: 403, text: '{"error":{"code":"foreign-service"}}' });
  });

  it('or comes through a proxy is 403 at the development door', async () => {
    const answer = await bot.post(message(connector.url, 'hoi'), { 'x-forwarded-for': '203.0.113.9' });
    expect(answer).toEqual({ status: 403, text: '{"error":{"code":"not-from-here"}}' });
  });
});
