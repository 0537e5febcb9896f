import type { EntryLink, Person, PersonChanges, SignIn } from '../../core/model/person';

/** What changes when a browser gets a new secret. */
export type SignInRenewal = Pick<SignIn, 'hash' | 'previous' | 'renewedAt' | 'expiresAt'>;

/** Who there is, the browsers they use, and the links that let them in. */
export interface PeopleStore {
  person(id: string): Promise<Person | null>;
  /** Those that exist, in no order. */
  people(ids: readonly string[]): Promise<readonly Person[]>;
  /** Adds somebody; who exists stays as they are. Answers what holds. */
  settlePerson(person: Person): Promise<Person>;
  /** False when there is nobody of that id. */
  changePerson(id: string, changes: PersonChanges): Promise<boolean>;
  /** Ids of who runs the installation. */
  organisers(): Promise<readonly string[]>;

  addSignIn(signIn: SignIn): Promise<void>;
  /** By the hash of its secret, or of the secret before; expired or not. */
  signIn(hash: string): Promise<SignIn | null>;
  signInsOf(person: string): Promise<readonly SignIn[]>;
  /** Compare-and-swap on the hash of the secret: false when another request did so first, or it was ended. */
  renewSignIn(hash: string, next: SignInRenewal): Promise<boolean>;
  /** Lets every browser of somebody get a new secret when it comes next. */
  ageSignInsOf(person: string): Promise<void>;
  /** False when there was none of this person. */
  endSignIn(visit: string, person: string): Promise<boolean>;
  endSignInsOf(person: string): Promise<void>;

  addLink(link: EntryLink): Promise<void>;
  /** Without using it up; null when there is none or it expired. */
  link(hash: string, now: string): Promise<EntryLink | null>;
  /** Takes it out; of several callers one gets it. Null when there is none or it expired. */
  takeLink(hash: string, now: string): Promise<EntryLink | null>;
  /** Removes the links of one way that are not for a person who exists already. */
  dropOpenLinks(way: EntryLink['way']): Promise<void>;
  /** Removes links and sign-ins that expired. */
  tidyEntries(now: string): Promise<void>;
}
