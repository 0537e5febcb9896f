import fc from 'fast-check';
import { deliverDue } from '../../../src/app/outbox';
import type { Store } from '../../../src/app/ports';
import { isQuiet } from '../../../src/app/quietHours';
import { planIntention } from '../../../src/app/reviews/intentionReminders';
import { calendar } from '../../../src/calendar';
import type { Intention } from '../../../src/core/model/review';
import { openStore } from '../../../src/storage/openStore';
import { type OutboxWorld, outboxWorldOn } from '../../support/outboxWorld';
import { bringTalk } from '../../support/reviewWorld';

const SECRET = 'Zeldzame woorden van Bram.';
const MONDAY = '2026-01-12';

let store: Store;
let world: OutboxWorld;

beforeEach(async () => {
  store = await openStore({ kind: 'sqlite', file: ':memory:' });
  await bringTalk(store);
  for (const id of ['bram', 'chris']) await store.people.changePerson(id, { email: `${id}@example.org` });
  world = outboxWorldOn(store);
  world.time.now = '2026-01-05T10:00:00.000Z';
});

afterEach(() => store.close());

const sample = (changes: Partial<Intention> = {}): Intention => ({
  ...{ id: 'i1', person: 'bram', review: 'r1', text: SECRET, day: MONDAY, reminds: 'bram' },
  ...{ done: false, at: '2026-01-05T10:00:00.000Z', version: 1 },
  ...changes,
});

async function keep(changes: Partial<Intention> = {}): Promise<void> {
  const intention = sample(changes);
  await store.reviews.keepIntention(intention);
  await planIntention(world.planning, intention);
}

/** Codes of all rounds, half an hour apart, between two moments. */
async function rounds(from: string, until: string): Promise<readonly (readonly [string, string])[]> {
  const seen: (readonly [string, string])[] = [];
  for (let at = Date.parse(from); at <= Date.parse(until); at += 30 * 60_000) {
    world.time.now = new Date(at).toISOString();
    // One message at a time goes to a person.
    for (let more = true; more; ) {
      const { handled } = await deliverDue(world.sending());
      seen.push(...handled.map(({ code }) => [world.time.now, code] as const));
      more = handled.length > 0;
    }
  }
  return seen.filter(([, code]) => code !== 'not-reachable');
}

const mails = () => world.couriers.mail.letters;

test('somebody is reminded of their own in the morning of the day, without its words', async () => {
  await keep();
  expect(await rounds('2026-01-11T20:00:00.000Z', '2026-01-13T20:00:00.000Z')).toEqual([
    ['2026-01-12T08:00:00.000Z', 'sent'],
  ]);
  const [letter] = mails();
  expect(letter?.person).toBe('bram');
  expect(letter?.words.subject).toBe('Je voornemen voor vandaag');
  expect(letter?.words.card.actions[0]).toMatchObject({ path: '/me/intentions' });
  expect(JSON.stringify(letter)).not.toContain(SECRET);
});

test('another is told who and which day, never what', async () => {
  await keep({ reminds: 'chris' });
  await rounds('2026-01-12T07:00:00.000Z', '2026-01-12T09:00:00.000Z');
  const [letter] = mails();
  expect([letter?.person, letter?.words.subject]).toEqual(['chris', 'Naam van bram nam zich iets voor']);
  expect(letter?.words.text).toContain('Dag: maandag 12 januari');
  expect(letter?.words.card.actions[0]).toMatchObject({ path: '/reviews/r1/outcome' });
  expect(JSON.stringify(letter)).not.toContain(SECRET);
  expect(JSON.stringify(await store.privacy.noticesOf('chris'))).not.toContain(SECRET);
});

test('another is still told when the review is withdrawn, by way of a page that is there', async () => {
  await keep({ reminds: 'chris' });
  await store.reviews.withdraw('r1', 'anna', '2026-01-06T10:00:00.000Z');
  await rounds('2026-01-12T07:00:00.000Z', '2026-01-12T09:00:00.000Z');
  expect(mails()[0]?.words.card.actions[0]).toMatchObject({ path: '/me/intentions' });
});

test('the day itself is kept where who is reminded lives, and its quiet hours', async () => {
  await store.people.changePerson('bram', { timeZone: 'America/New_York' });
  await keep();
  expect(await rounds('2026-01-12T00:00:00.000Z', '2026-01-12T23:00:00.000Z')).toEqual([
    ['2026-01-12T14:00:00.000Z', 'sent'],
  ]);
});

test.each<[string, string, () => Promise<unknown>]>([
  ['done', 'done', () => store.reviews.keepIntention(sample({ done: true, version: 2 }))],
  ['moved', 'day-moved', () => store.reviews.keepIntention(sample({ day: '2026-01-13', version: 2 }))],
  ['removed', 'no-intention', () => store.reviews.removeIntention('i1', 'bram')],
  [
    'not to be reminded of',
    'not-asked',
    () => store.reviews.keepIntention(sample({ reminds: null, version: 2 })),
  ],
])('an intention that is %s by then is let be, even when nobody called it off', async (_, code, happens) => {
  await keep();
  await happens();
  expect(await rounds('2026-01-12T07:00:00.000Z', '2026-01-12T12:00:00.000Z')).toContainEqual([
    '2026-01-12T08:00:00.000Z',
    code,
  ]);
  expect(mails()).toEqual([]);
});

test('a buddy who left the group is not told', async () => {
  await keep({ reminds: 'chris' });
  await store.groups.removeMember('g1', 'chris');
  expect(
    (await rounds('2026-01-12T07:00:00.000Z', '2026-01-12T12:00:00.000Z')).map(([, code]) => code),
  ).toEqual(['left-group']);
});

test('whatever is changed and however often, it is told at most once a day, on the last day that was chosen', async () => {
  let made = 0;
  const change = fc.record({
    day: fc.constantFrom('2026-01-12', '2026-01-13', '2026-01-16'),
    done: fc.boolean(),
    reminds: fc.constantFrom('bram', 'chris', null),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 5 }), async (changes) => {
      const id = `i${++made}`;
      world.time.now = '2026-01-05T10:00:00.000Z';
      mails().length = 0;
      for (const [index, one] of changes.entries()) await keep({ id, ...one, version: index + 1 });
      const last = changes.at(-1)!;
      await rounds('2026-01-12T07:00:00.000Z', '2026-01-16T12:00:00.000Z');
      const got = mails().map(({ person, data }) => [person, data.day]);
      expect(got).toEqual(last.done || last.reminds === null ? [] : [[last.reminds, last.day]]);
    }),
    { numRuns: 20 },
  );
});

test('it never comes in quiet hours, and never before its day', async () => {
  const day = fc
    .date({ min: new Date('2026-01-06'), max: new Date('2026-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const zone = fc.constantFrom('Europe/Amsterdam', 'America/New_York', 'Asia/Tokyo', 'Pacific/Auckland');
  await fc.assert(
    fc.asyncProperty(day, zone, async (chosen, timeZone) => {
      const planned: string[] = [];
      const person = { ...(await store.people.person('bram'))!, timeZone };
      await planIntention(
        {
          ...world.planning,
          store: {
            people: { ...store.people, person: async () => person },
            outbox: {
              ...store.outbox,
              cancel: async () => undefined,
              add: async (notices) => planned.push(...notices.map(({ dueAt }) => dueAt)),
            },
          },
        },
        sample({ day: chosen }),
      );
      expect(planned).toHaveLength(2);
      for (const dueAt of planned) {
        expect(isQuiet(dueAt, timeZone, world.planning.quiet, calendar)).toBe(false);
        const there = calendar.there(dueAt, timeZone).day;
        expect(there >= chosen && there <= calendar.plusDays(chosen, 2)).toBe(true);
      }
    }),
    { numRuns: 60 },
  );
});
