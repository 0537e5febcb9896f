import type { Notice } from '../../core/model/notice';
import type { Person } from '../../core/model/person';
import type { Review } from '../../core/model/review';
import type { Clock, Ids, Store } from '../ports';
import { waysTo } from '../remind';
import { mayEnterAs } from './reviewAccess';

export interface AnnounceParts {
  readonly store: Pick<Store, 'groups' | 'people' | 'outbox'>;
  readonly clock: Clock;
  readonly ids: Ids;
}

/**
 * Tells everybody who may enter a review that it is there, each once, by every way that they want to hear of things.
 * Answers how many people are told.
 */
export async function announceReview(parts: AnnounceParts, review: Review): Promise<number> {
  const { store, clock, ids } = parts;
  const now = clock.now();
  const invited = await othersInvited(store, review, now);
  const notices = await Promise.all(
    invited.map(async (person) =>
      (await waysTo(store, person)).map(
        (channel): Notice => ({
          id: ids.fresh(),
          person: person.id,
          channel,
          kind: 'review-announced',
          key: `${keyOf(review.id)}announced:${person.id}:${channel}`,
          data: { review: review.id },
          dueAt: now,
          expiresAt: review.until,
        }),
      ),
    ),
  );
  const reached = notices.filter((ways) => ways.length > 0);
  if (reached.length > 0) await store.outbox.add(reached.flat());
  return reached.length;
}

/** After a review was withdrawn: whoever was not told of it yet is not told any more. */
export async function callOffAnnouncement({ outbox }: Pick<Store, 'outbox'>, review: string): Promise<void> {
  await outbox.cancel(keyOf(review));
}

function keyOf(review: string): string {
  return `review:${review}:`;
}

async function othersInvited(
  store: AnnounceParts['store'],
  review: Review,
  now: string,
): Promise<readonly Person[]> {
  const members = (await store.groups.members(review.group)).filter(
    // Of those who take part already nobody has to be told.
    (one) => one.person !== review.owner && mayEnterAs(review, { ...one, joined: false }, now),
  );
  return store.people.people(members.map(({ person }) => person));
}
