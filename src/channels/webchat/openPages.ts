import type { IncomingMessage } from 'node:http';
import type { Locale } from '../../core/model/session';
import { Refused, sendHtml } from '../http/answers';
import { readForm } from '../http/body';
import { fromOwnPage } from '../http/hosts';
import type { WebServer } from '../server';
import { localeOf } from './entry';
import { type WebChatParts, withinLimit } from './parts';
import { answerForm, type FormAnswer } from './personForms';
import { pageHeaders, paramsOf, queryValuesOf, type Values } from './personPages';

/** Who looks at a page that is there for everybody. */
export interface OpenView {
  /** Who is signed in with this browser, if anybody is. */
  readonly visitor: string | null;
  readonly locale: Locale;
  readonly params: Values;
  readonly query: Values;
  /** Where the request came from, to count how often it tries. */
  readonly caller: string;
}

export interface OpenFormView extends OpenView {
  readonly fields: Values;
}

/** What a page for everybody answers: a document, or another page of ours or of whoever lets people sign in. */
export type OpenAnswer =
  | { readonly kind: 'page'; readonly html: string; readonly status?: 200 | 404 | 429 }
  | FormAnswer;

/** A page that needs no signing in. */
export interface OpenPage {
  readonly path: string;
  readonly styles: readonly string[];
  render(view: OpenView): Promise<OpenAnswer>;
}

/** A form that needs no signing in. Only our own pages can send it. */
export interface OpenForm {
  readonly path: string;
  readonly styles: readonly string[];
  take(view: OpenFormView): Promise<OpenAnswer>;
}

export function openOpenPage(server: WebServer, parts: WebChatParts, page: OpenPage): void {
  server.route('get', page.path, async (req, res) => {
    parts.visits.admit(req);
    const visit = await parts.visits.of(req, res);
    const view = openViewOf(req, visit?.learner ?? null);
    withinLimit(parts, `at ${view.caller}`, res);
    send(parts, res, page.styles, await page.render({ ...view, params: paramsOf(req) }));
  });
}

export function openOpenForm(server: WebServer, parts: WebChatParts, form: OpenForm): void {
  server.route('post', form.path, async (req, res) => {
    parts.visits.admit(req);
    if (!fromOwnPage(req, server.publicUrl)) throw new Refused(403, 'other-site');
    const visit = await parts.visits.of(req, res);
    const view = openViewOf(req, visit?.learner ?? null);
    withinLimit(parts, `at ${view.caller}`, res);
    const fields = await readForm(req);
    send(parts, res, form.styles, await form.take({ ...view, params: paramsOf(req), fields }));
  });
}

function openViewOf(req: IncomingMessage, visitor: string | null): OpenView {
  return {
    visitor,
    locale: localeOf(req),
    params: {},
    query: queryValuesOf(req),
    caller: req.socket.remoteAddress ?? '',
  };
}

function send(
  parts: WebChatParts,
  res: Parameters<typeof answerForm>[1],
  styles: readonly string[],
  answer: OpenAnswer,
): void {
  if (answer.kind !== 'page') {
    answerForm(parts, res, styles, answer);
    return;
  }
  pageHeaders(res, styles);
  sendHtml(res, answer.status ?? 200, answer.html);
}
