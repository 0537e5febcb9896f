import { join } from 'node:path';
import pino, { type Logger } from 'pino';
import { loadAsset } from '../../src/channels/http/assets';
import type { Rate } from '../../src/channels/http/limiter';
import { type Door, type RunningServer, startWebServer } from '../../src/channels/server';
import { createWebChat } from '../../src/channels/webchat';
import type { SignIns } from '../../src/channels/webchat/visits';
import type { Pages } from '../../src/cli/pages';
import { PROJECT_ROOT } from '../../src/cli/root';
import type { Conversations } from '../../src/core/model/message';

export const SECRET = 'a secret for tests';
const COOKIE_NAME = 'bruggesprek-visit';

export interface ChatServerOptions extends Pages {
  readonly signIns?: SignIns;
  readonly guests?: boolean;
  readonly conversations: Conversations;
  readonly logger?: Logger;
  readonly doors?: readonly Door[];
  readonly publicUrl?: string | null;
  readonly rate?: Rate;
  readonly secret?: string;
  /** Sites that may show our pages in a frame; none when left out. */
  readonly frames?: readonly string[];
}

/** A real server on a free port, with the web chat channel in front of the given conversations. */
export function startChatServer(options: ChatServerOptions): Promise<RunningServer> {
  const webChat = createWebChat({
    conversations: options.conversations,
    secret: options.secret ?? SECRET,
    coachName: 'Coach',
    renderPage: (locale) => `<html lang="${locale}"><p>page</p></html>`,
    assets: [loadAsset(join(PROJECT_ROOT, 'src', 'pages', 'assets', 'chat.js')), ...(options.assets ?? [])],
    rate: options.rate ?? { perSecond: 10_000, burst: 10_000 },
    ...besideOf(options),
  });
  return startWebServer({
    logger: options.logger ?? pino({ level: 'silent' }),
    host: '127.0.0.1',
    port: 0,
    publicUrl: options.publicUrl ?? null,
    ...(options.frames && { frames: options.frames }),
    doors: [webChat, ...(options.doors ?? [])],
    rate: { perSecond: 10_000, burst: 10_000 },
  });
}

function besideOf({
  pages,
  forms,
  files,
  streams,
  openPages,
  openForms,
  refusals,
  signIns,
  guests,
}: ChatServerOptions) {
  const given = { pages, forms, files, streams, openPages, openForms, refusals, signIns, guests };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Pages;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // What came over the wire; tests say what they expect of it.
  readonly body: Record<string, unknown>;
  readonly text: string;
}

/** One request, JSON in and out. */
export async function call(
  url: string,
  path: string,
  init: {
    method?: string;
    token?: string;
    headers?: Record<string, string>;
    body?: unknown;
    raw?: string;
  } = {},
): Promise<Answer> {
  const payload = init.raw ?? (init.body === undefined ? undefined : JSON.stringify(init.body));
  const response = await fetch(`${url}${path}`, {
    method: init.method ?? (payload === undefined ? 'GET' : 'POST'),
    headers: {
      ...(payload === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(init.token === undefined ? {} : { Authorization: `Bearer ${init.token}` }),
      ...init.headers,
    },
    ...(payload === undefined ? {} : { body: payload }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: parsed(text), text };
}

function parsed(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return {};
  }
}

/** Opens the page as a browser would and gives its cookie. */
export async function visit(url: string): Promise<string> {
  const { headers } = await call(url, '/');
  const cookie = (headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  if (!cookie.startsWith(`${COOKIE_NAME}=`)) throw new Error('the page set no cookie');
  return cookie;
}

export interface Credentials {
  readonly token: string;
  readonly conversationId: string;
  readonly learner: string;
}

/** Page, cookie and token, as the page's own script gets them. */
export async function signIn(url: string, anew = false): Promise<Credentials> {
  const cookie = await visit(url);
  const { status, body } = await call(url, '/webchat/token', {
    headers: { Cookie: cookie, Origin: url, 'Sec-Fetch-Site': 'same-origin' },
    body: { anew },
  });
  if (status !== 200) throw new Error(`no token: ${status}`);
  return body as unknown as Credentials;
}
