import type { Store } from '../../src/app/ports';
import { createSignIns, GRACE_MS, SIGN_IN_MS, type SignInKeeper } from '../../src/app/signIns';
import { secrets } from '../../src/secrets';
import { openStore } from '../../src/storage/openStore';
import { samplePerson } from '../support/practiceServer';

const SECOND = 1_000;
const DAY = 24 * 60 * 60 * SECOND;

let store: Store;
let time: number;
let signIns: SignInKeeper;
let made: number;

beforeEach(async () => {
  store = await openStore({ kind: 'sqlite', file: ':memory:' });
  time = Date.UTC(2026, 0, 5, 9);
  made = 0;
  signIns = keeper();
  for (const id of ['anna', 'bert']) await store.people.settlePerson(samplePerson(id, { locale: 'en' }));
});

afterEach(() => store.close());

/** Another one on the same store, as in another instance. */
function keeper(): SignInKeeper {
  const clock = { now: () => new Date(time).toISOString() };
  return createSignIns({ store, clock, ids: { fresh: () => `visit-${++made}` }, secrets });
}

async function who(secret: string): Promise<string | null> {
  return (await signIns.read(secret))?.visit.learner ?? null;
}

it('recognises the browser, in the language of its person', async () => {
  const secret = await signIns.begin('anna', 'code');
  expect(await signIns.read(secret)).toEqual({
    visit: { learner: 'anna', visit: 'visit-1', locale: 'en' },
    renewed: null,
  });
});

it('keeps only the hash of a secret of 32 bytes', async () => {
  const secret = await signIns.begin('anna', 'code');
  expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
  const [held] = await store.people.signInsOf('anna');
  expect(held?.hash).toMatch(/^[\da-f]{64}$/);
  expect(JSON.stringify(held)).not.toContain(secret);
});

it.each(['', 'x', 'a'.repeat(43), 'a'.repeat(500), 'eyJhbGciOiJIUzI1NiJ9.e30.x'])(
  'knows nobody by ‘%s’',
  async (secret) => {
    await signIns.begin('anna', 'code');
    expect(await signIns.read(secret)).toBeNull();
  },
);

it('renews the secret once a day and keeps the visit', async () => {
  const secret = await signIns.begin('anna', 'code');
  time += DAY - SECOND;
  expect((await signIns.read(secret))?.renewed).toBeNull();
  time += SECOND;
  const read = await signIns.read(secret);
  expect(read?.visit.visit).toBe('visit-1');
  expect(await who(read?.renewed ?? '')).toBe('anna');
});

it('takes requests that were under way with the old secret', async () => {
  const secret = await signIns.begin('anna', 'code');
  time += DAY;
  const { renewed } = (await signIns.read(secret)) ?? {};
  await signIns.read(renewed ?? '');
  time += GRACE_MS;
  expect(await signIns.read(secret)).toMatchObject({ visit: { learner: 'anna' }, renewed: null });
});

it('no longer takes the old secret once the browser came with the new one and the grace is over', async () => {
  const secret = await signIns.begin('anna', 'code');
  time += DAY;
  const { renewed } = (await signIns.read(secret)) ?? {};
  time += GRACE_MS + SECOND;
  expect(await who(renewed ?? '')).toBe('anna');
  expect(await who(secret)).toBeNull();
  expect(await who(renewed ?? '')).toBe('anna');
});

it('gives the secret anew when the answer that brought it got lost', async () => {
  const secret = await signIns.begin('anna', 'code');
  time += DAY;
  const lost = (await signIns.read(secret))?.renewed ?? '';
  time += GRACE_MS + SECOND;
  const again = await signIns.read(secret);
  expect(again?.visit.learner).toBe('anna');
  expect(again?.renewed).not.toBeNull();
  expect(await who(lost)).toBeNull();
  expect(await who(again?.renewed ?? '')).toBe('anna');
});

it('signs nobody out when many requests renew at once, in two instances', async () => {
  const secret = await signIns.begin('anna', 'code');
  time += DAY;
  const keepers = [signIns, keeper()];
  const read = await Promise.all([1, 2, 3, 4, 5, 6].map((n) => keepers[n % 2]?.read(secret)));
  expect(read.map((one) => one?.visit.visit)).toEqual(Array(6).fill('visit-1'));
  const renewed = read.flatMap((one) => one?.renewed ?? []);
  expect(renewed).toHaveLength(1);
  expect(await who(renewed[0] ?? '')).toBe('anna');
});

it('holds thirty days from the last visit', async () => {
  let secret = await signIns.begin('anna', 'code');
  time += 20 * DAY;
  secret = (await signIns.read(secret))?.renewed ?? '';
  time += 20 * DAY;
  secret = (await signIns.read(secret))?.renewed ?? '';
  expect(await who(secret)).toBe('anna');
  time += SIGN_IN_MS;
  expect(await who(secret)).toBeNull();
});

it('never takes over what a browser showed before: each beginning has a secret of its own', async () => {
  const planted = await signIns.begin('bert', 'code');
  const before = { person: 'bert', visit: 'visit-1' };
  const secret = await signIns.begin('anna', 'openid', before);
  expect(secret).not.toBe(planted);
  expect(await who(planted)).toBeNull();
  expect(await who(secret)).toBe('anna');
});

it('makes the secret new for the same person, whose old one then ends', async () => {
  const secret = await signIns.begin('anna', 'openid');
  const next = await signIns.anew({ person: 'anna', visit: 'visit-1' });
  expect(await who(secret)).toBeNull();
  expect(await signIns.read(next ?? '')).toMatchObject({ visit: { learner: 'anna', visit: 'visit-2' } });
  expect((await store.people.signInsOf('anna')).map(({ way }) => way)).toEqual(['openid']);
  expect(await signIns.anew({ person: 'anna', visit: 'visit-1' })).toBeNull();
  expect(await signIns.anew({ person: 'bert', visit: 'visit-2' })).toBeNull();
});

it('lets all browsers of somebody get a new secret at their next visit', async () => {
  const secret = await signIns.begin('anna', 'code');
  await signIns.renewSoon('anna');
  const { renewed } = (await signIns.read(secret)) ?? {};
  expect(renewed).not.toBeNull();
  expect((await signIns.read(renewed ?? ''))?.renewed).toBeNull();
});

it('ends one browser or all of a person, and none of another', async () => {
  const [one, two, other] = [
    await signIns.begin('anna', 'code'),
    await signIns.begin('anna', 'code'),
    await signIns.begin('bert', 'code'),
  ];
  expect(await signIns.end('visit-3', 'anna')).toBe(false);
  expect(await signIns.end('visit-1', 'anna')).toBe(true);
  expect(await signIns.end('visit-1', 'anna')).toBe(false);
  expect([await who(one), await who(two)]).toEqual([null, 'anna']);
  await signIns.endAll('anna');
  expect([await who(two), await who(other)]).toEqual([null, 'bert']);
});

it('ends also a browser whose secret is being renewed', async () => {
  const secret = await signIns.begin('anna', 'code');
  time += DAY;
  const { renewed } = (await signIns.read(secret)) ?? {};
  await signIns.end('visit-1', 'anna');
  expect([await who(secret), await who(renewed ?? '')]).toEqual([null, null]);
});
