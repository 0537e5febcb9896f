import type { Store } from '../../src/app/ports';
import { type BroughtTalk, NOT_BEGUN, type Review } from '../../src/core/model/review';
import { samplePerson } from './practiceServer';

/** Before anybody shares anything. */
export const EARLY = '2026-01-01T09:00:00.000Z';
export const SHARED = '2026-01-02T09:00:00.000Z';
const UNTIL = '2026-03-01T09:00:00.000Z';

export const TALK: BroughtTalk = {
  locale: 'nl',
  scenario: { id: 'hasna', title: 'Hasna' },
  other: { name: 'Vader', letter: 'V' },
  opening: 'Goedemorgen, zegt hij.',
  turns: [1, 2, 3, 4].map((number) => {
    const text = `Woorden van beurt ${number}.`;
    return {
      number,
      text,
      answer: `(knikt) Antwoord ${number}.`,
      sentences: [
        {
          span: { start: 0, end: text.length },
          reading: { kind: 'move', move: 'reflect', confidence: 0.9 } as const,
          moves: [{ move: 'reflect', confidence: 0.9 } as const],
          topics: [],
        },
      ],
      before: { trust: 30, tension: 40, understood: 20 },
      meters: { trust: 30 + number, tension: 40, understood: 20 },
    };
  }),
  preparation: { facts: 'Wat ik vooraf wist.' },
  reflection: {},
  card: null,
  ending: 'Een eerste stap',
};

export function sampleReview(changes: Partial<Review> = {}): Review {
  return {
    id: 'r1',
    group: 'g1',
    owner: 'anna',
    source: { kind: 'own-case' },
    title: 'Een lastig gesprek',
    method: 'incident',
    freeze: 2,
    focus: ['H1', 'V5'],
    facilitator: 'bram',
    until: UNTIL,
    sharedAt: SHARED,
    meeting: NOT_BEGUN,
    version: 1,
    revision: 1,
    ...changes,
  };
}

/** Anna brought a talk to her group: Tineke trains it; Bram, who leads, and Chris are in it; Zoë is not. */
export async function bringTalk(store: Store, changes: Partial<Review> = {}): Promise<Review> {
  for (const id of ['tineke', 'anna', 'bram', 'chris', 'zoe'])
    await store.people.settlePerson(samplePerson(id, { since: EARLY }));
  await store.groups.addGroup({
    id: 'g1',
    name: 'Eerste groep',
    createdBy: 'tineke',
    createdAt: EARLY,
    archivedAt: null,
    timeZone: 'Europe/Amsterdam',
  });
  for (const person of ['anna', 'bram', 'chris'])
    await store.groups.addMember({ group: 'g1', person, role: 'learner', since: EARLY });
  const review = sampleReview(changes);
  await store.reviews.add(review, TALK, null);
  for (const person of ['bram', 'chris']) await store.reviews.join(review.id, { person, since: SHARED });
  return review;
}

/** Changes the meeting of a review, whatever its version is by now. */
export async function moveMeeting(
  store: Store,
  id: string,
  meeting: Partial<Review['meeting']>,
): Promise<void> {
  const review = await store.reviews.review(id);
  if (!review || !(await store.reviews.change({ ...review, meeting: { ...review.meeting, ...meeting } })))
    throw new Error(`review ${id} cannot be changed`);
}
