import type { ReviewStore } from '../ports';
import type { ReviewFeed } from './live';

/** The same reviews; what changes in one also reaches whoever has its room open. */
export function telling(reviews: ReviewStore, feed: Pick<ReviewFeed, 'announce'>): ReviewStore {
  const after = async <T>(review: string, change: Promise<T>): Promise<T> => {
    const outcome = await change;
    feed.announce(review);
    return outcome;
  };
  return {
    ...reviews,
    change: (review) => after(review.id, reviews.change(review)),
    withdraw: (id, owner, at) => after(id, reviews.withdraw(id, owner, at)),
    join: (review, member) => after(review, reviews.join(review, member)),
    keep: (item) => after(item.review, reviews.keep(item)),
    remove: (place, by) => after(place.review, reviews.remove(place, by)),
    keepPlace: (place) => after(place.review, reviews.keepPlace(place)),
    keepIntention: (intention) => after(intention.review, reviews.keepIntention(intention)),
    removeIntention: async (id, person) => {
      const intention = await reviews.intention(id);
      const removed = await reviews.removeIntention(id, person);
      if (intention) feed.announce(intention.review);
      return removed;
    },
  };
}
