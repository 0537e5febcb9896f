import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { Request } from 'restify';
import type { Locale } from '../../core/model/session';
import { Refused, sendHtml } from '../http/answers';
import type { WebServer } from '../server';
import { keepVisit, localeOf } from './entry';
import { type WebChatParts, withinLimit } from './parts';
import { onlyHere } from './requests';

/** For whom a page is made. */
export interface PageView {
  readonly learner: string;
  readonly locale: Locale;
  /** The parts of the address that vary, by name. */
  readonly params: Readonly<Record<string, string>>;
  /** What the page's forms send along, to show that they are ours. */
  readonly formToken: string;
}

/** A page beside the chat, for the same learner: words and pictures, no script. */
export interface LearnerPage {
  /** E.g. `/debrief/:attempt`. */
  readonly path: string;
  /** The exact content of its style elements. */
  readonly styles: readonly string[];
  /** The whole document; null when there is nothing for this learner at this address. */
  render(view: PageView): Promise<string | null>;
  /** What is shown then, in the same styles; without it, a refusal for programs. */
  missing?(locale: Locale): string;
}

export function openLearnerPage(server: WebServer, parts: WebChatParts, page: LearnerPage): void {
  server.route('get', page.path, async (req, res) => {
    onlyHere(req);
    const visit = await keepVisit(parts, req, res);
    withinLimit(parts, visit.learner, res);
    const html = await page.render({
      learner: visit.learner,
      locale: localeOf(req),
      params: paramsOf(req),
      formToken: parts.formTokens.issue(visit),
    });
    const shown = html ?? page.missing?.(localeOf(req));
    if (shown === undefined) throw new Refused(404, 'not-found');
    pageHeaders(res, page.styles);
    sendHtml(res, html === null ? 404 : 200, shown);
  });
}

/** The parts of an address that vary. */
export function paramsOf(req: Request): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(req.params ?? {}).map(([name, value]) => [name, String(value)]));
}

/** A page may use its own styles and send forms to us; a form tells which page of ours it came from. */
export function pageHeaders(res: ServerResponse, styles: readonly string[]): void {
  res.setHeader('Content-Security-Policy', policyFor(styles));
  res.setHeader('Referrer-Policy', 'same-origin');
}

function policyFor(styles: readonly string[]): string {
  const hashes = styles.map((style) => `'sha256-${createHash('sha256').update(style).digest('base64')}'`);
  return [
    "default-src 'none'",
    `style-src 'self' ${hashes.join(' ')}`,
    "img-src 'self' data:",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
