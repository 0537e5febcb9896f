import type { IncomingMessage } from 'node:http';
import type { Locale } from '../../core/model/session';
import { Refused, sendHtml } from '../http/answers';
import { readForm } from '../http/body';
import { fromOwnPage, ownOrigin } from '../http/hosts';
import type { WebServer } from '../server';
import { localeOf } from './entry';
import { dropNote, keepNote, noteOf } from './notes';
import { type WebChatParts, withinLimit } from './parts';
import { answerForm, type FormAnswer } from './personForms';
import { pageHeaders, paramsOf, queryValuesOf, seeOther, type Values } from './personPages';
import type { Visit } from './tokens';

/** Who looks at a page that is there for everybody. */
export interface OpenView {
  /** Who is signed in with this browser, if anybody is. */
  readonly visitor: string | null;
  /** Their browser; null when nobody is signed in. */
  readonly visit: string | null;
  readonly locale: Locale;
  readonly params: Values;
  readonly query: Values;
  /** Where the request came from, to count how often it tries. */
  readonly caller: string;
  /** Where the browser reached us, to make whole addresses with. */
  readonly origin: string;
  /** What we gave the browser to keep while it was away, see `away`; null when it kept nothing. */
  readonly note: string | null;
}

export interface OpenFormView extends OpenView {
  readonly fields: Values;
}

/** What a page for everybody answers: a document, or another page of ours or of whoever lets people sign in. */
export type OpenAnswer =
  | { readonly kind: 'page'; readonly html: string; readonly status?: 200 | 404 | 429 }
  /** To a site of others, which sends the browser back to us; the note comes back with it, once. */
  | { readonly kind: 'away'; readonly url: string; readonly note: string }
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
  /**
   * True where the address itself holds all that is needed and proves who may do it. Then other programs may send it
   * too, such as a mail program that unsubscribes (RFC 8058), and what they send along is not read.
   */
  readonly byAddress?: true;
  /** The address of the page it stands on, where that is not the nearest one above its own. */
  readonly standsOn?: string;
  readonly styles: readonly string[];
  take(view: OpenFormView): Promise<OpenAnswer>;
}

export function openOpenPage(server: WebServer, parts: WebChatParts, page: OpenPage): void {
  server.route('get', page.path, async (req, res) => {
    parts.visits.admit(req);
    const visit = await parts.visits.of(req, res);
    const view = openViewOf(req, parts, visit);
    withinLimit(parts, `at ${view.caller}`, res);
    const answer = await page.render({ ...view, params: paramsOf(req) });
    if (view.note !== null) dropNote(res, parts.secure);
    send(parts, res, page.styles, answer);
  });
}

export function openOpenForm(server: WebServer, parts: WebChatParts, form: OpenForm): void {
  server.route('post', form.path, async (req, res) => {
    parts.visits.admit(req);
    if (!form.byAddress && !fromOwnPage(req, server.publicUrl)) throw new Refused(403, 'other-site');
    const visit = await parts.visits.of(req, res);
    const view = openViewOf(req, parts, visit);
    withinLimit(parts, `at ${view.caller}`, res);
    const fields = form.byAddress ? {} : await readForm(req);
    send(parts, res, form.styles, await form.take({ ...view, params: paramsOf(req), fields }));
  });
}

function openViewOf(
  req: IncomingMessage,
  parts: Pick<WebChatParts, 'publicUrl'>,
  visit: Visit | null,
): OpenView {
  return {
    visitor: visit?.learner ?? null,
    visit: visit?.visit ?? null,
    locale: localeOf(req, visit),
    params: {},
    query: queryValuesOf(req),
    caller: req.socket.remoteAddress ?? '',
    origin: ownOrigin(req, parts.publicUrl),
    note: noteOf(req),
  };
}

function send(
  parts: WebChatParts,
  res: Parameters<typeof answerForm>[1],
  styles: readonly string[],
  answer: OpenAnswer,
): void {
  switch (answer.kind) {
    case 'page':
      pageHeaders(res, styles);
      sendHtml(res, answer.status ?? 200, answer.html);
      return;
    case 'away':
      keepNote(res, answer.note, parts.secure);
      seeOther(res, answer.url);
      return;
    default:
      answerForm(parts, res, styles, answer);
  }
}
