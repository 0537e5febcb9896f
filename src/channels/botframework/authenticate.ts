import type { Activity } from 'botbuilder';
import { z } from 'zod';
import { Refused } from '../http/answers';
import type { Caller, TurnAdapter } from './adapter';

const PUBLIC_CLOUD_ISSUER = 'https://api.botframework.com';
const BEARER = /^Bearer ([\w-]{1,2000}\.[\w-]{1,8000}\.[\w-]{1,4000})$/;

/** The part of a token that names who issued it. */
const claimsSchema = z.object({ iss: z.string() });

/**
 * Looks whether a token says it comes from Bot Framework, before anything is read or looked up for it. Tokens of
 * other issuers (skills, the emulator, other channels) have no business here, and the SDK remembers something of
 * every one it is shown.
 */
export function screenToken(header: string | undefined, issuer: string | undefined): string {
  const payload = BEARER.exec(header ?? '')?.[1]?.split('.')[1];
  if (header === undefined || payload === undefined) throw new Refused(401, 'no-token');
  const claims = claimsSchema.safeParse(decoded(payload));
  if (!claims.success || claims.data.iss !== (issuer ?? PUBLIC_CLOUD_ISSUER)) {
    throw new Refused(401, 'bad-token');
  }
  return header;
}

function decoded(payload: string): unknown {
  try {
    return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}

/** Has the token checked against the keys of Bot Framework and against the activity it came with. */
export async function authenticate(
  adapter: TurnAdapter,
  activity: Activity,
  header: string,
): Promise<Caller> {
  // This channel would be checked by rules of its own; the activity itself must not choose them.
  if (activity.channelId === 'AseChannel') throw new Refused(401, 'bad-token');
  try {
    return await adapter.authentication.authenticateRequest(activity, header);
  } catch (error) {
    throw keysUnreachable(error) ? new Refused(503, 'keys-unreachable') : new Refused(401, 'bad-token');
  }
}

/** The keys could not be fetched: a failed connection, or an answer that is no key list. */
function keysUnreachable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return error.name === 'FetchError' || ('statusCode' in error && error.statusCode === 500);
}
