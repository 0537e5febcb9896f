import type { ReviewItem, Store } from '../../../src/app/ports';
import type { Person } from '../../../src/core/model/person';
import { type BroughtTalk, type Intention, NOT_BEGUN, type Review } from '../../../src/core/model/review';
import { AT, LATER } from '../fixtures';
import type { OpenScene } from './scene';

const UNTIL = '2026-12-05T23:00:00.000Z';
const LONG_AFTER = '2027-12-01T00:00:00.000Z';
/** Not every database takes every character. */
const TYPED = 'Mooi “gevraagd” 🙂 \u0000 <b>';

const person = (id: string): Person => ({
  id,
  name: id,
  email: null,
  organiser: false,
  locale: 'nl',
  address: 'je',
  timeZone: 'Europe/Amsterdam',
  reminders: { teams: true, mail: true },
  since: AT,
});

const review: Review = {
  id: 'r1',
  group: 'g1',
  owner: 'anna',
  source: { kind: 'attempt', attempt: 'a1' },
  title: TYPED,
  method: 'incident',
  freeze: 3,
  focus: ['H1', 'V5'],
  facilitator: null,
  until: UNTIL,
  sharedAt: AT,
  meeting: NOT_BEGUN,
  version: 1,
  revision: 1,
};

const talk: BroughtTalk = {
  locale: 'nl',
  scenario: { id: 'hasna', title: 'Hasna' },
  other: { name: 'Vader', letter: 'V' },
  opening: TYPED,
  turns: [{ number: 1, text: TYPED, answer: '(zwijgt)', sentences: [], before: null, meters: null }],
  preparation: { facts: TYPED },
  reflection: {},
  card: null,
  ending: '',
};

const consent = {
  review: 'r1',
  person: 'anna',
  group: 'g1',
  at: AT,
  until: UNTIL,
  turns: 1,
  card: true,
  preparation: false,
  reflection: true,
  people: 2,
  withdrawnAt: null,
};

const note = (id: string, by: string, version = 1, text = TYPED): ReviewItem<'note'> => ({
  review: 'r1',
  kind: 'note',
  key: id,
  version,
  value: {
    id,
    by,
    at: AT,
    kind: 'question',
    turn: 1,
    sentence: null,
    text,
    step: 0,
    release: null,
    anonymous: false,
  },
});

const label = (by: string, version = 1): ReviewItem<'label'> => ({
  review: 'r1',
  kind: 'label',
  key: '1.0',
  version,
  value: { turn: 1, sentence: 0, machine: { kind: 'unsure' }, move: 'reflect', by, at: AT },
});

const intention: Intention = {
  id: 'i1',
  person: 'bram',
  review: 'r1',
  text: TYPED,
  day: '2026-12-01',
  reminds: 'anna',
  done: false,
  at: AT,
  version: 1,
};

/** Anna brings a talk to the group that Tineke trains and Bram is in. */
async function brought(store: Store): Promise<void> {
  for (const id of ['tineke', 'bram']) await store.people.settlePerson(person(id));
  await store.groups.addGroup({
    id: 'g1',
    name: 'Groep',
    createdBy: 'tineke',
    createdAt: AT,
    archivedAt: null,
    timeZone: 'Europe/Amsterdam',
  });
  for (const id of ['anna', 'bram'])
    await store.groups.addMember({ group: 'g1', person: id, role: 'learner', since: AT });
  expect(await store.reviews.add(review, talk, consent)).toBe(true);
}

export function describeReviews(scene: OpenScene): void {
  describe('reviews', () => {
    const store = () => scene().store;
    const reviews = () => scene().store.reviews;

    beforeEach(async () => {
      await scene().start();
      await scene().say(1);
      await brought(store());
    });

    it('are kept with their talk as it was shared, and found by group and by who brought them', async () => {
      expect(await reviews().review('r1')).toEqual(review);
      expect(await reviews().talk('r1')).toEqual(talk);
      expect(await reviews().members('r1')).toEqual([{ person: 'anna', since: AT }]);
      const later = { ...review, id: 'r2', sharedAt: LATER, source: { kind: 'own-case' } as const };
      await reviews().add(later, talk, null);
      expect(await reviews().reviewsIn(['g1'])).toEqual([later, review]);
      expect(await reviews().reviewsBy('anna')).toEqual([later, review]);
      expect(await reviews().reviewsIn([])).toEqual([]);
      expect(await reviews().reviewsBy('bram')).toEqual([]);
      expect(await reviews().consentsOf('anna')).toEqual([consent]);
    });

    it('are not made of a talk of somebody else', async () => {
      expect(await reviews().add({ ...review, id: 'r2', owner: 'bram' }, talk, null)).toBe(false);
      expect(await reviews().review('r2')).toBeNull();
    });

    it('change for who read them as they are, and raise their revision each time', async () => {
      const meeting = { ...NOT_BEGUN, stage: 'running' as const, since: AT };
      expect(await reviews().change({ ...review, meeting, facilitator: 'bram' })).toBe(true);
      expect(await reviews().change({ ...review, title: 'Te laat' })).toBe(false);
      expect(await reviews().review('r1')).toEqual({
        ...review,
        meeting,
        facilitator: 'bram',
        version: 2,
        revision: 2,
      });
      await reviews().join('r1', { person: 'bram', since: LATER });
      await reviews().keep(note('n1', 'bram'));
      expect(await reviews().revisions(['r1', 'gone'])).toEqual(new Map([['r1', 4]]));
      expect(await reviews().review('r1')).toMatchObject({ version: 2 });
    });

    it('are taken part in once', async () => {
      expect(await reviews().join('r1', { person: 'bram', since: LATER })).toBe(true);
      expect(await reviews().join('r1', { person: 'bram', since: LATER })).toBe(false);
      expect(await reviews().join('gone', { person: 'bram', since: LATER })).toBe(false);
      expect(await reviews().members('r1')).toEqual([
        { person: 'anna', since: AT },
        { person: 'bram', since: LATER },
      ]);
    });

    it('hold what members wrote, in the order in which they began', async () => {
      expect(await reviews().keep(note('n2', 'bram'))).toBe('kept');
      expect(await reviews().keep(note('n1', 'anna'))).toBe('kept');
      expect(await reviews().keep(note('n2', 'bram', 2, 'Anders.'))).toBe('kept');
      expect(await reviews().items('r1', 'note')).toEqual([
        note('n2', 'bram', 2, 'Anders.'),
        note('n1', 'anna'),
      ]);
      expect(await reviews().items('r1', 'variant')).toEqual([]);
      expect(await reviews().itemsBy('anna')).toEqual([note('n1', 'anna')]);
    });

    it('lose no words when two people write at once', async () => {
      await reviews().keep(note('n1', 'bram'));
      const edits = ['Een.', 'Twee.'].map((words) => reviews().keep(note('n1', 'bram', 2, words)));
      expect((await Promise.all(edits)).toSorted()).toEqual(['kept', 'moved']);
      const fresh = Array.from({ length: 8 }, (_, at) => reviews().keep(note(`m${at}`, 'anna')));
      expect(new Set(await Promise.all(fresh))).toEqual(new Set(['kept']));
      expect(await reviews().items('r1', 'note')).toHaveLength(9);
      expect(await reviews().keep(note('m1', 'anna'))).toBe('moved');
    });

    it('let nobody change or remove what is of another, but a label belongs to the team', async () => {
      await reviews().keep(note('n1', 'bram'));
      expect(await reviews().keep(note('n1', 'anna', 2))).toBe('moved');
      expect(await reviews().remove(note('n1', 'bram'), 'anna')).toBe(false);
      expect(await reviews().remove(note('n1', 'bram'), 'bram')).toBe(true);
      await reviews().keep(label('bram'));
      expect(await reviews().keep(label('anna', 2))).toBe('kept');
      expect(await reviews().allItems('label')).toEqual([label('anna', 2)]);
      expect(await reviews().remove(label('anna'), 'bram')).toBe(true);
      expect(await reviews().allItems('label')).toEqual([]);
    });

    it('go with everything in them when they are withdrawn; what was agreed to stays on record', async () => {
      await reviews().join('r1', { person: 'bram', since: LATER });
      await reviews().keep(note('n1', 'bram'));
      await reviews().keepPlace({ review: 'r1', reference: '{}', at: AT });
      await reviews().keepIntention(intention);
      expect(await reviews().withdraw('r1', 'bram', LATER)).toBe(false);
      expect(await reviews().withdraw('r1', 'anna', LATER)).toBe(true);
      expect(await reviews().withdraw('r1', 'anna', LATER)).toBe(false);
      expect(await reviews().review('r1')).toBeNull();
      expect(await reviews().talk('r1')).toBeNull();
      expect(await reviews().items('r1', 'note')).toEqual([]);
      expect(await reviews().members('r1')).toEqual([]);
      expect(await reviews().keep(note('n2', 'bram'))).toBe('gone');
      expect(await reviews().change(review)).toBe(false);
      expect(await reviews().intentionsOf('bram')).toEqual([intention]);
      expect(await reviews().consentsOf('anna')).toEqual([{ ...consent, withdrawnAt: LATER }]);
    });

    it('leave behind where their card stands, until it is dropped', async () => {
      const place = (reference: string, at = AT) => ({ review: 'r1', reference, at });
      await reviews().keepPlace(place('{"a":1}'));
      expect(await reviews().orphanedPlaces(9)).toEqual([]);
      await reviews().keepPlace(place('{"a":2}', LATER));
      expect(await reviews().place('r1')).toEqual(place('{"a":2}', LATER));
      expect(await reviews().orphanedPlaces(9)).toEqual([place('{"a":1}')]);
      await reviews().withdraw('r1', 'anna', LATER);
      expect(await reviews().orphanedPlaces(9)).toEqual([place('{"a":1}'), place('{"a":2}', LATER)]);
      expect(await reviews().orphanedPlaces(1)).toHaveLength(1);
      await reviews().dropPlace(place('{"a":1}'));
      expect(await reviews().orphanedPlaces(9)).toEqual([place('{"a":2}', LATER)]);
      await reviews().keepPlace({ ...place('{}'), review: 'gone' });
      expect(await reviews().place('gone')).toEqual({ ...place('{}'), review: 'gone' });
    });

    it('go also while others are writing in them', async () => {
      const writing = Array.from({ length: 8 }, (_, at) => reviews().keep(note(`m${at}`, 'bram')));
      const [withdrawn, ...kept] = await Promise.all([reviews().withdraw('r1', 'anna', LATER), ...writing]);
      expect(withdrawn).toBe(true);
      for (const outcome of kept) expect(['kept', 'gone']).toContain(outcome);
      expect(await reviews().items('r1', 'note')).toEqual([]);
    });

    it.each<[string, () => Promise<unknown>]>([
      ['its attempt is deleted', () => store().forgetAttempt('a1', 'anna')],
      ['who brought it leaves the group', () => store().groups.removeMember('g1', 'anna')],
      [
        'who brought it is forgotten',
        async () => {
          expect(await store().privacy.forgetPerson('anna', LATER)).toMatchObject({ reviews: 1 });
        },
      ],
      [
        'its time is long over',
        async () => {
          const counts = await store().privacy.forgetBefore(LONG_AFTER, LONG_AFTER);
          expect(counts).toMatchObject({ reviews: 1 });
        },
      ],
    ])('go when %s', async (_, happens) => {
      await reviews().keep(note('n1', 'bram'));
      await reviews().keepPlace({ review: 'r1', reference: '{}', at: AT });
      await happens();
      expect(await reviews().orphanedPlaces(9)).toEqual([{ review: 'r1', reference: '{}', at: AT }]);
      expect(await reviews().review('r1')).toBeNull();
      expect(await reviews().items('r1', 'note')).toEqual([]);
      expect(await reviews().consentsOf('anna')).toEqual([]);
    });

    it('forget somebody who only took part', async () => {
      await reviews().change({ ...review, facilitator: 'bram' });
      await reviews().join('r1', { person: 'bram', since: LATER });
      await reviews().keep(note('n1', 'bram'));
      await reviews().keepIntention(intention);
      await reviews().keepIntention({ ...intention, id: 'i2', person: 'anna', reminds: 'bram' });
      const { revision = 0 } = (await reviews().review('r1')) ?? {};
      await store().privacy.forgetPerson('bram', LATER);
      const [, after = 0] = [...(await reviews().revisions(['r1']))][0] ?? [];
      expect(after).toBeGreaterThan(revision + 1);
      expect(await reviews().review('r1')).toMatchObject({ facilitator: null });
      expect(await reviews().members('r1')).toEqual([{ person: 'anna', since: AT }]);
      expect(await reviews().items('r1', 'note')).toEqual([]);
      expect(await reviews().intentionsIn('r1')).toEqual([
        { ...intention, id: 'i2', person: 'anna', reminds: null },
      ]);
    });

    it('lose who leads when they leave the group', async () => {
      await reviews().change({ ...review, facilitator: 'bram' });
      await store().groups.removeMember('g1', 'bram');
      expect(await reviews().review('r1')).toMatchObject({ facilitator: null });
    });

    it('count nobody as taking part who left the group, also when they come back', async () => {
      await reviews().join('r1', { person: 'bram', since: LATER });
      await store().groups.removeMember('g1', 'bram');
      await store().groups.addMember({ group: 'g1', person: 'bram', role: 'learner', since: LATER });
      expect(await reviews().members('r1')).toEqual([{ person: 'anna', since: AT }]);
    });

    it('keep intentions of their own person, by day', async () => {
      const sooner = { ...intention, id: 'i0', day: '2026-11-30', reminds: null };
      expect(await reviews().keepIntention(intention)).toBe(true);
      expect(await reviews().keepIntention(sooner)).toBe(true);
      expect(await reviews().keepIntention(sooner)).toBe(false);
      const done = { ...intention, done: true, version: 2 };
      expect(await reviews().keepIntention({ ...done, person: 'anna' })).toBe(false);
      expect(await reviews().keepIntention(done)).toBe(true);
      expect(await reviews().keepIntention(done)).toBe(false);
      expect(await reviews().intentionsOf('bram')).toEqual([sooner, done]);
      expect(await reviews().removeIntention('i0', 'anna')).toBe(false);
      expect(await reviews().removeIntention('i0', 'bram')).toBe(true);
      expect(await reviews().intention('i0')).toBeNull();
      expect(await reviews().intention('i1')).toEqual(done);
    });
  });
}
