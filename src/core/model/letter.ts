import type { Card } from './message';
import type { Notice } from './notice';
import type { NoticeChannel, Person } from './person';
import type { Texts } from './texts';

/** What a notice says, in the language of its reader. Names of groups and homework, never a learner's text. */
export interface NoticeWords {
  /** One line. */
  readonly subject: string;
  /** All of it without links, in paragraphs. */
  readonly text: string;
  /** The same as a card; its one action opens the page it is about. */
  readonly card: Card;
  /** Why they get it, for below the message. */
  readonly why: string;
  /** Label of the button or link with which they get no more of them by this channel. */
  readonly stop: string;
}

/** A due day, for somebody's own calendar. */
export interface CalendarDay {
  /** The same for every version of it. */
  readonly uid: string;
  /** Higher in each version. */
  readonly sequence: number;
  readonly title: string;
  /** Page of ours. */
  readonly path: string;
  /** `2026-03-29` */
  readonly day: string;
  readonly cancelled: boolean;
  /** When it was made, ISO 8601, UTC. */
  readonly stamp: string;
}

/** A notice with everything its courier needs. */
export interface Letter extends Notice {
  readonly words: NoticeWords;
  /** Null when there is no day to it. */
  readonly day: CalendarDay | null;
}

/** What became of a letter. */
export type Delivery =
  | 'sent'
  /** It certainly did not arrive and may be tried again; null leaves it to us when. */
  | { readonly retryAfterSeconds: number | null }
  /** Nobody can be reached there any more. */
  | 'gone'
  /** It certainly did not arrive and never will. */
  | 'refused'
  /** It may have arrived: it is not tried again. */
  | 'uncertain';

/** Brings letters to people by one channel. Throwing counts as `uncertain`. Answers within half a minute. */
export interface Courier {
  send(letter: Letter, person: Person): Promise<Delivery>;
}

/** Speaks where many read along, in a place that was kept when somebody asked us there. */
export interface PlaceCourier {
  post(
    reference: string,
    card: Card,
    view: { readonly texts: Texts; readonly baseUrl: string },
  ): Promise<Delivery>;
  /**
   * Removes the card with which something was announced there. False when it may still stand there and can be tried
   * again later; true also when there is nothing that could still be removed.
   */
  takeBack(reference: string): Promise<boolean>;
}

export type Couriers = Readonly<Partial<Record<NoticeChannel, Courier>>>;
