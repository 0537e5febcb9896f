import type { SignIn, SignInWay } from '../core/model/person';
import type { Locale } from '../core/model/session';
import type { Clock, Ids, Secrets, SignInRenewal, Store } from './ports';

const SECOND = 1_000;
const DAY = 24 * 60 * 60 * SECOND;
/** After so long without a visit a browser belongs to nobody. */
export const SIGN_IN_MS = 30 * DAY;
/** How long a secret holds before it is renewed. */
const RENEW_AFTER_MS = DAY;
/** How long requests may come with the secret before, which were under way when it was renewed. */
export const GRACE_MS = 60 * SECOND;

/** What our secrets look like; anything else in a cookie is not looked up. */
const SECRET = /^[\w-]{43}$/;

export interface ReadSignIn {
  /** `locale` is the language this person chose. */
  readonly visit: { readonly learner: string; readonly visit: string; readonly locale: Locale };
  /** A secret to put in place of the one that was shown. */
  readonly renewed: string | null;
}

/** The browsers that belong to people. A browser keeps a secret; we keep its hash. */
export interface SignInKeeper {
  /** Whose browser shows this secret; null when it is nobody's. */
  read(secret: string): Promise<ReadSignIn | null>;
  /**
   * Makes a browser belong to somebody, and answers its secret. Always a new one: what a browser showed before is
   * never taken over. `before` is what the browser was signed in as until now, and ends.
   */
  begin(person: string, way: SignInWay, before?: Before | null): Promise<string>;
  /** A new secret for the same person in the same browser, in place of the one before; null when that has ended. */
  anew(before: Before): Promise<string | null>;
  /** Lets every browser of somebody get a new secret, because they may do more than before. */
  renewSoon(person: string): Promise<void>;
  /** False when it was not a browser of this person. */
  end(visit: string, person: string): Promise<boolean>;
  endAll(person: string): Promise<void>;
}

export interface Before {
  readonly visit: string;
  readonly person: string;
}

export interface SignInParts {
  readonly store: Pick<Store, 'people'>;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly secrets: Secrets;
}

export function createSignIns(parts: SignInParts): SignInKeeper {
  const { clock, ids, secrets } = parts;
  const { people } = parts.store;
  const begin: SignInKeeper['begin'] = async (person, way, before = null) => {
    const [secret, since] = [secrets.fresh(), clock.now()];
    await people.addSignIn({
      visit: ids.fresh(),
      hash: secrets.hash(secret),
      previous: null,
      person,
      way,
      since,
      renewedAt: since,
      expiresAt: later(since, SIGN_IN_MS),
    });
    if (before !== null) await people.endSignIn(before.visit, before.person);
    return secret;
  };
  return {
    async read(secret) {
      if (!SECRET.test(secret)) return null;
      const held = await lookUp(parts, secret);
      const person = held && (await people.person(held.signIn.person));
      if (!held || !person) return null;
      const { visit } = held.signIn;
      return { visit: { learner: person.id, visit, locale: person.locale }, renewed: held.renewed };
    },
    begin,
    async anew(before) {
      const held = (await people.signInsOf(before.person)).find(({ visit }) => visit === before.visit);
      return held ? begin(before.person, held.way, before) : null;
    },
    renewSoon: (person) => people.ageSignInsOf(person),
    end: (visit, person) => people.endSignIn(visit, person),
    endAll: (person) => people.endSignInsOf(person),
  };
}

interface Held {
  readonly signIn: SignIn;
  readonly renewed: string | null;
}

/** Enough for requests that renew at the same moment to find out which of them did. */
const TRIES = 3;

async function lookUp(parts: SignInParts, secret: string): Promise<Held | null> {
  const { people } = parts.store;
  const shown = parts.secrets.hash(secret);
  for (let tries = 0; tries < TRIES; tries++) {
    const now = parts.clock.now();
    const signIn = await people.signIn(shown);
    if (signIn === null || signIn.expiresAt <= now) return null;
    const step = nextStep(signIn, shown, now);
    if (step === 'hold') return { signIn, renewed: null };
    const renewed = step === 'renew' ? parts.secrets.fresh() : null;
    const next = renewed === null ? settled(signIn) : renewal(parts.secrets.hash(renewed), shown, now);
    if (await people.renewSignIn(signIn.hash, next)) return { signIn, renewed };
  }
  return null;
}

function settled({ hash, renewedAt, expiresAt }: SignIn): SignInRenewal {
  return { hash, previous: null, renewedAt, expiresAt };
}

/** What the browser showed holds until it comes with the new one: the answer that brings it may get lost. */
function renewal(hash: string, previous: string, now: string): SignInRenewal {
  return { hash, previous, renewedAt: now, expiresAt: later(now, SIGN_IN_MS) };
}

/** `settle`: the browser has the new secret and no request is under way with the old one, which may go. */
function nextStep(signIn: SignIn, hash: string, now: string): 'hold' | 'renew' | 'settle' {
  const age = Date.parse(now) - Date.parse(signIn.renewedAt);
  if (signIn.hash !== hash) return age <= GRACE_MS ? 'hold' : 'renew';
  if (age >= RENEW_AFTER_MS) return 'renew';
  return signIn.previous !== null && age > GRACE_MS ? 'settle' : 'hold';
}

function later(iso: string, milliseconds: number): string {
  return new Date(Date.parse(iso) + milliseconds).toISOString();
}
