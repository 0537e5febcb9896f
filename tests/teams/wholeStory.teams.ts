import type { Assignment } from '../../src/core/model/homework';
import { playthrough } from '../support/playthrough';
import { samplePerson } from '../support/practiceServer';
import { clientMissing, type Playground, type Shown, startPlayground } from './playground';
import { type Product, startProduct } from './product';

const missing = clientMissing();
if (missing !== null) process.stdout.write(`Teams client left out: ${missing}\n`);

const LEARNER = 'aad:00000000-0000-0000-0000-0000000000001:00000000-0000-0000-0000-0000000000020';
const SAID = playthrough('hasna', 'excellent').replies.slice(0, 12);
const DAY = 24 * 60 * 60_000;

/** The story of one professional, from installing the app to taking it away; each step goes on from the last. */
(missing === null ? describe : describe.skip)('a professional in Teams', () => {
  let product: Product;
  let teams: Playground;
  let attempt: string;
  beforeAll(async () => {
    product = await startProduct();
    teams = await startPlayground(`${product.server.url}/api/messages`);
  });
  afterAll(async () => {
    await teams.close();
    await product.close();
  });

  /** Does something and waits for a message that fits among those it brings. */
  const after = async (act: () => Promise<unknown>, fits: (one: Shown) => boolean): Promise<Shown> => {
    const before = teams.shown.length;
    await act();
    return teams.find(before, fits);
  };
  const cardWith = (words: string) => (one: Shown) => JSON.stringify(one.attachments).includes(words);
  const saying = (words: string) => (one: Shown) => one.text?.includes(words) === true;
  const press = (card: Shown, title: string, fields: Record<string, string> = {}) =>
    teams.submit({ ...buttonOf(card, title), ...fields });

  it('installs the app and is welcomed, once', async () => {
    await after(() => teams.install(), cardWith('"choose"'));
    expect(teams.shown.filter(saying('Welcome to Bruggesprek'))).toHaveLength(1);
    expect(await product.store.people.person(LEARNER)).toMatchObject({ locale: 'en' });
  });

  it('asks for Dutch, and chooses by a misspelt name', async () => {
    await after(() => teams.say('nederlands'), saying('Ik spreek nu Nederlands.'));
    expect(await product.store.people.person(LEARNER)).toMatchObject({ locale: 'nl' });
    const briefing = await after(() => teams.say('hasnna'), cardWith('Wat je weet'));
    const prepare = await after(() => press(briefing, 'Voorbereiden'), cardWith('Input.Text'));
    expect(prepare.attachments).toHaveLength(1);
    // The same button again belongs to a step that is past: nothing happens.
    await after(() => press(briefing, 'Voorbereiden'), saying('eerdere stap'));
    await after(
      () => press(prepare, 'Klaar, begin het gesprek', { facts: 'Hasna is stil.', intention: 'Luisteren.' }),
      saying('Het gesprek begint.'),
    );
  });

  it('talks with the father', async () => {
    const { store } = product;
    attempt = (await store.attemptsOf(LEARNER))[0]?.id ?? '';
    for (const [number, words] of SAID.entries()) {
      const answer = await after(
        () => teams.say(words),
        (one) => one.text?.startsWith('**') === true,
      );
      expect(answer.text).toMatch(/^\*\*[^*]+\*\*\n\n\S/);
      // An answer may have several parts; nobody types on before it is there.
      while ((await store.turns(attempt)).length <= number) await new Promise(setImmediate);
    }
    const debrief = await after(() => teams.say('stop'), cardWith('Per domein'));
    expect(JSON.stringify(debrief.attachments)).toMatch(
      /Houding: [a-z ]+( \(te zien in \d van de 5 onderdelen\))?/,
    );
    expect(await store.attempt(attempt)).toMatchObject({
      scenario: 'hasna',
      preparation: { facts: 'Hasna is stil.' },
    });
    expect((await store.turns(attempt)).map(({ text }) => text)).toEqual(SAID);
  });

  it('opens the debrief as the same person, by a link that works once', async () => {
    const debrief = teams.shown.find(cardWith('Per domein'))!;
    const card = await after(() => press(debrief, 'Open de hele terugblik'), cardWith('/link/'));
    const link = urlOf(card);
    const visit = (path: string, init: RequestInit = {}) => fetch(path, { redirect: 'manual', ...init });
    expect((await visit(link)).status).toBe(200);
    const press1 = { method: 'POST', headers: { origin: product.server.url }, body: new URLSearchParams() };
    const entered = await visit(link, press1);
    expect(entered.headers.get('location')).toBe(`/debrief/${attempt}`);
    const cookie = entered.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const page = await visit(`${product.server.url}/debrief/${attempt}`, { headers: { cookie } });
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('Hasna is stil.');
    expect((await visit(link, press1)).status).toBe(404);
  });

  it('looks back', async () => {
    const form = await after(() => teams.say('terugkijken'), cardWith('theirValues'));
    await after(
      () => press(form, 'Bewaren en afsluiten', { priority: 'Hasna, want zij is bang.' }),
      saying('Klaar voor nu.'),
    );
    expect((await product.store.attempt(attempt))?.reflection).toEqual({
      priority: 'Hasna, want zij is bang.',
    });
  });

  it('is reminded of homework, at a decent hour', async () => {
    await giveHomework('h1');
    await after(() => product.remind(), cardWith('Nieuw huiswerk: Luisteren'));
    expect(await product.remind()).toEqual([]);
    // Half past six in the evening: what comes up now waits for the morning.
    product.time.now = Date.UTC(2026, 0, 5, 17, 30);
    await giveHomework('h2');
    const before = teams.shown.length;
    expect(await product.remind()).toEqual([]);
    expect(teams.shown).toHaveLength(before);
    product.time.now = Date.UTC(2026, 0, 6, 8);
    await after(() => product.remind(), cardWith('Nieuw huiswerk: Luisteren'));
    expect(await after(() => teams.say('huiswerk'), cardWith('Mijn huiswerk'))).toBeDefined();
  });

  it('wants no more of that, in one tap', async () => {
    const reminder = teams.shown.findLast(cardWith('Nieuw huiswerk: Luisteren'))!;
    await after(
      () => press(reminder, 'Stuur mij geen herinneringen meer'),
      saying('geen herinneringen meer'),
    );
    expect((await product.store.people.person(LEARNER))?.reminders.teams).toBe(false);
    await giveHomework('h3');
    const before = teams.shown.length;
    expect(await product.remind()).toEqual([]);
    expect(teams.shown).toHaveLength(before);
  });

  it('can have them back under settings, with another form of address', async () => {
    const card = await after(() => teams.say('instellingen'), cardWith('Input.ChoiceSet'));
    await after(
      () => press(card, 'Bewaren', { language: 'nl', address: 'u', teams: 'on' }),
      saying('Bewaard. Zo doen we het vanaf nu.'),
    );
    expect(await product.store.people.person(LEARNER)).toMatchObject({
      address: 'u',
      reminders: { teams: true },
    });
    await after(() => teams.say('help'), saying('kunt u typen'));
    await giveHomework('h4');
    await after(() => product.remind(), cardWith('Er staat huiswerk voor u klaar.'));
  });

  it('takes the app away, and nothing more arrives', async () => {
    await teams.uninstall();
    while ((await product.store.outbox.reference(LEARNER)) !== null) await new Promise(setImmediate);
    await giveHomework('h5');
    product.time.now += DAY;
    const before = teams.shown.length;
    expect(await product.remind()).toEqual([]);
    expect(teams.shown).toHaveLength(before);
    expect(product.logged).toEqual([]);
  });

  /** A trainer sets homework for the group that the learner is in. */
  async function giveHomework(id: string): Promise<void> {
    const { groups, homework, people } = product.store;
    const at = new Date(product.time.now).toISOString();
    const zone = 'Europe/Amsterdam';
    await people.settlePerson(samplePerson('tineke'));
    if ((await groups.group('g1')) === null) {
      const group = { id: 'g1', name: 'Wijkteam', createdBy: 'tineke', createdAt: at };
      await groups.addGroup({ ...group, archivedAt: null, timeZone: zone });
      await groups.addMember({ group: 'g1', person: LEARNER, role: 'learner', since: at });
    }
    await homework.addAssignment({
      ...{ id, group: 'g1', title: 'Luisteren', note: '', scenarios: ['hasna'], level: null, opensAt: null },
      ...{ dueAt: '2026-02-06T22:59:59.000Z', timeZone: zone, attempts: null, focus: [] },
      ...{ preparation: false, reflection: false, sight: 'done', publishedAt: at, closedAt: null },
      ...{ createdBy: 'tineke', createdAt: at, version: 1 },
    } as Assignment);
  }
});

interface Button {
  readonly title?: string;
  readonly data?: Record<string, unknown>;
  readonly url?: string;
}

/** Every button of a card, wherever in it. */
function buttonsOf({ attachments }: Shown): readonly Button[] {
  return attachments.flatMap(({ content }) => {
    const { body = [], actions = [] } = content as { body?: { actions?: Button[] }[]; actions?: Button[] };
    return [...actions, ...body.flatMap((element) => element.actions ?? [])];
  });
}

function buttonOf(card: Shown, title: string): Record<string, unknown> {
  const found = buttonsOf(card).find((one) => one.title === title && one.data !== undefined);
  if (!found?.data) throw new Error(`no button ${title}: ${buttonsOf(card).map((one) => one.title)}`);
  return found.data;
}

function urlOf(card: Shown): string {
  return buttonsOf(card).find(({ url }) => url !== undefined)?.url ?? '';
}
