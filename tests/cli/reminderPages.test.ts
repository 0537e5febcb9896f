import { createOptOutTokens } from '../../src/channels/mail/optOutTokens';
import type { Assignment } from '../../src/core/model/homework';
import { sampleAssignment } from '../support/assignments';
import { type Browser, type PracticeServer, startPracticeServer } from '../support/practiceServer';

const TOKENS = createOptOutTokens('a secret for tests');
const SINCE = '2026-01-01T08:00:00.000Z';

let practice: PracticeServer;
let anna: Browser;

beforeEach(async () => {
  practice = await startPracticeServer({ guests: false });
  anna = await practice.browserOf('anna', { email: 'anna@example.org' });
});

afterEach(() => practice.close());

const wanted = async (person = 'anna') => (await practice.store.people.person(person))?.reminders;

describe('choosing by which ways one is reminded', () => {
  const page = '/reminders?lang=nl';

  test('shows what holds, and where it would go', async () => {
    const { status, text } = await anna.read(page);
    expect(status).toBe(200);
    expect(text).toContain('Per e-mail, naar anna@example.org');
    expect(text).toContain('Je hebt Bruggesprek nog niet in Teams.');
    expect(text).toContain('Tussen 18:00 en 08:00 uur sturen we niets.');
    expect(text).toContain('In het weekend sturen we niets.');
    expect(text.match(/type="checkbox"[^>]*checked/g)).toHaveLength(2);
    expect((await anna.read('/reminders?lang=en')).text).toContain(
      'Between 18:00 and 08:00 we send nothing.',
    );
  });

  test('keeps it, and says so', async () => {
    const answer = await anna.send(page, page, { teams: 'yes' });
    expect(answer).toMatchObject({ status: 303, location: '/reminders?lang=nl&saved=yes' });
    expect(await wanted()).toEqual({ mail: false, teams: true });
    const { text } = await anna.read(answer.location ?? '');
    expect(text).toContain('Je keuze is bewaard.');
    expect(text.match(/type="checkbox"[^>]*checked/g)).toHaveLength(1);
  });

  test('is asked of nobody who did not sign in, and changed by no other site', async () => {
    expect((await anna.post(page, { teams: 'yes' })).status).toBe(403);
    expect(await wanted()).toEqual({ mail: true, teams: true });
  });
});

describe('stopping e-mail from within an e-mail', () => {
  const stop = (person: string) => `/reminders/stop?who=${encodeURIComponent(TOKENS.issue(person))}`;
  const url = () => practice.server.url;

  test('opening the link changes nothing, its button does, without signing in', async () => {
    const opened = await fetch(`${url()}${stop('anna')}`);
    const text = await opened.text();
    expect(opened.status).toBe(200);
    expect(text).toContain('Wil je geen herinneringen per e-mail meer krijgen?');
    expect(text).not.toContain('Naam van anna');
    expect(text).not.toContain('anna@example.org');
    expect(text).toContain(`<form method="post" action="${stop('anna')}">`);
    expect(await wanted()).toEqual({ mail: true, teams: true });

    const pressed = await fetch(`${url()}${stop('anna')}`, {
      method: 'POST',
      headers: { Origin: url(), 'Sec-Fetch-Site': 'same-origin' },
      body: new URLSearchParams(),
    });
    expect(pressed.status).toBe(200);
    expect(await pressed.text()).toContain('Je krijgt geen e-mails meer van ons.');
    expect(await wanted()).toEqual({ mail: false, teams: true });
  });

  test.each<[string, BodyInit, Record<string, string>]>([
    ['as a form', new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }), {}],
    [
      'in parts, as the standard prefers',
      '--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n',
      { 'Content-Type': 'multipart/form-data; boundary=x' },
    ],
    ['from another site', '', { Origin: 'https://mail.example.org', 'Sec-Fetch-Site': 'cross-site' }],
  ])('a mail program does it in one go: %s', async (_, body, headers) => {
    const answer = await fetch(`${url()}${stop('anna')}`, {
      method: 'POST',
      headers,
      body,
      redirect: 'manual',
    });
    expect(answer.status).toBe(200);
    expect(await wanted()).toEqual({ mail: false, teams: true });
  });

  test('may be done twice, and calls off what waits', async () => {
    await practice.store.outbox.add([
      {
        id: 'n1',
        person: 'anna',
        channel: 'mail',
        kind: 'homework-assigned',
        key: 'homework:h1:anna:assigned:mail',
        data: {},
        dueAt: SINCE,
        expiresAt: null,
      },
    ]);
    for (let twice = 0; twice < 2; twice++) {
      expect((await fetch(`${url()}${stop('anna')}`, { method: 'POST' })).status).toBe(200);
    }
    expect(await practice.store.outbox.counts()).toEqual({ dropped: 1 });
  });

  test('speaks the language of who the e-mail was for', async () => {
    await practice.store.people.changePerson('anna', { locale: 'en' });
    const text = await (await fetch(`${url()}${stop('anna')}`)).text();
    expect(text).toContain('<html lang="en">');
    expect(text).toContain('Do you want to get no more reminders by e-mail?');
  });

  test.each([
    ['nobody', () => stop('nobody')],
    ['another installation', () => `/reminders/stop?who=${createOptOutTokens('other').issue('anna')}`],
    ['half a link', () => stop('anna').slice(0, -5)],
    ['nothing', () => '/reminders/stop'],
  ])('a link of %s does nothing, and tells nothing', async (_, path) => {
    for (const method of ['GET', 'POST']) {
      const answer = await fetch(`${url()}${path()}`, { method });
      expect(answer.status).toBe(404);
      expect(await answer.text()).toContain('Deze link werkt niet');
    }
    expect(await wanted()).toEqual({ mail: true, teams: true });
  });
});

describe('the due day for one’s own calendar', () => {
  const file = '/homework/h1/calendar.ics';

  async function handOut(changes: Partial<Assignment> = {}) {
    const { store } = practice;
    await practice.browserOf('tineke');
    await store.groups.addGroup({
      id: 'g1',
      name: 'Wijkteam',
      createdBy: 'tineke',
      createdAt: SINCE,
      archivedAt: null,
      timeZone: 'Europe/Amsterdam',
    });
    await store.groups.addMember({ group: 'g1', person: 'anna', role: 'learner', since: SINCE });
    await store.homework.addAssignment(
      sampleAssignment({
        publishedAt: SINCE,
        createdAt: SINCE,
        dueAt: '2026-03-29T21:59:00.000Z',
        ...changes,
      }),
    );
  }

  const download = async (browser: Browser) => {
    const response = await fetch(`${practice.server.url}${file}`, { headers: { Cookie: browser.cookie } });
    return { status: response.status, headers: response.headers, text: await response.text() };
  };

  test('is a file with the day, also in the night in which the clock changes', async () => {
    await handOut();
    const { status, headers, text } = await download(anna);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(headers.get('content-disposition')).toBe('attachment; filename="bruggesprek-2026-03-29.ics"');
    expect(text).toContain('DTSTART;VALUE=DATE:20260329\r\n');
    expect(text).toContain('SUMMARY:Inleveren: Gesprek met de vader van Hasna\r\n');
  });

  test('takes the day out when the homework is closed', async () => {
    await handOut({ closedAt: SINCE });
    expect((await download(anna)).text).toContain('METHOD:CANCEL');
  });

  test('is for learners of the group from when it opens, for its trainers, and for nobody else', async () => {
    await handOut({ opensAt: '2026-03-01T08:00:00.000Z' });
    const tineke = await practice.browserOf('tineke');
    const stranger = await practice.browserOf('bert');
    expect((await download(tineke)).status).toBe(200);
    for (const browser of [anna, stranger]) expect((await download(browser)).status).toBe(404);
    practice.time.now = Date.UTC(2026, 2, 2);
    expect((await download(anna)).status).toBe(200);
  });

  test('of a draft there is none', async () => {
    await handOut({ publishedAt: null });
    expect((await download(anna)).status).toBe(404);
    expect((await download(await practice.browserOf('tineke'))).status).toBe(404);
  });
});
