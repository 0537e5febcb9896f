import type { Card } from './message';
import type { MethodId } from './method';
import type { Address, Locale } from './session';

/** An intervisie that is not over, as far as a chat tells of it: nothing of the talk. */
export interface OpenReview {
  readonly id: string;
  readonly title: string;
  /** Name of who brought it; '' when they never said. */
  readonly owner: string;
  /** Whether whoever asks brought it, or leads it. */
  readonly own: boolean;
  readonly leads: boolean;
  readonly method: MethodId;
  /** ISO 8601, UTC; the days are those of `timeZone`. */
  readonly sharedAt: string;
  readonly until: string;
  readonly timeZone: string;
}

/** Somebody who asks for intervisie where others read along. */
export interface PublicAsk {
  readonly person: string;
  /** Which one, from a card; null when they only asked. */
  readonly review: string | null;
  readonly locale: Locale;
  readonly address: Address;
}

/** What is said where somebody asked; `review` is the one that it announces, null when it announces none. */
export interface PublicAnswer {
  readonly card: Card;
  readonly review: string | null;
}

/** Announces what somebody brought where they ask for it. */
export interface ReviewsInPublic {
  asked(ask: PublicAsk): Promise<PublicAnswer>;
  /** Keeps where the card stands, so that it can be taken back; at once when the review went in the meantime. */
  stands(review: string, reference: string): Promise<void>;
}
