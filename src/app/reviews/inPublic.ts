import type { ReviewsInPublic } from '../../core/model/openReview';
import type { Address, Locale } from '../../core/model/session';
import type { Texts } from '../../core/model/texts';
import { announcedCard, noReviewCard, whichReviewCard } from '../../core/rendering/reviewCard';
import type { Clock, Store } from '../ports';
import { openReviewsOf } from './openReviews';

export interface InPublicParts {
  readonly store: Pick<Store, 'groups' | 'people' | 'reviews'>;
  readonly clock: Clock;
  readonly texts: (locale: Locale, address: Address) => Texts;
  /** Where the way to the personal chat stands on a card. */
  readonly personal: string;
}

/**
 * Announces a review in a group chat or channel, for who brought it or leads it, and keeps where that was, so that
 * what is taken home can be posted there. Nobody else can have it announced, and nobody learns what there is.
 */
export function createReviewsInPublic({ store, clock, texts, personal }: InPublicParts): ReviewsInPublic {
  return {
    async asked({ person, review, reference, locale, address }) {
      const words = { texts: texts(locale, address), locale };
      const open = await openReviewsOf(store, person, clock.now());
      const theirs = open.filter(({ own, leads }) => own || leads);
      const chosen = review === null ? theirs : theirs.filter(({ id }) => id === review);
      const [first, ...others] = chosen;
      if (first && others.length > 0) return { card: whichReviewCard(chosen, words), review: null };
      const kept = first && (await store.reviews.keepPlace({ review: first.id, reference, at: clock.now() }));
      return first && kept
        ? { card: announcedCard(first, words), review: first.id }
        : { card: noReviewCard(personal, words.texts), review: null };
    },
    async stands(review, reference) {
      await store.reviews.keepPlace({ review, reference, at: clock.now() });
    },
  };
}
