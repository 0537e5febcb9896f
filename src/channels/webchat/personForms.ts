import type { ServerResponse } from 'node:http';
import type { Request } from 'restify';
import type { MessageBody } from '../../core/model/message';
import { Refused, sendHtml } from '../http/answers';
import { readForm } from '../http/body';
import { fromOwnPage } from '../http/hosts';
import type { WebServer } from '../server';
import { type WebChatParts, withinLimit } from './parts';
import { type PageView, pageHeaders, seeOther, type Values, viewOf } from './personPages';
import { join } from './takeActivity';

/** What was sent with a form of our own page, by the person the page was made for. */
export interface FormView extends PageView {
  readonly fields: Values;
  /** Says something in the person's conversation, as if a button in the chat had been pressed. */
  say(body: MessageBody): Promise<void>;
}

export type FormAnswer =
  /** Done; the browser goes on to a page of ours, so that reloading does not send the form again. */
  | { readonly kind: 'see'; readonly path: string }
  /** The next page of a form in several pages, of which nothing is kept yet. */
  | { readonly kind: 'show'; readonly html: string }
  /** The form again, with what was typed and what is still missing. */
  | { readonly kind: 'again'; readonly html: string }
  /** The browser belongs from now on to whom the secret stands for. */
  | { readonly kind: 'enter'; readonly secret: string; readonly path: string }
  /** The browser belongs to nobody any more. */
  | { readonly kind: 'leave'; readonly path: string };

/** What a page's form sends to. */
export interface PersonForm {
  readonly path: string;
  /** The address of the page it stands on, where that is not the nearest one above its own. */
  readonly standsOn?: string;
  /** True for what is done once it is done: sent twice, it gets the answer of the first time again. */
  readonly once?: true;
  /** The exact content of the style elements of the page that answers. */
  readonly styles: readonly string[];
  /** True when the page that answers has a script of ours. */
  readonly script?: true;
  /** Bytes that may be sent, where that is more than usual. */
  readonly maxBytes?: number;
  /** Null when there is nothing for this person at this address. */
  take(view: FormView): Promise<FormAnswer | null>;
}

/** Name of the hidden field with the token of the page. */
const TOKEN_FIELD = 'token';

export function openPersonForm(server: WebServer, parts: WebChatParts, form: PersonForm): void {
  server.route('post', form.path, async (req, res) => {
    parts.visits.admit(req);
    if (!fromOwnPage(req, server.publicUrl)) throw new Refused(403, 'other-site');
    const visit = await parts.visits.of(req, res);
    if (visit === null) return takenFromNobody(parts, req, res);
    withinLimit(parts, visit.learner, res);
    const fields = await readForm(req, form.maxBytes);
    if (!parts.formTokens.holds(visit, fields[TOKEN_FIELD])) throw new Refused(403, 'stale-form');
    const { learner } = visit;
    const view = {
      ...viewOf(req, parts, visit),
      fields,
      say: (body: MessageBody) => say(parts, learner, body),
    };
    const take = () => form.take(view);
    const answer = await (form.once ? parts.repeats.take({ path: pathOf(req), fields }, take) : take());
    if (answer === null) throw new Refused(404, 'not-found');
    answerForm(parts, res, form.styles, answer, form.script);
  });
}

/** Somebody who left in another tab, or just now with this very form. */
async function takenFromNobody(parts: WebChatParts, req: Request, res: ServerResponse): Promise<void> {
  withinLimit(parts, `at ${req.socket.remoteAddress ?? ''}`, res);
  const fields = await readForm(req).catch(() => ({}));
  const left = await parts.repeats.wayOut({ path: pathOf(req), fields });
  if (left === null) throw new Refused(401, 'no-visit');
  answerForm(parts, res, [], left);
}

function pathOf({ url = '' }: Request): string {
  return url.split('?', 1)[0] ?? '';
}

export function answerForm(
  parts: Pick<WebChatParts, 'visits'>,
  res: ServerResponse,
  styles: readonly string[],
  answer: FormAnswer,
  script = false,
): void {
  switch (answer.kind) {
    case 'show':
      pageHeaders(res, styles, script);
      sendHtml(res, 200, answer.html, true);
      return;
    case 'again':
      pageHeaders(res, styles, script);
      sendHtml(res, 422, answer.html, true);
      return;
    case 'enter':
      parts.visits.enter(res, answer.secret);
      break;
    case 'leave':
      parts.visits.leave(res);
      // A refused form was kept to go back to; whoever sits here next must not.
      res.setHeader('Clear-Site-Data', '"cache"');
      break;
    case 'see':
      break;
  }
  seeOther(res, answer.path);
}

async function say(parts: WebChatParts, learner: string, body: MessageBody): Promise<void> {
  const conversation = await parts.conversations.resume(learner, false);
  await join(parts, { learner, conversation });
  await parts.conversations.take({ id: parts.freshId(), conversation, learner, body });
}
