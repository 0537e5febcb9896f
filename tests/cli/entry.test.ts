import { offerOrganiserLink } from '../../src/app/organiserLink';
import { secrets } from '../../src/secrets';
import { Browser, type PracticeServer, samplePerson, startPracticeServer } from '../support/practiceServer';

const ENTER = '/enter?lang=nl';
const YEAR = 365 * 24 * 60 * 60 * 1_000;

let practice: PracticeServer;

afterEach(() => practice.close());

/** A browser of nobody. */
function stranger(): Browser {
  return new Browser(practice.server.url, '');
}

/** A group of trainer Tine with a code that lets in so many. */
async function groupWithCode(code: string, about: { role?: 'trainer' | 'learner'; uses?: number } = {}) {
  const { store, time } = practice;
  await store.people.settlePerson(samplePerson('tine', { name: 'Tine' }));
  const createdAt = new Date(time.now).toISOString();
  const group = `group of ${code}`;
  await store.groups.addGroup({
    id: group,
    name: 'Wijkteam Noord',
    createdBy: 'tine',
    createdAt,
    archivedAt: null,
    timeZone: 'Europe/Amsterdam',
  });
  const expiresAt = new Date(time.now + YEAR).toISOString();
  const { role = 'learner', uses = 5 } = about;
  await store.groups.addInvitation({
    code,
    group,
    role,
    createdBy: 'tine',
    createdAt,
    expiresAt,
    uses,
    revokedAt: null,
  });
  return group;
}

async function membersOf(group: string): Promise<readonly string[]> {
  return (await practice.store.groups.members(group)).map(({ person }) => person);
}

const path = (group: string) => `/groups/${encodeURIComponent(group)}`;

describe('where nobody may come without signing in', () => {
  beforeEach(async () => {
    practice = await startPracticeServer({ guests: false });
  });

  it('sends strangers to the way in, and from there to what they wanted', async () => {
    const group = await groupWithCode('BCDFGH');
    const asked = await fetch(`${practice.server.url}/progress?lang=nl`, { redirect: 'manual' });
    expect(asked.status).toBe(303);
    const to = asked.headers.get('location') ?? '';
    expect(to).toBe('/enter?next=%2Fprogress%3Flang%3Dnl');
    const browser = stranger();
    const answer = await browser.send(to, ENTER, { code: 'bcd-fgh', name: 'Anna' });
    expect(answer).toMatchObject({ status: 303, location: '/progress?lang=nl' });
    expect(await membersOf(group)).toHaveLength(2);
    expect((await browser.read('/progress')).status).toBe(200);
  });

  it('lets people in by code, as somebody new with the name they typed', async () => {
    const group = await groupWithCode('BCDFGH');
    const browser = stranger();
    const answer = await browser.send('/enter', ENTER, { code: ' b c d f g h ', name: ' Anna  <b> ' });
    expect(answer).toMatchObject({ status: 303, location: path(group) });
    const page = await browser.read(path(group));
    expect(page.text).toContain('Wijkteam Noord');
    expect(page.text).toContain('Tine');
    expect(page.text).toContain('Anna &lt;b>');
    const [, anna] = await practice.store.groups.members(group);
    expect(await practice.store.people.person(anna?.person ?? '')).toMatchObject({
      name: 'Anna <b>',
      organiser: false,
      locale: 'nl',
      timeZone: 'Europe/Amsterdam',
    });
  });

  it('remembers the language of the page as that of who comes in', async () => {
    const group = await groupWithCode('BCDFGH');
    const browser = stranger();
    const page = await browser.read('/enter?next=%2Fgroups');
    expect(page.text).toContain('href="?lang=en&amp;next=%2Fgroups"');
    await browser.send('/join/BCDFGH?lang=en', '/enter?lang=en', { code: 'BCDFGH', name: 'Anna' });
    expect((await browser.read(path(group))).text).toContain('<html lang="en">');
    expect((await browser.read(`${path(group)}?lang=nl`)).text).toContain('<html lang="nl">');
    expect((await browser.read('/')).text).toContain('<html lang="en">');
  });

  it.each([
    ['neither', {}, ['Vul de code van de groep in.', 'Vul in hoe je wilt heten.']],
    ['a code of five', { code: 'BCDFG', name: 'Anna' }, ['Een code heeft zes letters.']],
    ['script for a code', { code: '"><script>', name: 'Anna' }, ['&quot;>&lt;script>']],
    ['a name that is too long', { code: 'BCDFGH', name: 'x'.repeat(90) }, ['Deze naam is te lang.']],
    [
      'a code of nobody',
      { code: 'bcdfgj', name: 'Anna 😀' },
      ['Met deze code kun je niet binnenkomen.', 'Anna 😀', 'bcdfgj'],
    ],
  ])('keeps what was typed and says what is wrong: %s', async (_, typed: Record<string, string>, words) => {
    const group = await groupWithCode('BCDFGH');
    const answer = await stranger().send('/enter', ENTER, typed);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('role="alert"');
    for (const one of words) expect(answer.text).toContain(one);
    expect(answer.text).toMatch(/<a href="#(code|name)">/);
    expect(await membersOf(group)).toEqual(['tine']);
  });

  it('answers the same for codes that never were, ended, were revoked, used up or belong to an archived group', async () => {
    const { store, time } = practice;
    const later = new Date(time.now + YEAR).toISOString();
    await groupWithCode('BCDFGH', { uses: 1 });
    await groupWithCode('BCDFGJ');
    await groupWithCode('BCDFGK');
    await groupWithCode('BCDFGL');
    await stranger().send('/enter', ENTER, { code: 'BCDFGH', name: 'Eerste' });
    await store.groups.revokeInvitation('BCDFGJ', 'group of BCDFGJ', later);
    await store.groups.changeGroup('group of BCDFGK', { archivedAt: later });
    const texts: string[] = [];
    for (const code of ['BCDFGH', 'BCDFGJ', 'BCDFGK', 'BCDFGM']) {
      const { status, text } = await stranger().send('/enter', ENTER, { code, name: 'Anna' });
      expect([code, status]).toEqual([code, 422]);
      texts.push(text.replaceAll(code, 'CODE'));
    }
    time.now += 2 * YEAR;
    const late = await stranger().send('/enter', ENTER, { code: 'BCDFGL', name: 'Anna' });
    texts.push(late.text.replaceAll('BCDFGL', 'CODE'));
    expect(new Set(texts).size).toBe(1);
    const pages = await Promise.all(['BCDFGH', 'BCDFGM'].map((code) => stranger().read(`/join/${code}`)));
    expect(pages[0]?.text.replace('value="BCD-FGH"', '')).toBe(pages[1]?.text.replace('value="BCD-FGM"', ''));
  });

  it('fills the code of a link in, and looking uses nothing up', async () => {
    const group = await groupWithCode('BCDFGH', { uses: 1 });
    const browser = stranger();
    for (let n = 0; n < 3; n++)
      expect((await browser.read('/join/bcdfgh')).text).toContain('value="BCD-FGH"');
    expect((await browser.read('/join/%3Cscript%3E')).text).not.toContain('<script');
    const answer = await browser.send('/join/BCDFGH', ENTER, { code: 'BCD-FGH', name: 'Anna' });
    expect(answer).toMatchObject({ status: 303, location: path(group) });
  });

  it('stops who guesses, kindly, and does not say then whether a code is right', async () => {
    await groupWithCode('BCDFGH');
    const browser = stranger();
    const statuses: number[] = [];
    // The clock of these tests goes on by a minute at every look, in which two more are allowed.
    practice.time.step = 0;
    for (let n = 0; n < 25; n++) {
      statuses.push((await browser.post('/enter', { code: 'BCDFGJ', name: 'Anna' })).status);
    }
    expect(statuses).toEqual([...Array(20).fill(422), ...Array(5).fill(429)]);
    const right = await browser.post('/enter', { code: 'BCDFGH', name: 'Anna' });
    expect(right.status).toBe(429);
    expect(right.text).toContain('Probeer het over een minuut opnieuw.');
    expect(right.location).toBeNull();
    practice.time.now += 60_000;
    expect((await browser.post('/enter', { code: 'BCDFGH', name: 'Anna' })).status).toBe(303);
  });

  it.each([
    'https://elsewhere.example',
    '//elsewhere.example',
    '/\\elsewhere.example',
    'javascript:alert(1)',
  ])('never leads elsewhere: %s', async (next) => {
    const group = await groupWithCode('BCDFGH');
    const page = await stranger().read(`/enter?next=${encodeURIComponent(next)}`);
    expect(page.text).not.toContain('elsewhere');
    const answer = await stranger().post('/enter', { code: 'BCDFGH', name: 'Anna', next });
    expect(answer.location).toBe(path(group));
  });

  it('takes the form from no other site', async () => {
    const group = await groupWithCode('BCDFGH');
    for (const headers of [{ Origin: 'https://elsewhere.example' }, {}, { 'Sec-Fetch-Site': 'cross-site' }]) {
      const response = await fetch(`${practice.server.url}/enter`, {
        method: 'POST',
        redirect: 'manual',
        headers,
        body: new URLSearchParams({ code: 'BCDFGH', name: 'Anna' }),
      });
      expect(response.status).toBe(403);
    }
    expect(await membersOf(group)).toEqual(['tine']);
  });

  it('gives every way in a secret of its own and adopts none that the browser brought', async () => {
    await groupWithCode('BCDFGH');
    const planted = `bruggesprek-visit=${secrets.fresh()}`;
    const browser = new Browser(practice.server.url, planted);
    await browser.send('/enter', ENTER, { code: 'BCDFGH', name: 'Anna' });
    expect(browser.cookie).not.toBe(planted);
    expect((await new Browser(practice.server.url, planted).read('/groups')).text).not.toContain('Noord');
    expect((await browser.read('/groups')).text).toContain('Noord');
  });

  it('keeps who is signed in the same person, with the same secret', async () => {
    const group = await groupWithCode('BCDFGH');
    const browser = await practice.browserOf('anna');
    const { cookie } = browser;
    const page = await browser.read('/enter');
    expect(page.text).toContain('Je bent binnen als Naam van anna.');
    expect(page.text).not.toContain('name="name"');
    await browser.send('/enter', ENTER, { code: 'BCDFGH' });
    expect(await membersOf(group)).toEqual(['tine', 'anna']);
    expect(browser.cookie).toBe(cookie);
  });

  it('gives a new secret to who becomes a trainer, and the old one ends', async () => {
    const group = await groupWithCode('BCDFGH', { role: 'trainer' });
    const browser = await practice.browserOf('anna');
    const before = browser.cookie;
    await browser.send('/enter', ENTER, { code: 'BCDFGH' });
    expect(browser.cookie).not.toBe(before);
    expect((await browser.read(path(group))).text).toContain('Mensen uitnodigen');
    const old = await fetch(`${practice.server.url}/groups`, {
      headers: { Cookie: before },
      redirect: 'manual',
    });
    expect(old.status).toBe(303);
  });

  it('uses a code up for nobody who is in already', async () => {
    const group = await groupWithCode('BCDFGH', { uses: 1 });
    const browser = await practice.browserOf('tine');
    expect(await browser.send('/enter', ENTER, { code: 'BCDFGH' })).toMatchObject({
      location: path(group),
    });
    expect((await practice.store.groups.invitation('BCDFGH'))?.uses).toBe(1);
    expect((await practice.store.groups.membership(group, 'tine'))?.role).toBe('trainer');
  });
});

describe('on a machine where the guest needs no signing in', () => {
  beforeEach(async () => {
    practice = await startPracticeServer();
  });

  it('makes a person of their own of a guest who enters, and leaving brings the guest back', async () => {
    const group = await groupWithCode('BCDFGH');
    const mine = await practice.talk('local', 'c-mine', 'klein', 'begin', 'Dag Ans.', 'stop');
    const browser = await Browser.open(practice.server);
    expect((await browser.read('/enter')).text).toContain('zonder code oefenen');
    await browser.send('/enter', ENTER, { code: 'BCDFGH', name: 'Anna' });
    const [, anna] = await membersOf(group);
    expect(anna).not.toBe('local');
    expect((await browser.read(`/debrief/${mine}`)).status).toBe(404);
    const asked = await browser.read('/leave');
    expect(asked.text).toContain('Je kwam binnen met een code');
    expect(await browser.send('/leave', '/leave')).toMatchObject({
      status: 303,
      location: '/signed-out?lang=nl',
    });
    await browser.read('/');
    expect((await browser.read(`/debrief/${mine}`)).status).toBe(200);
    expect((await browser.read(path(group))).status).toBe(404);
    expect(await practice.store.people.signInsOf(anna ?? '')).toEqual([]);
  });

  it('has no details and nothing to leave for the guest', async () => {
    const browser = await Browser.open(practice.server);
    expect((await browser.read('/account')).text).toContain('Je oefent zonder in te loggen');
    expect((await browser.read('/leave')).status).toBe(404);
    const token = /name="token" value="([^"]+)"/.exec((await browser.read('/me')).text)?.[1] ?? '';
    expect((await browser.post('/account', { token, name: 'Guus' })).status).not.toBe(303);
  });
});

describe('who runs the installation', () => {
  const clock = () => ({ now: () => new Date(practice.time.now).toISOString() });
  const offer = () => offerOrganiserLink({ store: practice.store, clock: clock(), secrets });

  beforeEach(async () => {
    practice = await startPracticeServer({ guests: false });
  });

  it('comes in by a link that works once, and not by looking at it', async () => {
    const link = `/organiser/${await offer()}`;
    for (let n = 0; n < 3; n++) expect((await stranger().read(link)).status).toBe(200);
    const browser = stranger();
    expect((await browser.send(link, link, { name: '' })).status).toBe(422);
    expect(await browser.send(link, link, { name: 'Olga' })).toMatchObject({
      status: 303,
      location: '/groups',
    });
    const [id = ''] = await practice.store.people.organisers();
    expect(await practice.store.people.person(id)).toMatchObject({ name: 'Olga', organiser: true });
    expect((await browser.read('/installation')).status).toBe(200);
    expect((await stranger().read(link)).status).toBe(404);
    expect((await stranger().post(link, { name: 'Mallory' })).status).toBe(404);
    expect(await practice.store.people.organisers()).toHaveLength(1);
    expect(await offer()).toBeNull();
  });

  it('comes in by the newest link only, for a day', async () => {
    const [first, second] = [await offer(), await offer()];
    expect((await stranger().read(`/organiser/${first}`)).status).toBe(404);
    expect((await stranger().read(`/organiser/${second}`)).status).toBe(200);
    practice.time.now += 24 * 60 * 60 * 1_000;
    expect((await stranger().read(`/organiser/${second}`)).status).toBe(404);
    expect((await stranger().post(`/organiser/${second}`, { name: 'Olga' })).status).toBe(404);
  });

  it('is one, when two use the link at once', async () => {
    const link = `/organiser/${await offer()}`;
    const answers = await Promise.all(['Olga', 'Otto'].map((name) => stranger().post(link, { name })));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 404]);
    expect(await practice.store.people.organisers()).toHaveLength(1);
  });

  it('may be somebody who is signed in, who gets a new secret', async () => {
    const browser = await practice.browserOf('anna');
    const before = browser.cookie;
    const link = `/organiser/${await offer()}`;
    await browser.send(link, link);
    expect(await practice.store.people.organisers()).toEqual(['anna']);
    expect(browser.cookie).not.toBe(before);
    expect((await browser.read('/installation')).status).toBe(200);
  });

  it('cannot come in by a link of another kind', async () => {
    const secret = secrets.fresh();
    await practice.store.people.addLink({
      hash: secrets.hash(secret),
      way: 'teams',
      person: null,
      path: '/',
      expiresAt: new Date(practice.time.now + YEAR).toISOString(),
    });
    expect((await stranger().post(`/organiser/${secret}`, { name: 'Mallory' })).status).toBe(404);
    expect(await practice.store.people.organisers()).toEqual([]);
  });
});
