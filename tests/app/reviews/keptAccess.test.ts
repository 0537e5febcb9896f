import type { Store } from '../../../src/app/ports';
import { listReviews } from '../../../src/app/reviews/listReviews';
import { openReviewsOf } from '../../../src/app/reviews/openReviews';
import { asInvited, asMember } from '../../../src/app/reviews/reviewAccess';
import { openStore } from '../../../src/storage/openStore';
import { realMethods } from '../../support/methods';
import { bringTalk, SHARED } from '../../support/reviewWorld';

const LATER = '2026-01-04T09:00:00.000Z';
const OVER = '2026-03-02T09:00:00.000Z';

let store: Store;

beforeEach(async () => {
  store = await openStore({ kind: 'sqlite', file: ':memory:' });
  await bringTalk(store);
});

afterEach(() => store.close());

async function sees(person: string, now = LATER): Promise<boolean> {
  const listed = await listReviews({ store, methods: realMethods() }, person, now);
  const ways = [
    (await asInvited(store, 'r1', person, now)) !== null,
    (await asMember(store, 'r1', person, now)) !== null,
    listed.waiting.length > 0,
    (await openReviewsOf(store, person, now)).length > 0,
  ];
  expect(new Set(ways).size).toBe(1);
  return ways[0] === true;
}

test('who takes part keeps it in another role, until its last day', async () => {
  await store.groups.changeRole('g1', 'chris', 'trainer', LATER);
  expect(await sees('chris')).toBe(true);
  await store.groups.changeRole('g1', 'chris', 'learner', LATER);
  expect(await sees('chris')).toBe(true);
  expect(await sees('chris', OVER)).toBe(false);
});

test('who left has lost it, also after coming back', async () => {
  await store.groups.removeMember('g1', 'chris');
  expect(await sees('chris')).toBe(false);
  await store.groups.addMember({ group: 'g1', person: 'chris', role: 'learner', since: LATER });
  expect(await sees('chris')).toBe(false);
});

test('who came later takes no part, and does not get in by another role', async () => {
  await store.groups.addMember({ group: 'g1', person: 'zoe', role: 'learner', since: LATER });
  await store.groups.changeRole('g1', 'zoe', 'trainer', LATER);
  expect(LATER > SHARED).toBe(true);
  expect(await sees('zoe')).toBe(false);
});
