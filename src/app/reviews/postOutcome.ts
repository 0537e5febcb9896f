import type { Delivery, PlaceCourier } from '../../core/model/letter';
import type { Texts } from '../../core/model/texts';
import { outcomeCard } from '../../core/rendering/reviewCard';
import { type OutcomeParts, readOutcome } from './outcome';

export interface PostParts extends OutcomeParts {
  readonly places: PlaceCourier;
}

/** `unsure`: it may stand there. `later`: it certainly does not, and may be tried again. */
export type PostOutcome = 'posted' | 'unsure' | 'later' | 'nowhere';

/** Puts what was taken home where the review was announced; null for who may not, and where it never was. */
export async function postOutcome(
  parts: PostParts,
  id: string,
  person: string,
  { texts, baseUrl }: { readonly texts: Texts; readonly baseUrl: string },
): Promise<PostOutcome | null> {
  const outcome = await readOutcome(parts, id, person);
  const place = outcome?.mayPost ? await parts.store.reviews.place(id) : null;
  if (!outcome || !place) return null;
  const card = outcomeCard(
    {
      title: outcome.review.title,
      method: outcome.review.method,
      insights: outcome.insights.map(({ text }) => text),
      intentions: outcome.intentions.length,
      people: outcome.members.length,
    },
    texts,
  );
  return became(await parts.places.post(place.reference, card, { texts, baseUrl }));
}

function became(delivery: Delivery): PostOutcome {
  switch (delivery) {
    case 'sent':
      return 'posted';
    case 'uncertain':
      return 'unsure';
    case 'gone':
    case 'refused':
      return 'nowhere';
    default:
      return 'later';
  }
}
