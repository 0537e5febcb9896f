import { createOpenIdDoor, type OpenIdDoor } from '../../src/channels/openid';
import { CLIENT, startProvider, type TestProvider } from '../support/openIdProvider';
import { Browser, type PracticeServer, startPracticeServer } from '../support/practiceServer';

const ACCOUNTS = {
  anna: { name: 'Anna de Vries', email: 'anna@voorbeeld.nl', email_verified: true },
  buiten: { name: 'Bob', email: 'bob@elders.nl', email_verified: true },
  kaal: {},
};

let provider: TestProvider;
let practice: PracticeServer;
let faults: string[];

beforeAll(async () => {
  provider = await startProvider(ACCOUNTS);
});

afterAll(() => provider.stop());

afterEach(() => practice.close());

function door(
  changes: { issuer?: string; secret?: string; clientSecret?: string; emailDomains?: string[] } = {},
): OpenIdDoor {
  faults = [];
  return createOpenIdDoor({
    issuer: provider.issuer,
    ...CLIENT,
    emailDomains: [],
    secret: 'a secret for tests',
    fault: (code) => faults.push(code),
    ...changes,
  });
}

/** A browser with all its cookies, on our side only. */
class OwnBrowser {
  readonly jar = new Map<string, string>();

  async get(path: string): Promise<{ status: number; location: string; text: string }> {
    const cookie = [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(new URL(path, practice.server.url), {
      redirect: 'manual',
      headers: { Cookie: cookie },
    });
    for (const set of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (set.split(';')[0] ?? '').split(/=(.*)/s);
      if (/Max-Age=0/.test(set)) this.jar.delete(name);
      else this.jar.set(name, value);
      expect(set).toMatch(/HttpOnly; SameSite=Lax$/);
    }
    return {
      status: response.status,
      location: response.headers.get('location') ?? '',
      text: await response.text(),
    };
  }

  /** Our pages, as who this browser is signed in as. */
  asBrowser(): Browser {
    return new Browser(practice.server.url, `bruggesprek-visit=${this.jar.get('bruggesprek-visit') ?? ''}`);
  }

  async signIn(
    account: string,
    next = '/groups',
  ): Promise<{ status: number; location: string; text: string }> {
    const { location } = await this.get(`/openid?next=${encodeURIComponent(next)}`);
    return this.get(await provider.signIn(location, account));
  }
}

it('signs somebody in with name and address, as the same person each time', async () => {
  practice = await startPracticeServer({ guests: false, openId: door() });
  const browser = new OwnBrowser();
  const entered = await browser.get('/enter?next=%2Fprogress');
  expect(entered.text).toContain('href="/openid?next=%2Fprogress"');
  expect(await browser.signIn('anna', '/progress')).toMatchObject({ status: 303, location: '/progress' });
  expect([...browser.jar.keys()]).toEqual(['bruggesprek-visit']);
  const own = browser.asBrowser();
  expect((await own.read('/account')).text).toContain('value="Anna de Vries"');
  await own.send('/account', '/account', {
    ...{ name: 'Ans', email: '', locale: 'nl', address: 'je', timeZone: 'UTC' },
  });
  const second = new OwnBrowser();
  await second.signIn('anna');
  const { text } = await second.asBrowser().read('/account');
  // What they changed themselves stays.
  expect(text).toContain('value="Ans"');
  expect(text.match(/Met je werkaccount, sinds/g)).toHaveLength(3);
  expect(faults).toEqual([]);
});

it('asks with PKCE, state and nonce, and sends the browser away with a sealed note', async () => {
  practice = await startPracticeServer({ guests: false, openId: door() });
  const browser = new OwnBrowser();
  const { status, location } = await browser.get('/openid?next=https://elsewhere.example');
  expect(status).toBe(303);
  const { searchParams, origin } = new URL(location);
  expect(origin).toBe(provider.issuer);
  expect(Object.fromEntries(searchParams)).toMatchObject({
    response_type: 'code',
    code_challenge_method: 'S256',
    redirect_uri: `${practice.server.url}/openid/back`,
    scope: 'openid profile email',
    state: expect.stringMatching(/.{20,}/),
    nonce: expect.stringMatching(/.{20,}/),
  });
  const note = browser.jar.get('bruggesprek-note') ?? '';
  for (const secret of ['state', 'nonce'])
    expect(Buffer.from(note, 'base64').toString()).not.toContain(searchParams.get(secret) ?? '');
  expect((await browser.get(await provider.signIn(location, 'anna'))).location).toBe('/');
});

it('does not sign in the browser of somebody else who is lured back with the answer', async () => {
  practice = await startPracticeServer({ guests: false, openId: door() });
  const [mallory, victim] = [new OwnBrowser(), new OwnBrowser()];
  const { location } = await mallory.get('/openid');
  const back = await provider.signIn(location, 'anna');
  const lured = await victim.get(back);
  expect(lured).toMatchObject({ status: 200, location: '' });
  expect(lured.text).toContain('Inloggen is niet gelukt');
  await victim.get('/openid');
  expect((await victim.get(back)).text).toContain('Inloggen is niet gelukt');
  expect(victim.jar.has('bruggesprek-visit')).toBe(false);
});

it('takes an answer once', async () => {
  practice = await startPracticeServer({ guests: false, openId: door() });
  const browser = new OwnBrowser();
  const { location } = await browser.get('/openid');
  const note = browser.jar.get('bruggesprek-note') ?? '';
  const back = await provider.signIn(location, 'anna');
  expect((await browser.get(back)).status).toBe(303);
  browser.jar.set('bruggesprek-note', note);
  expect((await browser.get(back)).text).toContain('Inloggen is niet gelukt');
  expect(faults).toEqual(['openid-sign-in-failed']);
});

it.each([
  ['refused there', 'error=access_denied&state=x'],
  ['without anything', ''],
  ['forged', 'code=x&state=x'],
])('kindly says when signing in was broken off: %s', async (_, query) => {
  practice = await startPracticeServer({ guests: false, openId: door() });
  const browser = new OwnBrowser();
  await browser.get('/openid');
  const answer = await browser.get(`/openid/back?${query}`);
  expect(answer.text).toContain('Er is niets veranderd.');
  expect(answer.text).not.toMatch(/access_denied|Error/);
  expect(browser.jar.has('bruggesprek-visit')).toBe(false);
});

it('keeps out who is of no allowed domain', async () => {
  practice = await startPracticeServer({ guests: false, openId: door({ emailDomains: ['voorbeeld.nl'] }) });
  for (const account of ['buiten', 'kaal']) {
    const browser = new OwnBrowser();
    expect((await browser.signIn(account)).text).toContain('Met dit account kun je hier niet inloggen.');
    expect(browser.jar.has('bruggesprek-visit')).toBe(false);
  }
  const browser = new OwnBrowser();
  expect(await browser.signIn('anna')).toMatchObject({ status: 303, location: '/groups' });
});

it('puts a new secret in place of the one the browser brought, which then ends', async () => {
  practice = await startPracticeServer({ guests: false, openId: door() });
  const planted = await practice.browserOf('bert');
  const browser = new OwnBrowser();
  const brought = planted.cookie.split('=')[1] ?? '';
  browser.jar.set('bruggesprek-visit', brought);
  await browser.signIn('anna');
  expect(browser.jar.get('bruggesprek-visit')).not.toBe(brought);
  expect(await practice.store.people.signInsOf('bert')).toEqual([]);
});

it('says so when the provider does not answer, and signs in once it does', async () => {
  const late = await startProvider(ACCOUNTS);
  const port = new URL(late.issuer).port;
  await late.stop();
  practice = await startPracticeServer({ guests: false, openId: door({ issuer: late.issuer }) });
  const browser = new OwnBrowser();
  expect((await browser.get('/openid')).text).toContain('antwoordt nu niet');
  expect(faults).toEqual(['openid-provider-unreachable']);
  const again = await startProvider(ACCOUNTS, { PORT: port });
  expect((await browser.signIn('anna')).status).toBe(303);
  await again.stop();
});

it('shows its secret in the way the provider asks for', async () => {
  const posted = await startProvider(ACCOUNTS, { AUTH_METHOD: 'client_secret_post' });
  practice = await startPracticeServer({ guests: false, openId: door({ issuer: posted.issuer }) });
  expect((await new OwnBrowser().signIn('anna')).status).toBe(303);
  await posted.stop();
  expect(faults).toEqual([]);
});

it('signs nobody in where our own secret is wrong', async () => {
  practice = await startPracticeServer({ guests: false, openId: door({ clientSecret: 'wrong' }) });
  expect((await new OwnBrowser().signIn('anna')).text).toContain('Inloggen is niet gelukt');
  expect(faults).toEqual(['openid-sign-in-failed']);
});

it('is not there where no provider is set', async () => {
  practice = await startPracticeServer({ guests: false });
  const browser = new OwnBrowser();
  expect((await browser.get('/openid')).status).toBe(404);
  expect((await browser.get('/enter')).text).not.toContain('/openid');
});
