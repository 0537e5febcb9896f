import type { Group, Membership } from '../../core/model/group';
import type { ReviewRole } from '../../core/model/method';
import type { Review } from '../../core/model/review';
import { roleOf } from '../../core/review/visible';
import type { Store } from '../ports';

type Stores = Pick<Store, 'groups' | 'reviews'>;

/**
 * Who may see a review: who brought it, always; and until its last day the people who were in its group when it was
 * shared, because those are the people who were agreed to. Whoever took part keeps it while they are in the group, also
 * in another role. What comes along with the product holds nobody's words: it is there for everybody in the group. A
 * trainer may no more than anybody else.
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
  return (await takesPart(store, id, person)) ? place : null;
}

/** For changing anything: a group that was archived stays as it is, and is read only. */
export async function asActiveMember(
  store: Stores,
  id: string,
  person: string,
  now: string,
): Promise<ReviewPlaceOf | null> {
  const place = await asMember(store, id, person, now);
  return place?.group.archivedAt === null ? place : null;
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

export async function mayEnter(store: Stores, review: Review, person: string, now: string): Promise<boolean> {
  const membership = await store.groups.membership(review.group, person);
  if (!membership) return false;
  if (mayEnterAs(review, { ...membership, joined: false }, now)) return true;
  return mayEnterAs(review, { ...membership, joined: await takesPart(store, review.id, person) }, now);
}

async function takesPart({ reviews }: Pick<Store, 'reviews'>, id: string, person: string): Promise<boolean> {
  return (await reviews.members(id)).some((one) => one.person === person);
}

/** Somebody who is in the group, in their role of now since when; `joined` when they take part in the review. */
export type Entrant = Pick<Membership, 'person' | 'since'> & { readonly joined: boolean };

/** The rule itself, for somebody who is in the group. */
export function mayEnterAs(
  review: Pick<Review, 'owner' | 'until' | 'source' | 'sharedAt'>,
  { person, since, joined }: Entrant,
  now: string,
): boolean {
  if (review.owner === person) return true;
  if (now >= review.until) return false;
  return review.source.kind === 'example' || joined || since <= review.sharedAt;
}
