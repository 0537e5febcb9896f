import type { PlaceCourier } from '../../core/model/letter';
import type { ReviewsInPublic } from '../../core/model/openReview';
import type { Address, Locale } from '../../core/model/session';
import type { Texts } from '../../core/model/texts';
import { announcedCard, noReviewCard, whichReviewCard } from '../../core/rendering/reviewCard';
import type { Clock, Store } from '../ports';
import { takeBackCard } from './announcedCards';
import { openReviewsOf } from './openReviews';

export interface InPublicParts {
  readonly store: Pick<Store, 'groups' | 'people' | 'reviews'>;
  readonly clock: Clock;
  readonly texts: (locale: Locale, address: Address) => Texts;
  /** Where the way to the personal chat stands on a card. */
  readonly personal: string;
  readonly places: Pick<PlaceCourier, 'takeBack'>;
}

/**
 * Announces a review in a group chat or channel, for who brought it, and keeps where that was, so that what is taken
 * home can be posted there. Nobody else can have it announced, and nobody learns what there is.
 */
export function createReviewsInPublic(parts: InPublicParts): ReviewsInPublic {
  const { store, clock, texts, personal, places } = parts;
  return {
    async asked({ person, review, locale, address }) {
      const words = { texts: texts(locale, address), locale };
      const own = (await openReviewsOf(store, person, clock.now())).filter((one) => one.own);
      const chosen = review === null ? own : own.filter(({ id }) => id === review);
      const [first, ...others] = chosen;
      if (first && others.length > 0) return { card: whichReviewCard(chosen, words), review: null };
      return first
        ? { card: announcedCard(first, words), review: first.id }
        : { card: noReviewCard(personal, words.texts), review: null };
    },
    async stands(review, reference) {
      const place = { review, reference, at: clock.now() };
      const older = await store.reviews.place(review);
      // Kept first: whatever goes wrong after this, the card is known and is taken back later.
      await store.reviews.keepPlace(place);
      if (older) await takeBackCard({ store, places }, older);
      if (!(await store.reviews.review(review))) await takeBackCard({ store, places }, place);
    },
  };
}
