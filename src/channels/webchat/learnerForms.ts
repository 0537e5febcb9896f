import type { ServerResponse } from 'node:http';
import type { MessageBody } from '../../core/model/message';
import { Refused, sendHtml } from '../http/answers';
import { readForm } from '../http/body';
import { fromOwnPage } from '../http/hosts';
import type { WebServer } from '../server';
import { localeOf, visitOf } from './entry';
import { type PageView, pageHeaders, paramsOf } from './learnerPages';
import { type WebChatParts, withinLimit } from './parts';
import { onlyHere } from './requests';
import { join } from './takeActivity';

/** What was sent with a form of our own page, by the learner the page was made for. */
export interface FormView extends PageView {
  readonly fields: Readonly<Record<string, string>>;
  /** Says something in the learner's conversation, as if a button in the chat had been pressed. */
  say(body: MessageBody): Promise<void>;
}

export type FormAnswer =
  /** Done; the browser goes on to a page of ours, so that reloading does not send the form again. */
  | { readonly kind: 'see'; readonly path: string }
  /** The form again, with what is still missing. */
  | { readonly kind: 'again'; readonly html: string };

/** What a page's form sends to. */
export interface LearnerForm {
  readonly path: string;
  /** The exact content of the style elements of the page that answers. */
  readonly styles: readonly string[];
  /** Null when there is nothing for this learner at this address. */
  take(view: FormView): Promise<FormAnswer | null>;
}

/** Name of the hidden field with the token of the page. */
export const TOKEN_FIELD = 'token';

export function openLearnerForm(server: WebServer, parts: WebChatParts, form: LearnerForm): void {
  server.route('post', form.path, async (req, res) => {
    onlyHere(req);
    if (!fromOwnPage(req, server.publicUrl)) throw new Refused(403, 'other-site');
    const visit = await visitOf(parts, req);
    if (visit === null) throw new Refused(401, 'no-visit');
    withinLimit(parts, visit.learner, res);
    const fields = await readForm(req);
    if (!parts.formTokens.holds(visit, fields[TOKEN_FIELD])) throw new Refused(403, 'stale-form');
    const { learner } = visit;
    const answer = await form.take({
      learner,
      locale: localeOf(req),
      params: paramsOf(req),
      formToken: parts.formTokens.issue(visit),
      fields,
      say: (body) => say(parts, learner, body),
    });
    if (answer === null) throw new Refused(404, 'not-found');
    if (answer.kind === 'see') return seeOther(res, answer.path);
    pageHeaders(res, form.styles);
    sendHtml(res, 422, answer.html);
  });
}

async function say(parts: WebChatParts, learner: string, body: MessageBody): Promise<void> {
  const conversation = await parts.conversations.resume(learner, false);
  await join(parts, { learner, conversation });
  await parts.conversations.take({ id: parts.freshId(), conversation, learner, body });
}

function seeOther(res: ServerResponse, path: string): void {
  res.writeHead(303, { Location: path, 'Cache-Control': 'no-store', 'Content-Length': 0 });
  res.end();
}
