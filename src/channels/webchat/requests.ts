import type { IncomingMessage } from 'node:http';
import { Refused } from '../http/answers';
import type { Identity, Tokens } from './tokens';

const WATERMARK = /^\d{1,15}$/;

/** Who asks, from the token alone; a token of another conversation is refused. */
export async function identify(
  req: IncomingMessage,
  tokens: Tokens,
  conversation?: string,
): Promise<Identity> {
  const bearer = /^Bearer ([\w.-]+)$/i.exec(req.headers.authorization ?? '');
  const identity = await tokens.read(bearer?.[1] ?? null);
  if (conversation !== undefined && identity.conversation !== conversation) {
    throw new Refused(403, 'other-conversation');
  }
  return identity;
}

/** The value of a parameter in the address; empty counts as absent. */
export function queryOf(req: IncomingMessage, name: string): string | null {
  const address = req.url ?? '/';
  const at = address.indexOf('?');
  if (at < 0) return null;
  return new URLSearchParams(address.slice(at)).get(name) || null;
}

/** The sequence up to which the client says it has everything; 0 when it has nothing. */
export function watermarkOf(req: IncomingMessage): number {
  const watermark = queryOf(req, 'watermark') ?? '0';
  if (!WATERMARK.test(watermark)) throw new Refused(400, 'bad-watermark');
  return Number(watermark);
}

/** The value of a cookie. */
export function cookieOf(req: IncomingMessage, name: string): string | null {
  for (const pair of (req.headers.cookie ?? '').split(';')) {
    const [key, value] = pair.trim().split('=', 2);
    if (key === name && value !== undefined) return value;
  }
  return null;
}
