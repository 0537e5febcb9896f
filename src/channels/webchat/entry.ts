import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { LOCALES, type Locale } from '../../core/model/session';
import { Refused, sendHtml, sendJson } from '../http/answers';
import { readJson } from '../http/body';
import { fromOwnPage, ownOrigin } from '../http/hosts';
import type { WebServer } from '../server';
import { credentials } from './directLine';
import type { WebChatParts } from './parts';
import { cookieOf, onlyHere, queryOf } from './requests';
import type { Visit } from './tokens';

/** The one person who practises on this machine, as long as there is no sign-in. */
export const LOCAL_LEARNER = 'local';

/** Renders the page around Web Chat. The nonce allows the styles Web Chat adds while it runs. */
export type ChatPageRenderer = (locale: Locale, nonce: string) => string;

const VISIT_COOKIE = 'bruggesprek-visit';
const VISIT_DAYS_IN_SECONDS = 30 * 24 * 60 * 60;
const tokenRequest = z.object({ anew: z.boolean().optional() }).optional();

/** The page itself, and the way from the page to a Direct Line token. */
export function openEntry(server: WebServer, parts: WebChatParts, render: ChatPageRenderer): void {
  server.route('get', '/', async (req, res) => {
    onlyHere(req);
    await keepVisit(parts, req, res);
    const nonce = randomBytes(16).toString('base64');
    res.setHeader('Content-Security-Policy', pagePolicy(ownOrigin(req, server.publicUrl), nonce));
    sendHtml(res, 200, render(localeOf(req), nonce));
  });

  server.route('post', '/webchat/token', async (req, res) => {
    onlyHere(req);
    if (!fromOwnPage(req, server.publicUrl)) throw new Refused(403, 'other-site');
    const visit = await visitOf(parts, req);
    if (visit === null) throw new Refused(401, 'no-visit');
    const asked = tokenRequest.safeParse(await readJson(req));
    if (!asked.success) throw new Refused(400, 'bad-request');
    const conversation = await parts.conversations.resume(visit.learner, asked.data?.anew ?? false);
    const identity = { learner: visit.learner, conversation };
    sendJson(res, 200, { ...(await credentials(parts, identity)), learner: visit.learner });
  });
}

/** Who visits, by the page's cookie. */
export function visitOf(parts: Pick<WebChatParts, 'tokens'>, req: IncomingMessage): Promise<Visit | null> {
  return parts.tokens.readVisit(cookieOf(req, VISIT_COOKIE));
}

async function keepVisit(parts: WebChatParts, req: IncomingMessage, res: ServerResponse): Promise<void> {
  if ((await visitOf(parts, req)) !== null) return;
  const cookie = await parts.tokens.issueVisit({ learner: LOCAL_LEARNER, visit: parts.freshId() });
  res.setHeader(
    'Set-Cookie',
    `${VISIT_COOKIE}=${cookie}; Path=/; Max-Age=${VISIT_DAYS_IN_SECONDS}; HttpOnly; SameSite=Strict`,
  );
}

/** Only our own files and our own socket; styles that Web Chat adds carry the nonce. */
function pagePolicy(origin: string, nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    `connect-src 'self' ${origin.replace(/^http/, 'ws')}`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** The language that was asked for in the address, else the browser's first that we speak, else Dutch. */
export function localeOf(req: IncomingMessage): Locale {
  const asked = queryOf(req, 'lang');
  const accepted = (req.headers['accept-language'] ?? '').split(',').map((part) => part.trim().slice(0, 2));
  return [asked, ...accepted].find(isLocale) ?? 'nl';
}

function isLocale(text: string | null): text is Locale {
  return (LOCALES as readonly (string | null)[]).includes(text);
}
