import type { Intention } from '../../core/model/review';
import type { Clock, Store } from '../ports';
import { namesOf } from '../readGroups';
import { asMember } from './reviewAccess';

/** One's own intention, with where it came from as far as that is still open to them. */
export interface MyIntention {
  readonly intention: Intention;
  /** Null once the review is withdrawn or over for them. */
  readonly review: { readonly id: string; readonly title: string } | null;
  /** Null for nobody. */
  readonly reminds: { readonly name: string; readonly self: boolean } | null;
}

export interface MyIntentions {
  /** By day. */
  readonly open: readonly MyIntention[];
  /** The latest day first. */
  readonly done: readonly MyIntention[];
}

/** Of all reviews; only its maker gets to see this. */
export async function readMyIntentions(
  { store, clock }: { readonly store: Pick<Store, 'groups' | 'people' | 'reviews'>; readonly clock: Clock },
  person: string,
): Promise<MyIntentions> {
  const all = await store.reviews.intentionsOf(person);
  const now = clock.now();
  const places = await Promise.all(
    [...new Set(all.map(({ review }) => review))].map(async (id) => {
      const place = await asMember(store, id, person, now);
      return [id, place && { id, title: place.review.title }] as const;
    }),
  );
  const reviews = new Map(places);
  const names = await namesOf(store, [
    ...new Set(all.flatMap(({ reminds }) => (reminds === null ? [] : [reminds]))),
  ]);
  const seen = all.map(
    (intention): MyIntention => ({
      intention,
      review: reviews.get(intention.review) ?? null,
      reminds:
        intention.reminds === null
          ? null
          : { name: names.get(intention.reminds) ?? '', self: intention.reminds === person },
    }),
  );
  return {
    open: seen.filter(({ intention }) => !intention.done),
    done: seen.filter(({ intention }) => intention.done).toReversed(),
  };
}
