import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';

/** How a request addressed us: over this machine's own names, by our public name, or by a name that is not ours. */
export type Addressed = 'local' | 'public' | 'foreign';

const LOCAL_NAMES = new Set(['127.0.0.1', 'localhost', '[::1]']);
const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip'];

/**
 * Reads the Host header. A page elsewhere can make its own name point at this machine (DNS rebinding); the
 * browser then still sends that name, so a name that is not ours is refused.
 */
export function addressed(req: IncomingMessage, publicUrl: string | null): Addressed {
  const host = (req.headers.host ?? '').toLowerCase();
  if (publicUrl !== null && host === new URL(publicUrl).host) return 'public';
  return LOCAL_NAMES.has(host.replace(/:\d{1,5}$/, '')) ? 'local' : 'foreign';
}

/** Whether a request truly comes from this machine: from loopback, by a loopback name, not through a proxy. */
export function fromThisMachine(req: IncomingMessage): boolean {
  if (FORWARDED.some((name) => req.headers[name] !== undefined)) return false;
  return addressed(req, null) === 'local' && isLoopback(req.socket.remoteAddress ?? '');
}

function isLoopback(address: string): boolean {
  const plain = address.replace(/^::ffff:/, '');
  return plain === '::1' || (isIP(plain) === 4 && plain.startsWith('127.'));
}

/** The address of our pages as this caller reaches them. Only for requests whose Host header was checked. */
export function ownOrigin(req: IncomingMessage, publicUrl: string | null): string {
  return addressed(req, publicUrl) === 'public' && publicUrl !== null
    ? publicUrl
    : `http://${(req.headers.host ?? '').toLowerCase()}`;
}

/** Whether a browser says that one of our own pages asks; a request that cannot tell is refused. */
export function fromOwnPage(req: IncomingMessage, publicUrl: string | null): boolean {
  const site = req.headers['sec-fetch-site'];
  const origin = req.headers.origin;
  if (site !== undefined && site !== 'same-origin') return false;
  if (origin !== undefined) return origin.toLowerCase() === ownOrigin(req, publicUrl);
  return site === 'same-origin';
}
