import type { Store } from '../../../src/app/ports';
import { createReviewFeed, type LiveRoom, type ReviewFeed } from '../../../src/app/reviews/live';
import { telling } from '../../../src/app/reviews/tellingStore';
import { openStore } from '../../../src/storage/openStore';
import { realMethods } from '../../support/methods';
import { bringTalk, moveMeeting, SHARED } from '../../support/reviewWorld';

const NOW = '2026-01-03T09:00:00.000Z';
const RUNNING = { stage: 'running', since: NOW } as const;

let store: Store;
let feed: ReviewFeed;
let now: string;
let looks: (() => void) | null;
const faults: unknown[] = [];

beforeEach(async () => {
  store = await openStore({ kind: 'sqlite', file: ':memory:' });
  await bringTalk(store);
  now = NOW;
  looks = null;
  faults.length = 0;
  feed = createReviewFeed({
    store,
    clock: { now: () => now },
    methods: realMethods(),
    every(_, job) {
      looks = job;
      return () => {
        looks = null;
      };
    },
    fault: (error) => void faults.push(error),
  });
});

afterEach(async () => {
  await store.close();
  expect(faults).toEqual([]);
});

/** Somebody with the room open. */
function screen(person: string) {
  const seen: (LiveRoom | 'gone')[] = [];
  const waiting: (() => void)[] = [];
  const tell = (what: LiveRoom | 'gone') => {
    seen.push(what);
    for (const wake of waiting.splice(0)) wake();
  };
  const stop = feed.listen({
    review: 'r1',
    person,
    room: (room) => tell(room),
    gone: () => tell('gone'),
  });
  return {
    seen,
    stop,
    async until(holds: (last: LiveRoom | 'gone' | undefined) => boolean) {
      while (!holds(seen.at(-1))) await new Promise<void>((wake) => void waiting.push(wake));
      return seen.at(-1);
    },
  };
}

const atRevision = (revision: number) => (last: LiveRoom | 'gone' | undefined) =>
  typeof last === 'object' && last.revision === revision;

test('whoever opens the room is told how it stands, and nothing of what was said', async () => {
  const { until } = screen('bram');
  expect(await until((last) => last !== undefined)).toEqual({
    revision: 3,
    stage: 'waiting',
    step: 0,
    stepId: null,
    endsAt: null,
    now: NOW,
    present: 1,
  });
});

test('a step reaches everybody, with when it ends', async () => {
  const screens = ['anna', 'bram', 'chris'].map(screen);
  for (const { until } of screens) await until((last) => last !== undefined);
  await moveMeeting({ ...store, reviews: telling(store.reviews, feed) }, 'r1', RUNNING);
  const [method] = realMethods().filter(({ id }) => id === 'incident');
  const [first] = method?.steps ?? [];
  const endsAt = new Date(Date.parse(NOW) + (first?.minutes ?? 0) * 60_000).toISOString();
  for (const { until } of screens)
    expect(await until(atRevision(4))).toMatchObject({ stage: 'running', stepId: first?.id, endsAt });
});

test('what another instance changed is found by looking', async () => {
  const { until, seen } = screen('bram');
  await until(atRevision(3));
  looks?.();
  await moveMeeting(store, 'r1', RUNNING);
  looks?.();
  await until(atRevision(4));
  expect(seen.length).toBeLessThanOrEqual(3);
});

test.each<[string, () => Promise<unknown>]>([
  ['it is withdrawn', () => store.reviews.withdraw('r1', 'anna', NOW)],
  ['they leave the group', () => store.groups.removeMember('g1', 'bram')],
  [
    'its last day is over',
    async () => {
      now = '2026-03-01T09:00:00.000Z';
    },
  ],
])('somebody loses sight when %s', async (_, happens) => {
  const { until, seen } = screen('bram');
  await until(atRevision(3));
  await happens();
  for (let look = 0; look < 10; look += 1) looks?.();
  await until((last) => last === 'gone');
  const told = seen.length;
  await store.reviews.join('r1', { person: 'tineke', since: SHARED });
  for (let look = 0; look < 20; look += 1) looks?.();
  await new Promise((resume) => setImmediate(resume));
  expect(seen.length).toBe(told);
});

test('who takes part keeps sight in another role', async () => {
  const { until, seen } = screen('bram');
  await until(atRevision(3));
  await store.groups.changeRole('g1', 'bram', 'trainer', NOW);
  for (let look = 0; look < 10; look += 1) looks?.();
  await moveMeeting(store, 'r1', RUNNING);
  looks?.();
  await until(atRevision(4));
  expect(seen).not.toContain('gone');
});

test('nobody looks when nobody has a room open', async () => {
  const { until, stop } = screen('bram');
  await until(atRevision(3));
  expect(looks).not.toBeNull();
  stop();
  expect(looks).toBeNull();
});
