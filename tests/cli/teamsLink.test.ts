import { createTeamsHome } from '../../src/app/teamsHome';
import { secrets } from '../../src/secrets';
import { type PracticeServer, samplePerson, startPracticeServer } from '../support/practiceServer';

describe('a link from the chat in Teams', () => {
  let practice: PracticeServer;
  let wayIn: (path: string) => Promise<string>;

  beforeEach(async () => {
    practice = await startPracticeServer({ guests: false });
    const { store, time } = practice;
    await store.people.settlePerson(samplePerson('aad:t:ans', { name: 'Ans <b>', address: 'u' }));
    const clock = { now: () => new Date(time.now).toISOString() };
    const home = createTeamsHome({ store, clock, secrets, instance: 'one' });
    wayIn = async (path) => `/link/${await home.wayIn('aad:t:ans', path)}`;
  });
  afterEach(() => practice.close());

  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${practice.server.url}${path}`, { redirect: 'manual', headers });
  const post = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${practice.server.url}${path}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: practice.server.url, ...headers },
      body: new URLSearchParams(),
    });
  const cookieOf = (answer: Response) => answer.headers.get('set-cookie')?.split(';')[0] ?? '';

  it('shows a button with whose it is, as often as it is looked at', async () => {
    const link = await wayIn('/me');
    for (let look = 0; look < 3; look++) {
      const page = await get(link);
      expect(page.status).toBe(200);
      expect(page.headers.get('set-cookie')).toBeNull();
      expect(await page.text()).toContain('gaat u verder als Ans &lt;b>.');
    }
  });

  it('lets its owner in, once, at the page it was for', async () => {
    const link = await wayIn('/me/data');
    const entered = await post(link);
    expect([entered.status, entered.headers.get('location')]).toEqual([303, '/me/data']);
    expect(entered.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Lax$/);
    const page = await get('/me/data', { cookie: cookieOf(entered) });
    expect(page.status).toBe(200);
    const [signIn] = await practice.store.people.signInsOf('aad:t:ans');
    expect(signIn).toMatchObject({ way: 'teams' });

    for (const again of [await post(link), await get(link)]) {
      expect(again.status).toBe(404);
      expect(again.headers.get('set-cookie')).toBeNull();
      expect(await again.text()).toContain('Deze link werkt niet meer');
    }
  });

  it('works for one of two who press at once', async () => {
    const link = await wayIn('/me');
    const both = await Promise.all([post(link), post(link)]);
    expect(both.map(({ status }) => status).sort()).toEqual([303, 404]);
    expect(await practice.store.people.signInsOf('aad:t:ans')).toHaveLength(1);
  });

  it('is used up after five minutes, and a made-up one never works', async () => {
    const link = await wayIn('/me');
    practice.time.now += 5 * 60_000;
    for (const path of [link, `/link/${secrets.fresh()}`, '/link/x']) {
      expect((await get(path)).status).toBe(404);
      expect((await post(path)).status).toBe(404);
    }
    expect(await practice.store.people.signInsOf('aad:t:ans')).toEqual([]);
  });

  it('cannot be pressed by a page elsewhere', async () => {
    const link = await wayIn('/me');
    expect((await post(link, { origin: 'https://evil.example' })).status).toBe(403);
    expect((await get(link)).status).toBe(200);
  });

  it('ends what the browser was signed in as before', async () => {
    const other = await practice.browserOf('aad:t:bea');
    const entered = await post(await wayIn('/me'), { cookie: other.cookie });
    expect(entered.status).toBe(303);
    expect(await practice.store.people.signInsOf('aad:t:bea')).toEqual([]);
  });

  it('also comes in by the tab, where who is known already goes straight on', async () => {
    const link = await wayIn('/me');
    const secret = link.replace('/link/', '');
    const shown = await get(`/tab?entry=${secret}`);
    expect(await shown.text()).toContain(`action="${link}"`);
    const cookie = cookieOf(await post(link));
    const straight = await get(`/tab?entry=${(await wayIn('/me/data')).replace('/link/', '')}`, { cookie });
    expect([straight.status, straight.headers.get('location')]).toEqual([303, '/me/data']);
    expect((await get('/tab', { cookie })).headers.get('location')).toMatch(/^\/me\?/);
    expect(await (await get('/tab')).text()).toContain('Bruggesprek in Teams');
    expect((await get('/tab?entry=gone')).status).toBe(404);
  });

  it('and nobody frames the pages unless Teams may', async () => {
    const page = await get('/tab');
    expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(page.headers.get('x-frame-options')).toBe('DENY');
  });
});
