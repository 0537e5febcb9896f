import type { Locale } from '../../core/model/session';
import { refusalOf, sendHtml } from '../http/answers';
import { fieldsOf } from '../http/body';
import type { RefusalPage } from '../server';
import { localeOf } from './entry';
import type { WebChatParts } from './parts';
import { pageHeaders, type Values } from './personPages';
import type { Visit } from './tokens';

/** What a page about a refusal may tell. */
export interface RefusalView {
  readonly status: number;
  readonly code: string;
  /** Who reads it; null when nobody is signed in, or when that does not matter. */
  readonly person: string | null;
  readonly locale: Locale;
  /** Whether something was sent, rather than asked for. */
  readonly sent: boolean;
  /** The page on which the form stands that was sent; null when there was none. */
  readonly back: string | null;
  /** What was typed into it. */
  readonly typed: Values;
}

/** How a refusal looks to people. */
export interface RefusalRenderer {
  /** The exact content of its style elements. */
  readonly styles: readonly string[];
  render(view: RefusalView): Promise<string>;
}

/** The page for people of every refusal. */
export function refusalPage(
  parts: Pick<WebChatParts, 'visits' | 'placeOfForm'>,
  { styles, render }: RefusalRenderer,
): RefusalPage {
  return async (req, res, error) => {
    const { status, code } = refusalOf(error);
    // Who comes too often does not make us look anything up.
    const visit = status === 429 ? null : await known(() => parts.visits.of(req, res));
    const html = await render({
      status,
      code,
      person: visit?.learner ?? null,
      locale: localeOf(req, visit),
      sent: req.method === 'POST',
      back: parts.placeOfForm(req.url ?? ''),
      typed: fieldsOf(req),
    });
    // What is left of a body that is too large is not waited for.
    if (status === 413) res.setHeader('Connection', 'close');
    pageHeaders(res, styles);
    sendHtml(res, status, html, req.method === 'POST');
    return true;
  };
}

/** A page about a fault must not fail by the same fault. */
async function known(read: () => Promise<Visit | null>): Promise<Visit | null> {
  try {
    return await read();
  } catch {
    return null;
  }
}
