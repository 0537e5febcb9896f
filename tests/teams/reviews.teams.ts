import { join } from 'node:path';
import { announceReview } from '../../src/app/reviews/announce';
import { postOutcome } from '../../src/app/reviews/postOutcome';
import { withdraw } from '../../src/app/reviews/withdraw';
import { PROJECT_ROOT } from '../../src/cli/root';
import { loadTexts } from '../../src/content/texts';
import { samplePerson } from '../support/practiceServer';
import { EARLY, sampleReview, TALK } from '../support/reviewWorld';
import { CHANNEL, clientMissing, type Playground, type Shown, startPlayground } from './playground';
import { type Product, startProduct } from './product';

const missing = clientMissing();
if (missing !== null) process.stdout.write(`Teams client left out: ${missing}\n`);

const ALEX = 'aad:00000000-0000-0000-0000-0000000000001:00000000-0000-0000-0000-0000000000020';

/** A review that somebody of Teams brings, from its announcement to its withdrawal; each step goes on from the last. */
(missing === null ? describe : describe.skip)('an intervisie in Teams', () => {
  let product: Product;
  let teams: Playground;
  const clock = { now: () => new Date(product.time.now).toISOString() };
  beforeAll(async () => {
    product = await startProduct();
    const { people, groups } = product.store;
    for (const id of ['anna', 'bram', ALEX]) await people.settlePerson(samplePerson(id, { since: EARLY }));
    const group = { id: 'g1', name: 'Wijkteam', createdBy: 'anna', createdAt: EARLY };
    await groups.addGroup({ ...group, archivedAt: null, timeZone: 'Europe/Amsterdam' });
    for (const person of ['anna', 'bram', ALEX])
      await groups.addMember({ group: 'g1', person, role: 'learner', since: EARLY });
    teams = await startPlayground(`${product.server.url}/api/messages`);
    await teams.install();
    await teams.until(1);
  });
  afterAll(async () => {
    await teams.close();
    await product.close();
  });

  const after = async (act: () => Promise<unknown>, fits: (one: Shown) => boolean): Promise<Shown> => {
    const before = teams.shown.length;
    await act();
    return teams.find(before, fits);
  };
  /** That a card stands somewhere is kept after it is shown. */
  const kept = async (id: string) => {
    while ((await product.store.reviews.place(id)) === null)
      await new Promise((wake) => setTimeout(wake, 10));
  };
  const cardWith = (words: string) => (one: Shown) => JSON.stringify(one.attachments).includes(words);
  const cardOf = (one: Shown) =>
    one.attachments[0]?.content as {
      readonly body: unknown;
      readonly actions?: readonly Record<string, unknown>[];
    };
  const bring = (id: string, title: string, owner = ALEX) =>
    product.store.reviews.add(
      sampleReview({ id, title, owner, facilitator: null, freeze: null }),
      TALK,
      null,
    );

  it('has nothing to announce for who brings nothing', async () => {
    await product.store.people.changePerson(ALEX, { locale: 'nl' });
    const card = await after(() => teams.mention(CHANNEL, 'intervisie'), cardWith('Nog geen intervisie'));
    expect(JSON.stringify(card)).not.toContain('/reviews');
  });

  it('tells each who may take part that there is one, by what is sent to them alone', async () => {
    await bring('r0', 'Gesprek met de tante', 'anna');
    const review = (await product.store.reviews.review('r0'))!;
    const ids = { fresh: () => `told-${Math.random()}` };
    expect(await announceReview({ store: product.store, clock, ids }, review)).toBe(1);
    const card = await after(() => product.remind(), cardWith('Intervisie: Gesprek met de tante'));
    expect(JSON.stringify(card)).toContain('Naam van anna');
  });

  it('is announced in the channel by who brought it: who, what, how and until when, and no word of the talk', async () => {
    await bring('r1', 'Gesprek met de vader');
    const announced = await after(() => teams.mention(CHANNEL, 'intervisie'), cardWith('Doe mee'));
    const said = JSON.stringify(announced);
    for (const words of ['Gesprek met de vader', 'Incidentmethode', '1 maart']) expect(said).toContain(words);
    for (const words of ['Woorden van beurt', 'Antwoord', 'secret']) expect(said).not.toContain(words);
    const [join] = cardOf(announced).actions ?? [];
    expect(join).toMatchObject({ type: 'Action.OpenUrl', title: 'Doe mee' });
    expect(String(join?.url)).toMatch(/\/reviews\/r1$/);
    await kept('r1');
  });

  it('of several asks which, without their titles', async () => {
    await bring('r2', 'Iets anders');
    let thread = '';
    const ask = async () => {
      thread = await teams.mention(CHANNEL, 'Intervisie!');
    };
    const which = await after(ask, cardWith('Welke intervisie?'));
    expect(JSON.stringify(which)).not.toMatch(/Iets anders|Gesprek met de vader/);
    const button = cardOf(which).actions?.find(({ data }) => (data as { review: string }).review === 'r2');
    const announced = await after(
      () => teams.submit(button?.data as object, thread),
      cardWith('Iets anders'),
    );
    expect(JSON.stringify(announced)).toContain('Doe mee');
    await kept('r2');
    expect(await withdraw({ store: product.store, clock }, ALEX, 'r2')).toBe(true);
  });

  it('opens from one’s own chat, as the same person', async () => {
    const list = await after(() => teams.say('intervisie'), cardWith('ingebracht door Naam van anna'));
    const open = cardOf(list).actions?.find(({ title }) => title === 'Open: Gesprek met de vader');
    const way = await after(() => teams.submit(open?.data as object), cardWith('/link/'));
    expect(cardOf(way).actions?.[0]).toMatchObject({ type: 'Action.OpenUrl' });
  });

  it('leaves what is taken home in the thread where it was announced, when somebody has it put there', async () => {
    const { store, methods, places } = product;
    await store.reviews.join('r1', { person: 'bram', since: EARLY });
    const insight = { id: 's1', by: 'bram', at: EARLY, text: 'Stilte *werkt*.' };
    await store.reviews.keep({ review: 'r1', kind: 'insight', key: 's1', version: 1, value: insight });
    await store.reviews.keepIntention({
      ...{ id: 'i1', person: ALEX, review: 'r1', text: 'Alleen voor mij.', day: '2026-02-02' },
      ...{ reminds: null, done: false, at: EARLY, version: 1 },
    });
    const how = { texts: loadTexts(join(PROJECT_ROOT, 'locales'))('nl', 'je'), baseUrl: product.server.url };
    const parts = { store, clock, methods, places };
    expect(await postOutcome(parts, 'r1', 'bram', how)).toBeNull();
    const posted = await after(
      async () => expect(await postOutcome(parts, 'r1', ALEX, how)).toBe('posted'),
      cardWith('Wat we meenemen: Gesprek met de vader'),
    );
    const said = JSON.stringify(posted);
    expect(said).toContain('Stilte');
    expect(said).toContain('Er is één voornemen opgeschreven.');
    expect(said).not.toMatch(/Alleen voor mij|Naam van bram/);
  });

  it('is gone everywhere once it is withdrawn: nothing is announced or told', async () => {
    expect(await withdraw({ store: product.store, clock }, ALEX, 'r1')).toBe(true);
    await after(() => teams.mention(CHANNEL, 'intervisie'), cardWith('Nog geen intervisie'));
    await after(
      () => teams.say('intervisie'),
      (one) => cardWith('Gesprek met de tante')(one) && !cardWith('Gesprek met de vader')(one),
    );
    const before = teams.shown.length;
    expect(await product.remind()).toEqual([]);
    expect(teams.shown).toHaveLength(before);
    expect(product.logged).toEqual([]);
  });
});
