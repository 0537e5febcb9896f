import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Request } from 'restify';
import type { Locale } from '../../core/model/session';
import { Refused, sendHtml } from '../http/answers';
import { frameAncestors } from '../http/frames';
import { ownOrigin } from '../http/hosts';
import type { WebServer } from '../server';
import { localeOf } from './entry';
import { type WebChatParts, withinLimit } from './parts';
import type { Visit } from './tokens';

/** Names and values of an address or a form; of what was sent twice the last counts. */
export type Values = Readonly<Record<string, string>>;

/** For whom a page is made. */
export interface PageView {
  /** Whoever is signed in, whatever their role: what they may see is decided behind the page. */
  readonly person: string;
  /** Their browser. */
  readonly visit: string;
  readonly locale: Locale;
  /** The parts of the address that vary, by name. */
  readonly params: Values;
  /** What stands behind the question mark. */
  readonly query: Values;
  /** What the page's forms send along, to show that they are ours. */
  readonly formToken: string;
  /** Where the browser reached us, to make whole addresses with. */
  readonly origin: string;
}

/** A page for somebody who is signed in: words and pictures, no script. */
export interface PersonPage {
  /** E.g. `/debrief/:attempt`. */
  readonly path: string;
  /** The exact content of its style elements. */
  readonly styles: readonly string[];
  /** True for a page with a script of ours, which may ask us for more. */
  readonly script?: true;
  /** The whole document; null when there is nothing for this person at this address. */
  render(view: PageView): Promise<string | null>;
}

export function openPersonPage(server: WebServer, parts: WebChatParts, page: PersonPage): void {
  server.route('get', page.path, async (req, res) => {
    parts.visits.admit(req);
    const visit = await parts.visits.orGuest(req, res);
    if (visit === null) return toSignIn(req, res);
    withinLimit(parts, visit.learner, res);
    const html = await page.render(viewOf(req, parts, visit));
    if (html === null) throw new Refused(404, 'not-found');
    pageHeaders(res, page.styles, page.script);
    sendHtml(res, 200, html);
  });
}

export function viewOf(
  req: Request,
  parts: Pick<WebChatParts, 'formTokens' | 'publicUrl'>,
  visit: Visit,
): PageView {
  return {
    person: visit.learner,
    visit: visit.visit,
    locale: localeOf(req, visit),
    params: paramsOf(req),
    query: queryValuesOf(req),
    formToken: parts.formTokens.issue(visit),
    origin: ownOrigin(req, parts.publicUrl),
  };
}

/** Where people sign in. `next` is the page they wanted. */
const SIGN_IN_PATH = '/enter';

/** Sends a browser of nobody to where people sign in, and from there back to what it asked for. */
export function toSignIn(req: IncomingMessage, res: ServerResponse): void {
  seeOther(res, `${SIGN_IN_PATH}?next=${encodeURIComponent(req.url ?? '/')}`);
}

export function seeOther(res: ServerResponse, path: string): void {
  res.writeHead(303, { Location: path, 'Cache-Control': 'no-store', 'Content-Length': 0 });
  res.end();
}

/** The parts of an address that vary. Nothing of ours has a null character in it, and not every database takes one. */
export function paramsOf(req: Request): Values {
  const params = Object.entries(req.params ?? {}).map(([name, value]) => [name, String(value)] as const);
  if (params.some(([, value]) => value.includes('\0'))) throw new Refused(404, 'not-found');
  return Object.fromEntries(params);
}

export function queryValuesOf(req: IncomingMessage): Values {
  const address = req.url ?? '';
  const at = address.indexOf('?');
  const query = at < 0 ? [] : [...new URLSearchParams(address.slice(at))];
  return Object.fromEntries(query.map(([name, value]) => [name, value.replaceAll('\0', '')]));
}

/** A page may use its own styles and send forms to us; a form tells which page of ours it came from. */
export function pageHeaders(res: ServerResponse, styles: readonly string[], script = false): void {
  res.setHeader('Content-Security-Policy', policyFor(styles, frameAncestors(res), script));
  res.setHeader('Referrer-Policy', 'same-origin');
}

function policyFor(styles: readonly string[], frames: string, script: boolean): string {
  const hashes = styles.map((style) => `'sha256-${createHash('sha256').update(style).digest('base64')}'`);
  return [
    "default-src 'none'",
    `style-src 'self' ${hashes.join(' ')}`,
    "img-src 'self' data:",
    ...(script ? ["script-src 'self'", "connect-src 'self'"] : []),
    "form-action 'self'",
    "base-uri 'none'",
    frames,
  ].join('; ');
}
