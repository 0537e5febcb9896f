import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import { LOCALES, type Locale } from '../../core/model/session';
import { Refused, sendHtml, sendJson } from '../http/answers';
import { readJson } from '../http/body';
import { frameAncestors } from '../http/frames';
import { fromOwnPage, ownOrigin } from '../http/hosts';
import type { WebServer } from '../server';
import { credentials } from './directLine';
import { type WebChatParts, withinLimit } from './parts';
import { toSignIn } from './personPages';
import { queryOf } from './requests';
import { join } from './takeActivity';
import type { Visit } from './tokens';
import { LOCAL_LEARNER } from './visits';

/** Renders the page around Web Chat. */
export type ChatPageRenderer = (locale: Locale, visitor: { readonly guest: boolean }) => string;

const tokenRequest = z
  .object({ anew: z.boolean().optional(), locale: z.enum(LOCALES).optional() })
  .optional();

/** The page itself, and the way from the page to a Direct Line token. */
export function openEntry(server: WebServer, parts: WebChatParts, render: ChatPageRenderer): void {
  server.route('get', '/', async (req, res) => {
    parts.visits.admit(req);
    const visit = await parts.visits.orGuest(req, res);
    if (visit === null) return toSignIn(req, res);
    res.setHeader(
      'Content-Security-Policy',
      pagePolicy(ownOrigin(req, server.publicUrl), frameAncestors(res)),
    );
    sendHtml(res, 200, render(localeOf(req, visit), { guest: visit.learner === LOCAL_LEARNER }));
  });

  server.route('post', '/webchat/token', async (req, res) => {
    parts.visits.admit(req);
    if (!fromOwnPage(req, server.publicUrl)) throw new Refused(403, 'other-site');
    const visit = await parts.visits.of(req, res);
    if (visit === null) throw new Refused(401, 'no-visit');
    withinLimit(parts, visit.learner, res);
    const asked = tokenRequest.safeParse(await readJson(req));
    if (!asked.success) throw new Refused(400, 'bad-request');
    const conversation = await parts.conversations.resume(visit.learner, asked.data?.anew ?? false);
    const identity = { learner: visit.learner, conversation };
    // The welcome makes a new conversation the one to go on with.
    await join(parts, identity, asked.data?.locale);
    sendJson(res, 200, { ...(await credentials(parts, identity)), learner: visit.learner });
  });
}

/** Web Chat makes empty style elements and fills them by script; this is the hash of nothing. */
const EMPTY_STYLE = 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=';

/** Only our own files and our own socket; no inline script or style with anything in it. */
function pagePolicy(origin: string, frames: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' '${EMPTY_STYLE}'`,
    "img-src 'self' data: blob:",
    `connect-src 'self' ${origin.replace(/^http/, 'ws')}`,
    "form-action 'self'",
    "base-uri 'none'",
    frames,
  ].join('; ');
}

/** The language that was asked for in the address, else what the person chose, else the browser's, else Dutch. */
export function localeOf(req: IncomingMessage, visit: Visit | null = null): Locale {
  // Teams says `nl-nl`.
  const asked = queryOf(req, 'lang')?.slice(0, 2).toLowerCase();
  const accepted = (req.headers['accept-language'] ?? '').split(',').map((part) => part.trim().slice(0, 2));
  return [asked, visit?.locale, ...accepted].find(isLocale) ?? 'nl';
}

function isLocale(text: string | null | undefined): text is Locale {
  return (LOCALES as readonly (string | null | undefined)[]).includes(text);
}
