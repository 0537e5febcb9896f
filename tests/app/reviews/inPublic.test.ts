import { join } from 'node:path';
import type { Store } from '../../../src/app/ports';
import { createReviewsInPublic } from '../../../src/app/reviews/inPublic';
import { openReviewsOf } from '../../../src/app/reviews/openReviews';
import { calendar } from '../../../src/calendar';
import { PROJECT_ROOT } from '../../../src/cli/root';
import { loadTexts } from '../../../src/content/texts';
import type { Card } from '../../../src/core/model/message';
import { openStore } from '../../../src/storage/openStore';
import { bringTalk, moveMeeting, SHARED, sampleReview, TALK } from '../../support/reviewWorld';

const NOW = '2026-01-05T10:00:00.000Z';
const PLACE = '{"conversation":{"id":"kanaal"}}';

let store: Store;
let now: string;

beforeEach(async () => {
  store = await openStore({ kind: 'sqlite', file: ':memory:' });
  await bringTalk(store);
  now = NOW;
});

afterEach(() => store.close());

async function ask(person: string, review: string | null = null): Promise<Card> {
  const texts = loadTexts(join(PROJECT_ROOT, 'locales'));
  const inPublic = createReviewsInPublic({ store, clock: { now: () => now }, texts, personal: '/' });
  const answer = await inPublic.asked({ person, review, reference: PLACE, locale: 'nl', address: 'je' });
  return answer.card;
}

const place = async (review = 'r1') => (await store.reviews.place(review))?.reference ?? null;
const factsOf = (card: Card) =>
  card.blocks.flatMap((block) => (block.kind === 'facts' ? block.rows.map(({ value }) => value) : []));

test.each(['anna', 'bram'])(
  '%s, who brought or leads it, has it announced, and the place is kept',
  async (person) => {
    const card = await ask(person);
    expect(factsOf(card)).toEqual([
      'Naam van anna',
      'Een lastig gesprek',
      'Incidentmethode',
      'zondag 1 maart',
    ]);
    expect(card.actions).toEqual([{ kind: 'link', label: 'Doe mee', path: '/reviews/r1' }]);
    expect(JSON.stringify(card)).not.toContain('Woorden van beurt');
    expect(await place()).toBe(PLACE);
  },
);

test.each(['chris', 'tineke', 'zoe', 'nobody'])(
  '%s has nothing announced, and learns nothing of what there is, not by its id either',
  async (person) => {
    for (const review of [null, 'r1', 'r9']) {
      const card = await ask(person, review);
      expect(card).toEqual(await ask('nobody'));
      expect(card.actions).toMatchObject([{ kind: 'entry', path: '/' }]);
    }
    expect(await place()).toBeNull();
  },
);

test.each<[string, () => Promise<unknown>]>([
  ['withdrawn', () => store.reviews.withdraw('r1', 'anna', NOW)],
  ['closed', () => moveMeeting(store, 'r1', { stage: 'closed' })],
  ['past its last day', async () => (now = '2026-03-02T10:00:00.000Z')],
  ['of a group that is archived', () => store.groups.changeGroup('g1', { archivedAt: NOW })],
  ['of a group that they left', () => store.groups.removeMember('g1', 'bram')],
])('nothing is announced that is %s', async (_, happens) => {
  await happens();
  expect((await ask('bram')).title).toBe('Nog geen intervisie');
  expect(await place()).toBeNull();
});

test('of several it asks which, without titles, and announces the one that is chosen', async () => {
  await store.reviews.add(sampleReview({ id: 'r2', title: 'Iets anders', method: 'gossip' }), TALK, null);
  const which = await ask('bram');
  expect(JSON.stringify(which)).not.toMatch(/Iets anders|lastig/);
  expect(which.actions).toContainEqual({
    kind: 'submit',
    label: expect.stringMatching(/^\d\. Roddelmethode, gedeeld op vrijdag 2 januari$/),
    action: 'reviews',
    values: { review: 'r2' },
  });
  expect(await place()).toBeNull();
  expect(factsOf(await ask('bram', 'r2'))).toContain('Iets anders');
  expect([await place(), await place('r2')]).toEqual([null, PLACE]);
});

test('many do not make a large card', async () => {
  for (let n = 2; n < 12; n += 1) await store.reviews.add(sampleReview({ id: `r${n}` }), TALK, null);
  expect((await ask('bram')).actions).toHaveLength(5);
});

test('in one’s own chat all is listed that is open to them, and nothing else', async () => {
  expect(await openReviewsOf(store, 'zoe', now)).toEqual([]);
  expect(await openReviewsOf(store, 'anna', now)).toMatchObject([{ id: 'r1', own: true, leads: false }]);
  expect(await openReviewsOf(store, 'chris', now)).toMatchObject([{ id: 'r1', own: false, leads: false }]);
  const late = calendar.at('2026-01-04', '09:00', 'Europe/Amsterdam');
  expect(late > SHARED).toBe(true);
  await store.groups.addMember({ group: 'g1', person: 'zoe', role: 'learner', since: late });
  expect(await openReviewsOf(store, 'zoe', now)).toEqual([]);
});
