import type { IncomingMessage, ServerResponse } from 'node:http';
import { GUEST } from '../../core/model/person';
import { Refused } from '../http/answers';
import { cookieReach } from '../http/frames';
import { fromThisMachine } from '../http/hosts';
import { cookieOf } from './requests';
import { type Tokens, VISIT_SECONDS, type Visit } from './tokens';

/** The one person who practises on this machine, where nobody has to sign in. */
export const LOCAL_LEARNER = GUEST;

const VISIT_COOKIE = 'bruggesprek-visit';

/** Who signed in with which browser; handed in, because it is remembered elsewhere. */
export interface SignIns {
  /** By the secret in the cookie. `renewed` is a secret to put in its place; null when it holds a while yet. */
  read(secret: string): Promise<{ readonly visit: Visit; readonly renewed: string | null } | null>;
}

export interface VisitsOptions {
  readonly tokens: Tokens;
  readonly signIns: SignIns | null;
  /** Whether whoever sits at this machine may come in as its one guest. Others then reach no page at all. */
  readonly guests: boolean;
  /** Whether browsers reach us over https. */
  readonly secure: boolean;
  readonly freshId: () => string;
}

/** Recognises browsers. */
export interface Visits {
  /** Refuses who may not ask for any page here. */
  admit(req: IncomingMessage): void;
  /** Who visits; null when nobody signed in. Puts a renewed secret into the browser on the way. */
  of(req: IncomingMessage, res: ServerResponse): Promise<Visit | null>;
  /** The same, but takes in a guest where there may be one. */
  orGuest(req: IncomingMessage, res: ServerResponse): Promise<Visit | null>;
  /** Makes the browser belong to whom the secret stands for. */
  enter(res: ServerResponse, secret: string): void;
  /** Makes it belong to nobody. */
  leave(res: ServerResponse): void;
}

export function createVisits({ tokens, signIns, guests, secure, freshId }: VisitsOptions): Visits {
  const set = (res: ServerResponse, value: string, seconds: number) => {
    const others = [res.getHeader('Set-Cookie') ?? []].flat().map(String);
    res.setHeader('Set-Cookie', [
      ...others.filter((cookie) => !cookie.startsWith(`${VISIT_COOKIE}=`)),
      `${VISIT_COOKIE}=${value}; Path=/; Max-Age=${seconds}; HttpOnly${cookieReach(res, secure)}`,
    ]);
  };
  const enter = (res: ServerResponse, secret: string) => set(res, secret, VISIT_SECONDS);
  const read = async (req: IncomingMessage, res: ServerResponse) => {
    const secret = cookieOf(req, VISIT_COOKIE);
    if (secret === null) return null;
    const signedIn = (await signIns?.read(secret)) ?? null;
    if (signedIn === null) return guests ? tokens.readVisit(secret) : null;
    if (signedIn.renewed !== null) enter(res, signedIn.renewed);
    return signedIn.visit;
  };
  // A refusal asks once more who it is, and a renewed secret is only given once.
  const known = new WeakMap<IncomingMessage, Promise<Visit | null>>();
  const of = (req: IncomingMessage, res: ServerResponse) => {
    const found = known.get(req) ?? read(req, res);
    known.set(req, found);
    return found;
  };
  return {
    admit(req) {
      if (guests && !fromThisMachine(req)) throw new Refused(403, 'this-machine-only');
    },
    of,
    async orGuest(req, res) {
      const known = await of(req, res);
      if (known !== null || !guests) return known;
      const visit: Visit = { learner: LOCAL_LEARNER, visit: freshId() };
      enter(res, await tokens.issueVisit(visit));
      return visit;
    },
    enter,
    leave: (res) => set(res, '', 0),
  };
}
