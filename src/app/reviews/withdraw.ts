import type { PlaceCourier } from '../../core/model/letter';
import type { Clock, Store } from '../ports';
import { callOffAnnouncement } from './announce';
import { takeBackCard } from './announcedCards';
import { asOwner, type ReviewPlaceOf } from './reviewAccess';

export interface WithdrawParts {
  readonly store: Store;
  readonly clock: Clock;
  /** Where it may have been announced; null, or absent, where nothing is. */
  readonly places?: PlaceCourier | null;
}

export interface Withdrawable extends ReviewPlaceOf {
  /** How many people take part besides the owner. */
  readonly others: number;
}

/** What would be lost; null for whoever did not bring it. */
export async function offerWithdrawal(
  { store, clock }: WithdrawParts,
  person: string,
  id: string,
): Promise<Withdrawable | null> {
  const place = await asOwner(store, id, person, clock.now());
  if (!place) return null;
  const members = await store.reviews.members(id);
  return { ...place, others: members.filter((one) => one.person !== person).length };
}

/** At once, for everybody, with what announced it; false when there is nothing of theirs. */
export async function withdraw(
  { store, clock, places }: WithdrawParts,
  person: string,
  id: string,
): Promise<boolean> {
  const place = await store.reviews.place(id);
  if (!(await store.reviews.withdraw(id, person, clock.now()))) return false;
  await callOffAnnouncement(store, id);
  if (place && places) await takeBackCard({ store, places }, place);
  return true;
}

/** A talk that somebody brought and did not withdraw. */
export interface BroughtReview {
  readonly review: string;
  readonly title: string;
  readonly group: string;
  readonly until: string;
  /** Whether others still see it. */
  readonly open: boolean;
}

/** Newest first; examples hold nobody's words and are left out. */
export async function broughtBy(
  { store, clock }: WithdrawParts,
  person: string,
): Promise<readonly BroughtReview[]> {
  const reviews = (await store.reviews.reviewsBy(person)).filter(({ source }) => source.kind !== 'example');
  const now = clock.now();
  return Promise.all(
    reviews.map(async ({ id: review, title, group, until }) => ({
      ...{ review, title, until, open: now < until },
      group: (await store.groups.group(group))?.name ?? '',
    })),
  );
}
