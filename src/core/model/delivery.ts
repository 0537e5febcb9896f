import type { RecordedMessage } from './message';
import type { Person } from './person';
import type { Locale } from './session';

/** A recorded message, as the place where its answer waits. */
export interface MessagePlace {
  readonly conversation: string;
  readonly message: string;
}

/** An answer that never wholly left, with whom it is for. */
export interface UndeliveredAnswer {
  readonly conversation: string;
  readonly learner: string;
  readonly message: RecordedMessage;
}

/** `begun`: send it now. `sent`: it was sent before, or may have been. `busy`: another instance is sending this answer. */
export type PartOutcome = 'begun' | 'sent' | 'busy';

/** Somebody who did something in their own chat in Teams. */
export interface TeamsVisit {
  readonly person: string;
  /** As Teams knows them; '' when it does not say. */
  readonly name: string;
  /** Null when Teams does not say, or names a language we do not speak. */
  readonly locale: Locale | null;
  /** Our name for the chat. */
  readonly conversation: string;
  /** Where they can be reached, as JSON. */
  readonly reference: string;
}

/** What is kept about people in Teams beside what they say, for the channel that brings them our answers. */
export interface TeamsHome {
  /** Keeps where they can be reached, which changes. `fresh`: it was not known, so the app is newly here. */
  came(visit: TeamsVisit): Promise<{ readonly fresh: boolean }>;
  /** The app was taken away: nothing may be sent there any more. */
  left(person: string): Promise<void>;
  /** Where somebody can be reached; null when they do not have the app. */
  whereabouts(person: string): Promise<{ readonly conversation: string; readonly reference: string } | null>;
  /** How somebody wants to be spoken to; null when nothing is known of them. */
  speechOf(person: string): Promise<Pick<Person, 'locale' | 'address'> | null>;
  /** A secret that lets this person into our pages once, soon. */
  wayIn(person: string, path: string): Promise<string>;
  /** Takes one part of an answer, from 0, upon this instance. */
  beginPart(place: MessagePlace, part: number): Promise<PartOutcome>;
  /** Gives the answer back, of which so many parts may have arrived. */
  release(place: MessagePlace, sent: number): Promise<void>;
  /** Answers in Teams that never wholly left, oldest first. */
  undelivered(): Promise<readonly UndeliveredAnswer[]>;
}
