import type { Notice } from '../../core/model/notice';
import type { IntentionFacts, ReviewFacts } from '../../core/rendering/notice';
import type { Store } from '../ports';
import { asInvited, asMember } from './reviewAccess';

type Stores = Pick<Store, 'people' | 'groups' | 'reviews'>;

/** What is told of a review that was shared; a word of ours that says why not, when it is not to be told any more. */
export async function announcementFacts(
  store: Stores,
  { data, person }: Pick<Notice, 'data' | 'person'>,
  now: string,
): Promise<ReviewFacts | string> {
  const review = await store.reviews.review(data.review ?? '');
  if (review === null) return 'withdrawn';
  if (review.meeting.stage === 'closed') return 'closed';
  const place = await asInvited(store, review.id, person, now);
  if (place === null) return 'not-invited';
  if (place.group.archivedAt !== null) return 'no-group';
  const members = await store.reviews.members(review.id);
  if (members.some((one) => one.person === person)) return 'takes-part';
  const owner = await store.people.person(review.owner);
  return {
    about: 'review',
    title: review.title,
    group: place.group.name,
    owner: owner?.name ?? '',
    method: review.method,
    until: review.until,
    path: `/reviews/${encodeURIComponent(review.id)}`,
  };
}

/** What is told of an intention, without what it says. */
export async function intentionFacts(
  store: Stores,
  { data, person }: Pick<Notice, 'data' | 'person'>,
  now: string,
): Promise<IntentionFacts | string> {
  const intention = await store.reviews.intention(data.intention ?? '');
  if (intention === null) return 'no-intention';
  if (intention.done) return 'done';
  if (intention.day !== data.day) return 'day-moved';
  if (intention.reminds !== person) return 'not-asked';
  const own = intention.person === person;
  const review = await store.reviews.review(intention.review);
  if (!own && review && !(await store.groups.membership(review.group, person))) return 'left-group';
  const maker = own ? null : await store.people.person(intention.person);
  const seen = !own && (await asMember(store, intention.review, person, now)) !== null;
  return {
    about: 'intention',
    of: own ? null : (maker?.name ?? ''),
    day: intention.day,
    path: seen ? `/reviews/${encodeURIComponent(intention.review)}/outcome` : '/me/intentions',
  };
}
