import { deliverDue } from '../../../src/app/outbox';
import type { Store } from '../../../src/app/ports';
import { announceReview, callOffAnnouncement } from '../../../src/app/reviews/announce';
import { openStore } from '../../../src/storage/openStore';
import { type OutboxWorld, outboxWorldOn } from '../../support/outboxWorld';
import { bringTalk, moveMeeting, SHARED } from '../../support/reviewWorld';

const NOW = '2026-01-05T10:00:00.000Z';

let store: Store;
let world: OutboxWorld;

beforeEach(async () => {
  store = await openStore({ kind: 'sqlite', file: ':memory:' });
  await bringTalk(store);
  for (const id of ['dirk', 'late']) {
    const { name, ...rest } = (await store.people.person('zoe'))!;
    await store.people.settlePerson({ ...rest, id, name: `Naam van ${id}` });
    const since = id === 'late' ? '2026-01-03T09:00:00.000Z' : '2026-01-01T09:00:00.000Z';
    await store.groups.addMember({ group: 'g1', person: id, role: 'learner', since });
  }
  for (const id of ['anna', 'bram', 'dirk', 'late', 'zoe'])
    await store.people.changePerson(id, { email: `${id}@example.org` });
  world = outboxWorldOn(store);
  world.time.now = NOW;
});

afterEach(() => store.close());

const announce = async () => announceReview(world.planning, (await store.reviews.review('r1'))!);
const round = async () => (await deliverDue(world.sending())).handled.map(({ code }) => code).sort();
const told = () => world.couriers.mail.letters.map(({ person }) => person);

test('tells each who may enter, once: not who brought it, who came later or who is elsewhere', async () => {
  expect(await announce()).toBe(2);
  await announce();
  // Bram takes part by now; there is nothing to tell him.
  expect(await round()).toEqual(['sent', 'takes-part']);
  expect(await round()).toEqual([]);
  expect(told()).toEqual(['dirk']);
});

test('says who, what, how and until when, and nothing of the talk', async () => {
  await announce();
  await round();
  const [letter] = world.couriers.mail.letters;
  expect(letter?.words.subject).toBe('Intervisie: Een lastig gesprek');
  for (const said of [
    'Ingebracht door: Naam van anna',
    'Vorm: Incidentmethode',
    'Groep: Eerste groep',
    'Meekijken kan tot: zondag 1 maart om 10:00',
  ])
    expect(letter?.words.text).toContain(said);
  expect(letter?.words.card.actions).toEqual([
    { kind: 'link', label: 'Bekijk de intervisie', path: '/reviews/r1' },
  ]);
  expect(letter?.day).toBeNull();
  expect(JSON.stringify(letter)).not.toContain('Woorden van beurt');
});

test('keeps to who wants no reminders', async () => {
  await store.people.changePerson('dirk', { reminders: { mail: false, teams: true } });
  expect(await announce()).toBe(1);
});

test.each<[string, string, () => Promise<unknown>]>([
  ['withdrawn', 'withdrawn', () => store.reviews.withdraw('r1', 'anna', NOW)],
  ['closed', 'closed', () => moveMeeting(store, 'r1', { stage: 'closed' })],
  ['joined', 'takes-part', () => store.reviews.join('r1', { person: 'dirk', since: SHARED })],
  ['left by them', 'not-invited', () => store.groups.removeMember('g1', 'dirk')],
  [
    'opted out of',
    'opted-out',
    () => store.people.changePerson('dirk', { reminders: { mail: false, teams: false } }),
  ],
])('says nothing of a review that is %s by then', async (_, code, happens) => {
  await announce();
  await happens();
  expect(await round()).toContain(code);
  expect(told()).toEqual([]);
});

test('waits while it is quiet, and not beyond the last day', async () => {
  world.time.now = '2026-01-05T20:00:00.000Z';
  await announce();
  expect(await round()).toEqual(['quiet', 'takes-part']);
  world.time.now = '2026-03-02T10:00:00.000Z';
  await round();
  expect(told()).toEqual([]);
});

test('is called off at once when the talk is withdrawn', async () => {
  await announce();
  await store.reviews.withdraw('r1', 'anna', NOW);
  await callOffAnnouncement(store, 'r1');
  expect(await round()).toEqual([]);
});
