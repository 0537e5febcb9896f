import { join } from 'node:path';
import type { Store } from '../../../src/app/ports';
import { takeBackLostCards } from '../../../src/app/reviews/announcedCards';
import { createReviewsInPublic } from '../../../src/app/reviews/inPublic';
import { openReviewsOf } from '../../../src/app/reviews/openReviews';
import { withdraw } from '../../../src/app/reviews/withdraw';
import { calendar } from '../../../src/calendar';
import { PROJECT_ROOT } from '../../../src/cli/root';
import { loadTexts } from '../../../src/content/texts';
import type { PlaceCourier } from '../../../src/core/model/letter';
import type { Card } from '../../../src/core/model/message';
import { openStore } from '../../../src/storage/openStore';
import { bringTalk, moveMeeting, SHARED, sampleReview, TALK } from '../../support/reviewWorld';

const NOW = '2026-01-05T10:00:00.000Z';

let store: Store;
let now: string;
let takenBack: string[];
let reachable: boolean;
let announced: string | null;

beforeEach(async () => {
  store = await openStore({ kind: 'sqlite', file: ':memory:' });
  await bringTalk(store);
  now = NOW;
  takenBack = [];
  reachable = true;
});

afterEach(() => store.close());

const places = {
  takeBack: async (reference: string) => {
    takenBack.push(reference);
    return reachable;
  },
};

const courier: PlaceCourier = { ...places, post: async () => 'sent' };

function inPublic() {
  const texts = loadTexts(join(PROJECT_ROOT, 'locales'));
  return createReviewsInPublic({ store, clock: { now: () => now }, texts, personal: '/', places });
}

async function ask(person: string, review: string | null = null): Promise<Card> {
  const answer = await inPublic().asked({ person, review, locale: 'nl', address: 'je' });
  announced = answer.review;
  return answer.card;
}

const minutesOn = (minutes: number) => new Date(Date.parse(NOW) + minutes * 60_000).toISOString();
const lost = async () => (await store.reviews.orphanedPlaces(9)).map(({ reference }) => reference);

const place = async () => (await store.reviews.place('r1'))?.reference ?? null;
const factsOf = (card: Card) =>
  card.blocks.flatMap((block) => (block.kind === 'facts' ? block.rows.map(({ value }) => value) : []));

test('who brought it has it announced, and the place is kept once the card stands', async () => {
  const card = await ask('anna');
  expect(factsOf(card)).toEqual(['Naam van anna', 'Een lastig gesprek', 'Incidentmethode', 'zondag 1 maart']);
  expect(card.actions).toEqual([{ kind: 'link', label: 'Doe mee', path: '/reviews/r1' }]);
  expect(JSON.stringify(card)).not.toContain('Woorden van beurt');
  expect([announced, await place()]).toEqual(['r1', null]);
  await inPublic().stands('r1', 'kaart 1');
  expect(await place()).toBe('kaart 1');
});

describe('the card', () => {
  it('of an earlier time is taken back when it is announced again', async () => {
    await inPublic().stands('r1', 'kaart 1');
    now = minutesOn(1);
    await inPublic().stands('r1', 'kaart 2');
    expect([takenBack, await place(), await lost()]).toEqual([['kaart 1'], 'kaart 2', []]);
  });

  it('of an earlier time is taken back later when Teams does not answer, and the new one stays', async () => {
    await inPublic().stands('r1', 'kaart 1');
    reachable = false;
    now = minutesOn(1);
    await inPublic().stands('r1', 'kaart 2');
    expect([await place(), await lost()]).toEqual(['kaart 2', ['kaart 1']]);
    expect(await takeBackLostCards({ store, places })).toBe(0);
    reachable = true;
    expect(await takeBackLostCards({ store, places })).toBe(1);
    expect([await place(), await lost()]).toEqual(['kaart 2', []]);
  });

  it('goes at once when the review was withdrawn while it was sent', async () => {
    await ask('anna');
    await store.reviews.withdraw('r1', 'anna', NOW);
    await inPublic().stands('r1', 'kaart 1');
    expect([takenBack, await place()]).toEqual([['kaart 1'], null]);
  });

  it('goes at once with a withdrawal, and else when Teams answers', async () => {
    await inPublic().stands('r1', 'kaart 1');
    reachable = false;
    expect(await withdraw({ store, clock: { now: () => now }, places: courier }, 'anna', 'r1')).toBe(true);
    expect([takenBack, await lost()]).toEqual([['kaart 1'], ['kaart 1']]);
    reachable = true;
    expect(await takeBackLostCards({ store, places })).toBe(1);
    expect(await takeBackLostCards({ store, places })).toBe(0);
    expect(takenBack).toEqual(['kaart 1', 'kaart 1']);
  });

  it.each<[string, () => Promise<unknown>]>([
    ['who brought it is forgotten', () => store.privacy.forgetPerson('anna', NOW)],
    ['who brought it leaves the group', () => store.groups.removeMember('g1', 'anna')],
    ['it is too old', () => store.privacy.forgetBefore('2027-01-01', NOW)],
  ])('goes when %s', async (_, happens) => {
    await inPublic().stands('r1', 'kaart 1');
    expect(await takeBackLostCards({ store, places })).toBe(0);
    await happens();
    expect(await takeBackLostCards({ store, places })).toBe(1);
    expect([takenBack, await lost()]).toEqual([['kaart 1'], []]);
  });
});

test.each(['bram', 'chris', 'tineke', 'zoe', 'nobody'])(
  '%s has nothing announced, and learns nothing of what there is, not by its id either',
  async (person) => {
    for (const review of [null, 'r1', 'r9']) {
      const card = await ask(person, review);
      expect(card).toEqual(await ask('nobody'));
      expect(card.actions).toMatchObject([{ kind: 'entry', path: '/' }]);
    }
    expect(announced).toBeNull();
  },
);

test.each<[string, () => Promise<unknown>]>([
  ['withdrawn', () => store.reviews.withdraw('r1', 'anna', NOW)],
  ['closed', () => moveMeeting(store, 'r1', { stage: 'closed' })],
  ['past its last day', async () => (now = '2026-03-02T10:00:00.000Z')],
  ['of a group that is archived', () => store.groups.changeGroup('g1', { archivedAt: NOW })],
  ['of a group that they left', () => store.groups.removeMember('g1', 'anna')],
])('nothing is announced that is %s', async (_, happens) => {
  await happens();
  expect((await ask('anna')).title).toBe('Nog geen intervisie');
  expect(announced).toBeNull();
});

test('of several it asks which, without titles, and announces the one that is chosen', async () => {
  await store.reviews.add(sampleReview({ id: 'r2', title: 'Iets anders', method: 'gossip' }), TALK, null);
  const which = await ask('anna');
  expect(JSON.stringify(which)).not.toMatch(/Iets anders|lastig/);
  expect(which.actions).toContainEqual({
    kind: 'submit',
    label: expect.stringMatching(/^\d\. Roddelmethode, gedeeld op vrijdag 2 januari$/),
    action: 'reviews',
    values: { review: 'r2' },
  });
  expect(announced).toBeNull();
  expect(factsOf(await ask('anna', 'r2'))).toContain('Iets anders');
  expect(announced).toBe('r2');
});

test('many do not make a large card', async () => {
  for (let n = 2; n < 12; n += 1) await store.reviews.add(sampleReview({ id: `r${n}` }), TALK, null);
  expect((await ask('anna')).actions).toHaveLength(5);
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
