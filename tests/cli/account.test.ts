import { type Browser, type PracticeServer, startPracticeServer } from '../support/practiceServer';

let practice: PracticeServer;
let anna: Browser;

beforeEach(async () => {
  practice = await startPracticeServer({ guests: false });
  anna = await practice.browserOf('anna', { name: 'Anna', email: 'anna@voorbeeld.nl' });
});

afterEach(() => practice.close());

const FILLED = {
  name: 'Anna de Vries',
  email: 'a.devries@voorbeeld.nl',
  locale: 'nl',
  address: 'u',
  timeZone: 'Europe/Brussels',
  byMail: 'yes',
};

it('shows and changes what somebody told about themselves', async () => {
  expect((await anna.read('/account')).text).toContain('value="anna@voorbeeld.nl"');
  const answer = await anna.send('/account', '/account', FILLED);
  expect(answer).toMatchObject({ status: 303, location: '/account?saved=1' });
  expect(await practice.store.people.person('anna')).toMatchObject({
    name: 'Anna de Vries',
    email: 'a.devries@voorbeeld.nl',
    address: 'u',
    timeZone: 'Europe/Brussels',
    reminders: { mail: true, teams: false },
    organiser: false,
  });
  expect((await anna.read('/account?saved=1')).text).toContain('Uw gegevens zijn bewaard.');
});

it('speaks the language somebody chose, unless the address asks for another', async () => {
  await anna.send('/account', '/account', { ...FILLED, locale: 'en' });
  for (const page of ['/account', '/groups', '/', '/progress', '/debrief/none']) {
    expect([page, (await anna.read(page)).text]).toEqual([page, expect.stringContaining('lang="en"')]);
  }
  expect((await anna.read('/account?lang=nl')).text).toContain('<html lang="nl">');
});

it.each([
  ['no name', { name: '' }, ['Vul in hoe je wilt heten.', 'value="a.devries@voorbeeld.nl"']],
  ['a long name', { name: 'n'.repeat(200) }, ['Deze naam is te lang.']],
  ['no e-mail address', { email: 'anna at "x"' }, ['Dit lijkt geen e-mailadres.', 'anna at &quot;x&quot;']],
  ['an unknown place', { timeZone: 'Nergens' }, ['Deze plaats kennen we niet.', 'Anna de Vries']],
])('keeps what was typed and says what is wrong: %s', async (_, typed, words) => {
  const answer = await anna.send('/account', '/account', { ...FILLED, ...typed });
  expect(answer.status).toBe(422);
  for (const one of words) expect(answer.text).toContain(one);
  expect(answer.text).toContain('name="address" value="u" checked');
  expect((await practice.store.people.person('anna'))?.name).toBe('Anna');
});

it('cannot make anybody an organiser', async () => {
  await anna.send('/account', '/account', { ...FILLED, organiser: 'yes' } as typeof FILLED);
  expect(await practice.store.people.organisers()).toEqual([]);
});

it('takes no form without the token of its own page and browser', async () => {
  const bert = await practice.browserOf('bert');
  const token = /name="token" value="([^"]+)"/.exec((await bert.read('/account')).text)?.[1] ?? '';
  for (const fields of [FILLED, { ...FILLED, token }, { ...FILLED, token: 'x' }]) {
    expect((await anna.post('/account', fields)).status).toBe(403);
  }
  expect((await practice.store.people.person('anna'))?.name).toBe('Anna');
});

describe('browsers', () => {
  it('are listed, this one first, and can be ended one by one', async () => {
    const other = await practice.browserOf('anna');
    const page = await anna.read('/account');
    expect(page.text).toContain('(deze browser)');
    const ends = [...page.text.matchAll(/action="(\/account\/browsers\/[^"]+\/end)"/g)].map(
      ([, to]) => to ?? '',
    );
    expect(ends).toHaveLength(1);
    await anna.send('/account', ends[0] ?? '');
    const turnedAway = await fetch(`${practice.server.url}/account`, {
      headers: { Cookie: other.cookie },
      redirect: 'manual',
    });
    expect(turnedAway.headers.get('location')).toBe('/enter?next=%2Faccount');
    expect((await anna.read('/account')).text).toContain('(deze browser)');
  });

  it('of another person cannot be ended', async () => {
    const bert = await practice.browserOf('bert');
    const [held] = await practice.store.people.signInsOf('bert');
    const token = /name="token" value="([^"]+)"/.exec((await anna.read('/account')).text)?.[1] ?? '';
    expect((await anna.post(`/account/browsers/${held?.visit}/end`, { token })).status).toBe(404);
    expect((await bert.read('/account')).text).toContain('(deze browser)');
  });

  it('can all be ended at once', async () => {
    const other = await practice.browserOf('anna');
    const answer = await anna.send('/leave', '/account/browsers/end');
    expect(answer).toMatchObject({ status: 303, location: '/signed-out?lang=nl' });
    expect(anna.cookie).toBe('bruggesprek-visit=');
    expect(await practice.store.people.signInsOf('anna')).toEqual([]);
    expect((await other.read('/account')).text).toContain('Binnenkomen');
  });

  it('that is left cannot be used again, also not with the old secret', async () => {
    const { cookie } = anna;
    expect((await anna.read('/leave')).text).toContain('geen wachtwoord');
    await anna.send('/leave', '/leave');
    anna.cookie = cookie;
    expect((await anna.read('/account')).text).toContain('Code van de groep');
  });
});
