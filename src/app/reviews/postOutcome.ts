import type { Delivery, PlaceCourier } from '../../core/model/letter';
import type { Texts } from '../../core/model/texts';
import { outcomeCard } from '../../core/rendering/reviewCard';
import { type OutcomeParts, readOutcome } from './outcome';

export interface PostParts extends OutcomeParts {
  readonly places: PlaceCourier;
}

/** `unsure`: it may stand there. `later`: it certainly does not, and may be tried again. */
export type PostOutcome = 'posted' | 'unsure' | 'later' | 'nowhere';

/** Milliseconds in which a second press is taken for the first. */
const TWICE = 10_000;

/**
 * Posts as below; a button that is pressed twice posts once, and is answered twice the same. `now` is in milliseconds.
 */
export function createPosting(now: () => number = Date.now): typeof postOutcome {
  const lately = new Map<string, { readonly at: number; readonly outcome: Promise<PostOutcome | null> }>();
  return async (parts, id, person, how) => {
    for (const [key, { at }] of lately) if (now() - at >= TWICE) lately.delete(key);
    const key = JSON.stringify([id, person]);
    const outcome = lately.get(key)?.outcome ?? postOutcome(parts, id, person, how);
    if (!lately.has(key)) lately.set(key, { at: now(), outcome });
    const forget = () => void (lately.get(key)?.outcome === outcome && lately.delete(key));
    // What certainly does not stand there may be tried again at once.
    outcome.then((became) => became === 'posted' || became === 'unsure' || forget(), forget);
    return outcome;
  };
}

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
