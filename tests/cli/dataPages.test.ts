import type { Assignment, Sight } from '../../src/core/model/homework';
import { Browser, type PracticeServer, startPracticeServer } from '../support/practiceServer';

const WORDS = [
  'Dag Ans, fijn dat ik mag komen.',
  '=cmd|calc Hoe slaapt u de laatste tijd? Dat moet zwaar zijn. Wat doet dat met u? Ik kom van het wijkteam. Mag ik dat vragen?',
] as const;
const AT = '2026-01-05T09:00:00.000Z';

let practice: PracticeServer;
let attempt: string;

beforeEach(async () => {
  practice = await startPracticeServer({ guests: false });
  await practice.browserOf('anna');
  attempt = await practice.talk('anna', 'c-anna', 'klein', 'begin', ...WORDS, 'stop');
});

afterEach(() => practice.close());

const read = async (person: string, path: string) => (await practice.browserOf(person)).read(path);

describe('my own data', () => {
  it('is one file with every word, and nobody else’s', async () => {
    await practice.talk('bert', 'c-bert', 'klein', 'begin', 'Woorden van Bert.', 'stop');
    const { status, text } = await read('anna', '/me/data/json');
    expect(status).toBe(200);
    const data = JSON.parse(text);
    expect(data.person.name).toBe('Naam van anna');
    expect(data.attempts).toHaveLength(1);
    expect(data.attempts[0].turns.map((turn: { text: string }) => turn.text)).toEqual(WORDS);
    expect(data.attempts[0].scorecard).not.toBeNull();
    expect(data.conversations[0].messages.length).toBeGreaterThan(3);
    expect(text).not.toContain('Bert');
    expect(text).not.toContain('hash');
  });

  it('is a table that Excel reads without running anything in it', async () => {
    await practice.store.people.changePerson('anna', { name: '=1+1' });
    const { text } = await read('anna', '/me/data/csv');
    expect(text.startsWith('Datum;Gesprek;Niveau;Afloop;Z1 ')).toBe(true);
    const { url } = practice.server;
    const { cookie } = await practice.browserOf('anna');
    const bytes = await (await fetch(`${url}/me/data/csv`, { headers: { Cookie: cookie } })).bytes();
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(text.trim().split('\r\n')).toHaveLength(2);
    for (const cell of text.split(/[;\r\n]+/)) expect(cell).not.toMatch(/^[=+@-]/);
  });

  it('is a list of statements with ids of their own', async () => {
    const statements = JSON.parse((await read('anna', '/me/data/xapi')).text);
    const verbs = statements.map(({ verb }: { verb: { id: string } }) => verb.id.split('/').at(-1));
    expect(verbs.slice(0, 4)).toEqual(['attempted', 'answered', 'answered', 'completed']);
    const ids = new Set(statements.map(({ id }: { id: string }) => id));
    expect(ids.size).toBe(statements.length);
    for (const id of ids)
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(JSON.stringify(statements)).not.toContain('anna');
  });

  it('is counted on a page', async () => {
    const { status, text } = await read('anna', '/me/data');
    expect(status).toBe(200);
    expect(text).toContain('1 gesprek,');
    expect(text).toContain('180 dagen');
  });

  it('is wiped in one step, after which the browser belongs to nobody', async () => {
    const browser = await practice.browserOf('anna');
    expect((await browser.send('/me/data', '/me/data/forget?lang=nl').catch(() => null)) === null).toBe(true);
    const answer = await browser.send('/me/data/forget?lang=nl', '/me/data/forget?lang=nl');
    expect(answer).toMatchObject({ status: 303, location: '/signed-out?lang=nl&wiped=yes' });
    expect(await practice.store.people.person('anna')).toBeNull();
    expect(await practice.store.attemptsOf('anna')).toEqual([]);
    expect(await practice.store.messages('c-anna', 0)).toEqual([]);
    expect((await browser.post('/me/data/forget?lang=nl', {})).status).toBe(401);
  });

  it('asks first, and names the groups that lose their only trainer', async () => {
    await makeGroup('transcript');
    const { text } = await read('tineke', '/me/data/forget');
    expect(text).toContain('Groep &lt;b>');
    expect((await read('anna', '/me/data/forget')).text).not.toContain('enige trainer');
  });
});

async function makeGroup(sight: Sight): Promise<void> {
  const { store } = practice;
  await practice.browserOf('tineke');
  const timeZone = 'Europe/Amsterdam';
  const group = {
    id: 'g1',
    name: 'Groep <b>',
    createdBy: 'tineke',
    createdAt: AT,
    archivedAt: null,
    timeZone,
  };
  await store.groups.addGroup(group);
  await store.groups.addMember({ group: 'g1', person: 'anna', role: 'learner', since: AT });
  const assignment: Assignment = {
    id: 'h1',
    group: 'g1',
    title: '=HYPERLINK("x")',
    note: '',
    scenarios: ['small'],
    level: null,
    opensAt: null,
    dueAt: AT,
    timeZone,
    attempts: null,
    focus: [],
    preparation: false,
    reflection: false,
    sight,
    publishedAt: AT,
    closedAt: null,
    createdBy: 'tineke',
    createdAt: AT,
    version: 1,
  };
  await store.homework.addAssignment(assignment);
  await store.homework.handIn({
    assignment: 'h1',
    learner: 'anna',
    scenario: 'small',
    attempt,
    sight,
    at: AT,
  });
}

describe('a group’s homework as a file', () => {
  const csv = (person: string) => read(person, '/groups/g1/export/csv');
  const xapi = (person: string) => read(person, '/groups/g1/export/xapi');

  it.each(['done', 'levels', 'transcript'] as const)('shows no more than was shared (%s)', async (sight) => {
    await makeGroup(sight);
    const { text } = await csv('tineke');
    const row = text.trim().split('\r\n')[1] ?? '';
    expect(row).toContain('Naam van anna');
    expect(row).toContain(';Klein gesprek;');
    expect(row).not.toContain(';small;');
    expect(row.includes('niet gedeeld')).toBe(sight === 'done');
    expect(text).not.toMatch(/(^|;|\n)=/);
    const statements = (await xapi('tineke')).text;
    expect(statements.includes('verbs/scored')).toBe(sight !== 'done');
    expect(statements.includes('Hoe slaapt u')).toBe(sight === 'transcript');
    expect(statements.includes('xapi/ending')).toBe(sight !== 'done');
  });

  it('is for the trainers of the group only', async () => {
    await makeGroup('transcript');
    await practice.browserOf('olga', { organiser: true });
    for (const person of ['anna', 'bert', 'olga']) {
      expect((await csv(person)).status).toBe(404);
      expect((await xapi(person)).status).toBe(404);
    }
  });

  it('does not tell who looked or practised', async () => {
    await makeGroup('done');
    const { homework } = practice.store;
    await homework.takeBack('h1', 'anna', 'small');
    const started = { assignment: 'h1', learner: 'anna', state: 'started', late: false } as const;
    await homework.keepHomework({ ...started, version: 0, updatedAt: AT });
    expect((await csv('tineke')).text).toContain('nog niet ingeleverd');
  });

  it('leaves out what was taken back', async () => {
    await makeGroup('transcript');
    await practice.store.homework.takeBack('h1', 'anna', 'small');
    expect((await xapi('tineke')).text).toBe('[]');
    expect((await csv('tineke')).text).not.toContain('bekwaam');
  });
});

describe('the log of removals', () => {
  it('is for the organiser, and holds numbers only', async () => {
    await practice.store.privacy.forgetPerson('anna', AT);
    const organiser = await practice.browserOf('olga', { organiser: true });
    const { status, text } = await organiser.read('/installation/removals');
    expect(status).toBe(200);
    expect(text).toContain('op verzoek');
    expect(text).not.toContain('anna');
    expect((await read('bert', '/installation/removals')).status).toBe(404);
  });
});

test('who is not signed in is sent to where people sign in', async () => {
  const nobody = new Browser(practice.server.url, '');
  for (const path of ['/me/data', '/me/data/json', '/groups/g1/export/csv']) {
    const response = await fetch(`${practice.server.url}${path}`, { redirect: 'manual' });
    expect([response.status, response.headers.get('location')]).toEqual([
      303,
      `/enter?next=${encodeURIComponent(path)}`,
    ]);
  }
  expect((await nobody.post('/me/data/forget', {})).status).toBe(401);
});
