import { createHash } from 'node:crypto';
import { errors, jwtVerify, SignJWT } from 'jose';
import type { Locale } from '../../core/model/session';
import { Refused } from '../http/answers';

/** Who speaks in which conversation. Comes only out of a token that we signed. */
export interface Identity {
  readonly learner: string;
  readonly conversation: string;
}

/** A browser that opened the page. */
export interface Visit {
  readonly learner: string;
  readonly visit: string;
  /** The language they chose; none for a guest. */
  readonly locale?: Locale;
}

/** Seconds that a token holds; Web Chat renews it every fifteen minutes. */
export const TOKEN_SECONDS = 30 * 60;
/** Seconds in which a socket must be opened; its ticket travels in an address. */
const TICKET_SECONDS = 60;
/** Seconds that a browser is remembered. */
export const VISIT_SECONDS = 30 * 24 * 60 * 60;

const ISSUER = 'bruggesprek';
const ALGORITHM = 'HS256';
type Purpose = 'directline' | 'stream' | 'webchat';

/** Signs and reads tokens. Each serves one purpose and is refused for any other. */
export interface Tokens {
  /** For the Direct Line calls of one person in one conversation. */
  issue(identity: Identity): Promise<string>;
  read(token: string | null): Promise<Identity>;
  /** For opening one socket. */
  issueTicket(identity: Identity): Promise<string>;
  readTicket(ticket: string | null): Promise<Identity>;
  /** For the cookie of the page. */
  issueVisit(visit: Visit): Promise<string>;
  readVisit(cookie: string | null): Promise<Visit | null>;
}

interface Proven {
  readonly identity: Identity;
  /** In milliseconds. */
  readonly until: number;
}

/** `now` is in milliseconds. */
export function createTokens(secret: string, now: () => number = Date.now): Tokens {
  const key = createHash('sha256').update(secret).digest();
  const sign = (purpose: Purpose, seconds: number, subject: string, claims: Record<string, string>) => {
    const issued = Math.floor(now() / 1000);
    return new SignJWT(claims)
      .setProtectedHeader({ alg: ALGORITHM })
      .setIssuer(ISSUER)
      .setAudience(purpose)
      .setSubject(subject)
      .setIssuedAt(issued)
      .setExpirationTime(issued + seconds)
      .sign(key);
  };
  const verify = async (purpose: Purpose, token: string | null) => {
    if (token === null || token === '') throw new Refused(401, 'missing-token');
    try {
      const { payload } = await jwtVerify(token, key, {
        issuer: ISSUER,
        audience: purpose,
        algorithms: [ALGORITHM],
        requiredClaims: ['sub', 'exp'],
        currentDate: new Date(now()),
      });
      return payload;
    } catch (error) {
      if (error instanceof errors.JWTExpired) throw new Refused(403, 'token-expired');
      throw new Refused(401, 'bad-token');
    }
  };
  const prove = async (purpose: Purpose, token: string | null): Promise<Proven> => {
    const { sub, conversation, exp = 0 } = await verify(purpose, token);
    if (typeof sub !== 'string' || typeof conversation !== 'string') throw new Refused(401, 'bad-token');
    return { identity: { learner: sub, conversation }, until: exp * 1000 };
  };
  const read = remembering(now, (token) => prove('directline', token));
  return {
    issue: ({ learner, conversation }) => sign('directline', TOKEN_SECONDS, learner, { conversation }),
    read: (token) => read(token ?? ''),
    issueTicket: ({ learner, conversation }) => sign('stream', TICKET_SECONDS, learner, { conversation }),
    readTicket: async (ticket) => (await prove('stream', ticket)).identity,
    issueVisit: ({ learner, visit }) => sign('webchat', VISIT_SECONDS, learner, { visit }),
    readVisit: async (cookie) => {
      try {
        const { sub, visit } = await verify('webchat', cookie);
        return typeof sub === 'string' && typeof visit === 'string' ? { learner: sub, visit } : null;
      } catch (error) {
        if (error instanceof Refused) return null;
        throw error;
      }
    },
  };
}

/** Tokens that are remembered as proven. */
const REMEMBERED = 2_000;

/** The same token comes with every call; its signature is checked once, its time every time. */
function remembering(
  now: () => number,
  prove: (token: string) => Promise<Proven>,
): (token: string) => Promise<Identity> {
  const proven = new Map<string, Proven>();
  return async (token) => {
    const known = proven.get(token);
    if (known !== undefined && known.until > now()) return known.identity;
    const fresh = await prove(token);
    proven.set(token, fresh);
    if (proven.size > REMEMBERED) proven.delete(proven.keys().next().value as string);
    return fresh.identity;
  };
}
