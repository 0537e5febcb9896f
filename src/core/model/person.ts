import type { Address, Locale } from './session';

/** Who sits at the very machine that serves, where nobody has to sign in. */
export const GUEST = 'local';

/** Somebody the installation knows: whoever practises, trains a group, or organises the installation. */
export interface Person {
  /** `aad:<tenant>:<object id>` for somebody of Microsoft 365, `local` for the guest of this machine. */
  readonly id: string;
  /** As they want to be called; '' when they never said. */
  readonly name: string;
  readonly email: string | null;
  /** Runs this installation. */
  readonly organiser: boolean;
  readonly locale: Locale;
  readonly address: Address;
  /** IANA name. */
  readonly timeZone: string;
  /** By which ways they want to be reminded. */
  readonly reminders: Readonly<Record<NoticeChannel, boolean>>;
  /** ISO 8601, UTC. */
  readonly since: string;
}

/** What somebody may change about themselves, and we about them. */
export type PersonChanges = Partial<Omit<Person, 'id' | 'since'>>;

/** What somebody chooses for themselves in the chat. */
export type PersonSettings = Partial<Pick<Person, 'locale' | 'address' | 'reminders'>>;

export const NOTICE_CHANNELS = ['teams', 'mail'] as const;
export type NoticeChannel = (typeof NOTICE_CHANNELS)[number];

/** How a browser came to belong to somebody. */
export const SIGN_IN_WAYS = ['guest', 'organiser', 'code', 'teams', 'openid'] as const;
export type SignInWay = (typeof SIGN_IN_WAYS)[number];

/** One browser of somebody. The secret itself is only in that browser's cookie. */
export interface SignIn {
  /** Stays the same while the secret is renewed. */
  readonly visit: string;
  /** SHA-256 of the secret in the cookie, in hexadecimals. */
  readonly hash: string;
  /** That of the secret before, which still holds while the browser was not heard of with the new one; else null. */
  readonly previous: string | null;
  readonly person: string;
  readonly way: SignInWay;
  readonly since: string;
  /** When the secret was made. */
  readonly renewedAt: string;
  readonly expiresAt: string;
}

/** A way in that works once: from the bot to the pages, or the very first one for who runs the installation. */
export interface EntryLink {
  /** SHA-256 of the secret in the address, in hexadecimals. */
  readonly hash: string;
  readonly way: Extract<SignInWay, 'organiser' | 'teams'>;
  /** Whom it lets in; null makes a new person. */
  readonly person: string | null;
  /** Page of ours that is opened then. */
  readonly path: string;
  readonly expiresAt: string;
}
