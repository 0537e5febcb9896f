import type { PlaceCourier } from '../../core/model/letter';
import type { ReviewPlace } from '../../core/model/review';
import type { Store } from '../ports';

export interface CardParts {
  readonly store: { readonly reviews: Pick<Store['reviews'], 'orphanedPlaces' | 'dropPlace'> };
  readonly places: Pick<PlaceCourier, 'takeBack'>;
}

/** So many at a time; what is left over is for the next round. */
const ROUND = 100;

/**
 * Takes back the cards of reviews that are gone, whichever way they went, and the older ones of what was announced
 * again. What cannot be reached now is kept for the next round. Answers how many are gone.
 */
export async function takeBackLostCards({ store, places }: CardParts): Promise<number> {
  let gone = 0;
  for (const place of await store.reviews.orphanedPlaces(ROUND)) {
    if (await takeBackCard({ store, places }, place)) gone += 1;
  }
  return gone;
}

/** False when it may still stand there. */
export async function takeBackCard({ store, places }: CardParts, place: ReviewPlace): Promise<boolean> {
  if (!(await places.takeBack(place.reference))) return false;
  await store.reviews.dropPlace(place);
  return true;
}
