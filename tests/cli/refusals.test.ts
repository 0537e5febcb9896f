import { openWorld, type World } from '../access/world';
import { Browser } from '../support/practiceServer';

let world: World;

beforeEach(async () => {
  world = await openWorld();
});

afterEach(() => world.practice.close());

const url = () => world.practice.server.url;

async function signedIn(actor: 'anna' | 'tineke') {
  const browser = await world.browserOf(actor);
  const token = await world.tokenOf(browser);
  return { browser, send: (path: string, fields = {}) => browser.post(path, { ...fields, token }) };
}

describe('a refusal', () => {
  it('is a page in the language of the reader, and a code for programs', async () => {
    const { browser } = await signedIn('anna');
    for (const path of ['/nergens', '/me/homework/none', '/groups/none', '/homework/none/calendar.ics']) {
      const dutch = await browser.read(path);
      expect([path, dutch.status]).toEqual([path, 404]);
      expect(dutch.text).toContain('Hier is niets te zien');
      expect(dutch.text).toContain('<nav');
      const english = await browser.read(`${path}?lang=en`);
      expect(english.text).toContain('There is nothing to see here');
    }
    const program = await fetch(`${url()}/nergens`, { headers: { Accept: 'application/json' } });
    expect([program.status, program.headers.get('content-type')]).toEqual([404, 'application/json']);
    const form = await fetch(`${url()}/me`, { method: 'POST', headers: { Accept: 'text/html' } });
    expect([form.status, await form.text()]).toEqual([
      405,
      expect.stringContaining('Zo werkt dit adres niet'),
    ]);
  });

  it('gives back what was typed, as text', async () => {
    const { send, browser } = await signedIn('tineke');
    const gone = await send('/groups/g1/assignments/weg/edit', { title: '<b>Mooi</b>', note: 'Lang\nwerk' });
    expect(gone.status).toBe(404);
    expect(gone.text).toContain('Dit kan hier niet meer');
    expect(gone.text).toContain('&lt;b>Mooi&lt;/b>');
    expect(gone.text).toContain('Lang\nwerk');
    const stale = await browser.post('/groups/new', { token: 'geheim-oud', name: 'Mijn groep' });
    expect([stale.status, stale.text]).toEqual([403, expect.stringContaining('Mijn groep')]);
    expect(stale.text).not.toContain('geheim-oud');
    const long = await send('/groups/new', { name: 'x'.repeat(70_000) });
    expect([long.status, long.text]).toEqual([413, expect.stringContaining('Er is te veel tekst verstuurd')]);
  });

  it('asks to log in again, with what was typed and the way back', async () => {
    const answer = await new Browser(url(), '').post('/groups/new', { token: 'x', name: 'Mijn groep' });
    expect([answer.status, answer.text]).toEqual([401, expect.stringContaining('Log opnieuw in')]);
    expect(answer.text).toContain('Mijn groep');
    expect(answer.text).toContain('href="/enter?next=%2Fgroups%2Fnew"');
  });
});

describe('an address that only takes a form', () => {
  it.each([
    ['/groups/g1/invitations', '/groups/g1'],
    ['/groups/g1/invitations/BCDFGH/revoke', '/groups/g1'],
    ['/me/homework/h1/take-back', '/me'],
    ['/me/homework/h1/start', '/me/homework/h1'],
    ['/groups/g1/assignments/h1/step', '/groups/g1/assignments/h1'],
    ['/groups/g1/assignments/h1/seen/a/notes/n/remove', '/groups/g1/assignments/h1/seen/a'],
    ['/account/browsers/end', '/account'],
  ])('leads from %s to %s', async (from, to) => {
    const headers = { Accept: 'text/html' };
    const answer = await fetch(`${url()}${from}`, { headers, redirect: 'manual' });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, to]);
    const program = await fetch(`${url()}${from}`, { headers: { Accept: 'application/json' } });
    expect([program.status, program.headers.get('allow')]).toEqual([405, 'POST']);
  });
});

describe('a form that is sent twice', () => {
  it('gets the same answer again, also when both are under way', async () => {
    const anna = await signedIn('anna');
    const takeBack = () => anna.send('/me/homework/h1/take-back', { scenario: 'small' });
    const done = { status: 303, location: '/me?lang=nl&told=taken-back' };
    expect(await Promise.all([takeBack(), takeBack()])).toMatchObject([done, done]);
    expect(await takeBack()).toMatchObject(done);
    const tineke = await signedIn('tineke');
    for (const path of ['/groups/g1/invitations/BCDFGH/revoke', '/groups/g1/members/bert/remove']) {
      const first = await tineke.send(path);
      expect([path, first.status]).toEqual([path, 303]);
      expect(await tineke.send(path)).toMatchObject({ status: 303, location: first.location });
    }
  });

  it('gets the answer of nobody else', async () => {
    const [one, other] = [await signedIn('anna'), await signedIn('anna')];
    const path = '/me/homework/h1/take-back';
    expect((await one.send(path, { scenario: 'small' })).status).toBe(303);
    const late = await other.send(path, { scenario: 'small' });
    expect([late.status, late.text]).toEqual([404, expect.stringContaining('in een ander tabblad')]);
  });

  it('says once more that everything is wiped', async () => {
    const { browser, send } = await signedIn('anna');
    const { cookie } = browser;
    const first = await send('/me/data/forget');
    expect(first).toMatchObject({ status: 303, location: '/signed-out?lang=nl&wiped=yes' });
    browser.cookie = cookie;
    expect(await send('/me/data/forget')).toMatchObject({ status: 303, location: first.location });
    expect((await browser.read(first.location ?? '')).text).toContain('Alles is gewist');
  });
});

it('tells who logged out that they are', async () => {
  const { browser, send } = await signedIn('anna');
  const answer = await send('/leave');
  expect(answer).toMatchObject({ status: 303, location: '/signed-out?lang=nl' });
  const { text } = await browser.read(answer.location ?? '');
  expect(text).toContain('Deze browser is nu uitgelogd');
  expect(text).toContain('href="/enter?lang=nl"');
});

it('keeps a refused form in the reader’s own browser alone, to go back to', async () => {
  const { send } = await signedIn('tineke');
  expect(await send('/groups/new', { name: '' })).toMatchObject({ status: 422, cache: 'private, no-cache' });
});

it('says which letters never occur in a code', async () => {
  for (const code of ['AAAAAA', '123456']) {
    const answer = await new Browser(url(), '').post('/enter', { code, name: 'Jan' });
    expect(answer.text).toContain('Cijfers en de letters A, E, I, O, U en Y komen er niet in voor');
  }
});

it('refuses a reaction and a reason that are too long in words, and keeps all of them', async () => {
  const { send, browser } = await signedIn('tineke');
  const place = `/groups/g1/assignments/h1/seen/${world.attempt}`;
  for (const [page, field, length] of [
    ['notes', 'text', 2000],
    ['marks/H1', 'reason', 500],
  ] as const) {
    expect((await browser.read(`${place}/${page}`)).text).not.toContain('maxlength');
    const typed = 'x'.repeat(length + 1);
    const answer = await send(`${place}/${page}`, { [field]: typed, turn: '', level: 'strong' });
    expect([page, answer.status]).toEqual([page, 422]);
    expect(answer.text).toContain(`niet meer dan ${length} tekens`);
    expect(answer.text).toContain(typed);
  }
});
