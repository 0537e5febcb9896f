import type { Group, Membership } from '../../core/model/group';
import type { ReviewRole } from '../../core/model/method';
import type { Review } from '../../core/model/review';
import { roleOf } from '../../core/review/visible';
import type { Store } from '../ports';

type Stores = Pick<Store, 'groups' | 'reviews'>;

/**
 * Who may see a review: who brought it, always; and until its last day the people who were in its group when it was
 * shared, because those are the people who were agreed to. What comes along with the product holds nobody's words: it
 * is there for everybody in the group. A trainer may no more than anybody else.
 */
export interface ReviewPlaceOf {
  readonly review: Review;
  readonly group: Group;
  readonly role: ReviewRole;
}

/** Null for whoever may not see it, and when there is none: the answer does not tell which. */
export async function asInvited(
  store: Stores,
  id: string,
  person: string,
  now: string,
): Promise<ReviewPlaceOf | null> {
  const review = await store.reviews.review(id);
  const group = review && (await store.groups.group(review.group));
  if (!review || !group || !(await mayEnter(store, review, person, now))) return null;
  return { review, group, role: roleOf(review, person) };
}

/** Whoever pressed "take part"; only they see anything of the talk, and who brought it sees that they do. */
export async function asMember(
  store: Stores,
  id: string,
  person: string,
  now: string,
): Promise<ReviewPlaceOf | null> {
  const place = await asInvited(store, id, person, now);
  if (!place) return null;
  const members = await store.reviews.members(id);
  return members.some((one) => one.person === person) ? place : null;
}

/** Who brought it: the only one who may withdraw it or change what is shared. */
export async function asOwner(
  store: Stores,
  id: string,
  person: string,
  now: string,
): Promise<ReviewPlaceOf | null> {
  const place = await asInvited(store, id, person, now);
  return place?.review.owner === person ? place : null;
}

export async function mayEnter(
  { groups }: Pick<Store, 'groups'>,
  review: Review,
  person: string,
  now: string,
): Promise<boolean> {
  const membership = await groups.membership(review.group, person);
  return membership !== null && mayEnterAs(review, membership, now);
}

/** The rule itself, for somebody who is in the group. */
export function mayEnterAs(
  review: Pick<Review, 'owner' | 'until' | 'source' | 'sharedAt'>,
  { person, since }: Pick<Membership, 'person' | 'since'>,
  now: string,
): boolean {
  if (review.owner === person) return true;
  if (now >= review.until) return false;
  return review.source.kind === 'example' || since <= review.sharedAt;
}
