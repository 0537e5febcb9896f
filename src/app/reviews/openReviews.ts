import type { OpenReview } from '../../core/model/openReview';
import type { Store } from '../ports';
import { namesOf } from '../readGroups';
import { mayEnterAs } from './reviewAccess';

type Stores = Pick<Store, 'groups' | 'people' | 'reviews'>;

/** What somebody may enter that is not over, newest first. */
export async function openReviewsOf(
  store: Stores,
  person: string,
  now: string,
): Promise<readonly OpenReview[]> {
  const places = (await store.groups.groupsOf(person)).filter(({ group }) => group.archivedAt === null);
  if (places.length === 0) return [];
  const memberships = new Map(
    await Promise.all(
      places.map(async ({ group }) => [group.id, await store.groups.membership(group.id, person)] as const),
    ),
  );
  const zones = new Map(places.map(({ group }) => [group.id, group.timeZone]));
  const found = (await store.reviews.reviewsIn([...zones.keys()])).filter((review) => {
    const membership = memberships.get(review.group);
    const going = review.meeting.stage !== 'closed' && now < review.until;
    return going && membership && mayEnterAs(review, membership, now);
  });
  const names = await namesOf(store, [...new Set(found.map(({ owner }) => owner))]);
  return found.map(({ id, title, owner, facilitator, method, sharedAt, until, group }) => ({
    ...{ id, title, method, sharedAt, until },
    owner: names.get(owner) ?? '',
    own: owner === person,
    leads: facilitator === person,
    timeZone: zones.get(group) ?? 'Europe/Amsterdam',
  }));
}
