import http from 'node:http';
import type { AddressInfo } from 'node:net';
import pino from 'pino';
import restify from 'restify';
import { type BotFramework, createBotFramework } from '../../../src/channels/botframework/mount';
import type { BotFrameworkOptions } from '../../../src/channels/botframework/options';
import type { TeamsHome, TeamsVisit, UndeliveredAnswer } from '../../../src/core/model/delivery';
import type { Conversations, IncomingMessage, RecordedMessage, Reply } from '../../../src/core/model/message';

/** An activity as the connector got it. */
export interface Sent {
  readonly method: string;
  readonly path: string;
  readonly activity: {
    readonly type: string;
    readonly text?: string;
    readonly attachments?: readonly { readonly content: { readonly body: readonly object[] } }[];
    readonly suggestedActions?: { readonly actions: readonly object[] };
    readonly replyToId?: string;
    readonly conversation: { readonly id: string };
    readonly channelData?: unknown;
  };
}

/** Plays the channel's side: takes activities over HTTP as the Bot Connector does. */
export interface Connector {
  readonly url: string;
  readonly sent: Sent[];
  /** Answers the next requests with these, first one first; null never answers. */
  readonly trouble: Trouble[];
  /** Resolves at the next activity. */
  next(): Promise<Sent>;
  close(): Promise<void>;
}

export type Trouble = number | null | { readonly status: number; readonly retryAfter: string };

export async function startConnector(): Promise<Connector> {
  const sent: Sent[] = [];
  const trouble: Trouble[] = [];
  const waiting: ((one: Sent) => void)[] = [];
  const server = http.createServer(async (req, res) => {
    const text = await textOf(req);
    const activity = text === '' ? {} : JSON.parse(text);
    const one = { method: req.method ?? '', path: req.url ?? '', activity };
    const next = trouble.length > 0 ? trouble.shift() : 200;
    sent.push(one);
    waiting.shift()?.(one);
    if (next === null || next === undefined) return;
    const { status, retryAfter } = typeof next === 'number' ? { status: next, retryAfter: '' } : next;
    const wait = retryAfter === '' ? {} : { 'retry-after': retryAfter };
    res.writeHead(status, { 'content-type': 'application/json', ...wait });
    res.end(
      JSON.stringify(
        status === 200 ? { id: `c-${sent.length}` } : { error: { code: 'x', message: 'secret' } },
      ),
    );
  });
  const url = await listen(server);
  return {
    url,
    sent,
    trouble,
    next: () => new Promise((resolve) => waiting.push(resolve)),
    close: () => close(server),
  };
}

export async function textOf(req: AsyncIterable<Buffer>): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of req) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}

export async function listen(server: http.Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

export function close(server: http.Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}

/** Conversations in memory: decides with a function, once a message, and remembers. */
export interface Memory extends Conversations {
  readonly taken: IncomingMessage[];
  readonly records: Map<string, RecordedMessage>;
}

export function remember(
  decide: (message: IncomingMessage) => readonly Reply[] | Promise<readonly Reply[]>,
): Memory {
  const records = new Map<string, RecordedMessage>();
  const taken: IncomingMessage[] = [];
  const key = (conversation: string, id: string) => JSON.stringify([conversation, id]);
  return {
    taken,
    records,
    take: async (message) => {
      const known = records.get(key(message.conversation, message.id));
      if (known !== undefined) return known;
      taken.push(message);
      const replies = await decide(message);
      const record: RecordedMessage = {
        sequence: records.size + 1,
        id: message.id,
        body: message.body,
        replies,
        at: '2026-01-01T00:00:00.000Z',
        delivered: message.inResponse === true,
      };
      records.set(key(message.conversation, message.id), record);
      return record;
    },
    since: async () => [...records.values()],
    delivered: async (conversation, id) => {
      const record = records.get(key(conversation, id))!;
      records.set(key(conversation, id), { ...record, delivered: true });
    },
    resume: async (learner) => learner,
  };
}

export interface Bot {
  readonly url: string;
  readonly logged: string[];
  readonly framework: BotFramework;
  post(body: unknown, headers?: Record<string, string>): Promise<Answer>;
  close(): Promise<void>;
}

export interface Answer {
  readonly status: number;
  readonly text: string;
}

export const OPEN: Pick<BotFrameworkOptions, 'development' | 'loopback'> = {
  development: true,
  loopback: true,
};
export const BASE_URL = 'https://oefenen.example';
export const TEXTS: Readonly<Record<string, string>> = {
  'interface.coachName': 'Coach',
  'pages.chat.troubles.failed': 'Er ging iets mis.',
  'pages.chat.troubles.unreadable': 'Dit kan ik niet lezen.',
};
/** The texts above, else the language and the key. */
export const texts: BotFrameworkOptions['texts'] = (locale) => (key) => TEXTS[key] ?? `${locale} ${key}`;

/** What is kept about people, in memory. */
export interface MemoryHome extends TeamsHome {
  readonly visits: Map<string, TeamsVisit>;
  readonly waysIn: { readonly person: string; readonly path: string }[];
  readonly late: UndeliveredAnswer[];
}

export function rememberHome(): MemoryHome {
  const visits = new Map<string, TeamsVisit>();
  const waysIn: { person: string; path: string }[] = [];
  const late: UndeliveredAnswer[] = [];
  const sent = new Map<string, number>();
  const key = (place: { conversation: string; message: string }) => JSON.stringify(place);
  return {
    visits,
    waysIn,
    late,
    came: async (visit) => {
      const fresh = !visits.has(visit.person);
      visits.set(visit.person, visit);
      return { fresh };
    },
    left: async (person) => {
      visits.delete(person);
    },
    whereabouts: async (person) => visits.get(person) ?? null,
    speechOf: async (person) => {
      const known = visits.get(person);
      return known ? { locale: known.locale ?? 'nl', address: 'je' } : null;
    },
    wayIn: async (person, path) => `secret-${waysIn.push({ person, path })}`,
    beginPart: async (place, part) => {
      if ((sent.get(key(place)) ?? 0) > part) return 'sent';
      sent.set(key(place), part + 1);
      return 'begun';
    },
    release: async (place, count) => {
      sent.set(key(place), count);
    },
    undelivered: async () => late,
  };
}

export async function startBot(
  conversations: Conversations,
  options: Partial<BotFrameworkOptions> = OPEN,
): Promise<Bot> {
  const logged: string[] = [];
  const log = pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) });
  const server = restify.createServer({ name: '' });
  const home = options.home ?? rememberHome();
  const framework = createBotFramework({ baseUrl: BASE_URL, texts, home, log, ...options });
  framework.mount(server, conversations);
  const url = await listen(server.server as http.Server);
  return {
    url,
    logged,
    framework,
    post: async (body, headers = {}) => {
      const response = await fetch(`${url}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      });
      return { status: response.status, text: await response.text() };
    },
    close: () => close(server.server as http.Server),
  };
}

/** A message as Teams sends it. */
export function message(serviceUrl: string, text: string, more: object = {}): Record<string, unknown> {
  return {
    type: 'message',
    id: `m-${text}`,
    channelId: 'msteams',
    serviceUrl,
    text,
    from: { id: '29:learner', name: 'Ans', aadObjectId: 'oid-1' },
    recipient: { id: '28:bot', name: 'Bruggesprek' },
    conversation: { id: 'a:1/x?y', tenantId: 'tenant-1', conversationType: 'personal' },
    channelData: { tenant: { id: 'tenant-1' } },
    ...more,
  };
}
