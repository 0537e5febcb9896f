import type { OpenReview } from '../../core/model/openReview';
import type { Store } from '../ports';
import { namesOf } from '../readGroups';
import { mayEnter } from './reviewAccess';

type Stores = Pick<Store, 'groups' | 'people' | 'reviews'>;

/** What somebody may enter that is not over, newest first. */
export async function openReviewsOf(
  store: Stores,
  person: string,
  now: string,
): Promise<readonly OpenReview[]> {
  const places = (await store.groups.groupsOf(person)).filter(({ group }) => group.archivedAt === null);
  if (places.length === 0) return [];
  const zones = new Map(places.map(({ group }) => [group.id, group.timeZone]));
  const going = (await store.reviews.reviewsIn([...zones.keys()])).filter(
    ({ meeting, until }) => meeting.stage !== 'closed' && now < until,
  );
  const may = await Promise.all(going.map((review) => mayEnter(store, review, person, now)));
  const found = going.filter((_, at) => may[at]);
  const names = await namesOf(store, [...new Set(found.map(({ owner }) => owner))]);
  return found.map(({ id, title, owner, facilitator, method, sharedAt, until, group }) => ({
    ...{ id, title, method, sharedAt, until },
    owner: names.get(owner) ?? '',
    own: owner === person,
    leads: facilitator === person,
    timeZone: zones.get(group) ?? 'Europe/Amsterdam',
  }));
}
