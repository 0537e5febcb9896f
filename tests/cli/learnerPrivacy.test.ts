import { request } from 'node:http';
import pino from 'pino';
import type { PersonForm } from '../../src/channels/webchat/personForms';
import type { PersonPage } from '../../src/channels/webchat/personPages';
import { call, startChatServer, visit } from '../support/chatServer';
import { memoryConversations } from '../support/memoryConversations';
import { Browser, type PracticeServer, startPracticeServer } from '../support/practiceServer';

const WORDS = ['Dag Ans, fijn dat ik mag komen.', 'U moet gewoon niet zo zeuren.'] as const;

let practice: PracticeServer;
let browser: Browser;
let pages: readonly string[];
let forms: readonly string[];

beforeAll(async () => {
  practice = await startPracticeServer();
  browser = await Browser.open(practice.server);
  const mine = await practice.talk('local', 'c-mine', 'klein', 'begin', ...WORDS, 'stop');
  pages = [
    '/',
    `/debrief/${mine}`,
    `/debrief/${mine}/sentences/1/0`,
    `/compare/${mine}`,
    '/progress',
    `/progress/${mine}/forget`,
  ];
  forms = [
    `/debrief/${mine}/again`,
    `/debrief/${mine}/sentences/1/0`,
    `/debrief/${mine}/sentences/1/0/withdraw`,
    `/progress/${mine}/forget`,
  ];
});

afterAll(() => practice.close());

const read = (path: string) =>
  call(practice.server.url, path, {
    headers: { Accept: 'text/html', Cookie: browser.cookie, 'Accept-Language': 'nl' },
  });

function raw(path: string, method: string, headers: Record<string, string>, body = '') {
  return new Promise<{ status: number; location: string | null }>((resolve, reject) => {
    const { port } = practice.server;
    request({ host: '127.0.0.1', port, path, method, headers }, (answer) => {
      answer.resume();
      resolve({ status: answer.statusCode ?? 0, location: answer.headers.location ?? null });
    })
      .on('error', reject)
      .end(body);
  });
}

describe('every page of a learner', () => {
  it('is kept by nobody, runs nothing of its own, and may load and send only here', async () => {
    for (const path of [...pages, '/debrief/none']) {
      const { headers } = await read(path);
      const policy = headers.get('content-security-policy') ?? '';
      expect([path, headers.get('cache-control')]).toEqual([path, 'no-store']);
      expect([path, headers.get('content-type')]).toEqual([path, 'text/html; charset=utf-8']);
      for (const part of [
        "default-src 'none'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
      ])
        expect([path, policy]).toEqual([path, expect.stringContaining(part)]);
      expect([path, policy]).toEqual([path, expect.not.stringContaining('unsafe')]);
      expect(headers.get('referrer-policy')).toMatch(/^(no-referrer|same-origin)$/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
  });

  it('names no other host, opens no other window, and guards each of its forms', async () => {
    for (const path of pages.slice(1)) {
      const { text } = await read(path);
      expect([path, text]).toEqual([path, expect.not.stringMatching(/(src|href|action)="(https?:)?\/\//)]);
      expect([path, text]).toEqual([path, expect.not.stringMatching(/<script|target=|\son\w+=/)]);
      for (const [form] of text.matchAll(/<form.*?<\/form>/gs))
        expect([path, form]).toEqual([path, expect.stringMatching(/name="token" value="[\w-]{40,}"/)]);
    }
  });

  it('is given under no other name than ours, by GET only', async () => {
    for (const path of pages) {
      const evil = await raw(path, 'GET', { Host: 'evil.example', Cookie: browser.cookie });
      expect([path, evil.status]).toEqual([path, 421]);
      for (const method of ['PUT', 'DELETE', 'PATCH'])
        expect([path, method, (await raw(path, method, { Host: '127.0.0.1' })).status]).toEqual([
          path,
          method,
          405,
        ]);
    }
  });

  it.each(['//evil.example/', '//evil.example/progress', '/progress//evil.example', '/\\evil.example'])(
    'does not send anybody on to another site: %s',
    async (path) => {
      const { status, location } = await raw(path, 'GET', { Host: '127.0.0.1', Cookie: browser.cookie });
      expect([status, location]).toEqual([404, null]);
    },
  );

  it('says in plain words that there is nothing, not what would be there', async () => {
    const { status, text } = await read('/debrief/%3Cscript%3Ealert(1)%3C%2Fscript%3E');
    expect(status).toBe(404);
    expect(text).toContain('Deze pagina is er niet (meer)');
    expect(text).not.toContain('alert');
  });
});

describe('every form of a learner', () => {
  it('changes nothing without the token, under another name, from another site, or beyond all size', async () => {
    const type = { 'Content-Type': 'application/x-www-form-urlencoded', Cookie: browser.cookie };
    const own = { ...type, Origin: practice.server.url };
    const host = new URL(practice.server.url).host;
    for (const path of forms) {
      const answers = [
        await raw(path, 'POST', { ...own, Host: host }, 'move=contact&turn=1'),
        await raw(path, 'POST', { ...own, Host: 'evil.example' }, 'move=contact'),
        await raw(path, 'POST', { ...type, Host: host, Origin: 'http://evil.example' }, 'move=contact'),
        await raw(path, 'POST', { ...own, Host: host, 'Content-Length': '9999999' }),
      ];
      expect([path, answers.map(({ status }) => status)]).toEqual([path, [403, 421, 403, 413]]);
    }
    expect((await read(pages[1] ?? '')).status).toBe(200);
  });
});

const SECRET_WORDS = 'kaneelbroodje';

describe('when something breaks', () => {
  const breaks = () => Promise.reject(Object.assign(new Error(SECRET_WORDS), { words: SECRET_WORDS }));
  const page: PersonPage = { path: '/note', styles: [], render: async ({ formToken }) => formToken };
  const broken: PersonPage = { path: '/broken/:words', styles: [], render: breaks };
  const form: PersonForm = { path: '/note', styles: [], take: breaks };

  it('the log, at its most talkative, holds nothing that was typed', async () => {
    const lines: string[] = [];
    const server = await startChatServer({
      conversations: { ...memoryConversations(), take: breaks },
      logger: pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) }),
      pages: [page, broken],
      forms: [form],
    });
    try {
      const headers = { Cookie: await visit(server.url), Origin: server.url };
      const token = (await call(server.url, '/note', { headers })).text;
      const sent = await fetch(`${server.url}/note`, {
        method: 'POST',
        headers,
        body: new URLSearchParams({ token, why: SECRET_WORDS }),
      });
      const shown = await call(server.url, `/broken/${SECRET_WORDS}?q=${SECRET_WORDS}`, { headers });
      const entered = await call(server.url, '/webchat/token', { headers, body: { anew: true } });
      expect([sent.status, shown.status, entered.status]).toEqual([500, 500, 500]);
      expect((await sent.text()) + shown.text + entered.text).not.toContain(SECRET_WORDS);
      expect(lines.filter((line) => line.includes('request-failed'))).toHaveLength(3);
      expect(lines.join()).not.toMatch(new RegExp(`${SECRET_WORDS}|${token}|${headers.Cookie.slice(-20)}`));
    } finally {
      await server.close();
    }
  });
});

describe('who asks too often', () => {
  it('waits for pages, forms and tokens too', async () => {
    const server = await startChatServer({
      conversations: memoryConversations(),
      rate: { perSecond: 1, burst: 2 },
      pages: [{ path: '/note', styles: [], render: async () => 'note' }],
    });
    try {
      const headers = { Cookie: await visit(server.url), Origin: server.url };
      const many = await Promise.all(Array.from({ length: 6 }, () => call(server.url, '/note', { headers })));
      const refused = many.filter(({ status }) => status === 429);
      expect(refused.length).toBeGreaterThanOrEqual(3);
      expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
      const entered = await Promise.all(
        Array.from({ length: 6 }, () => call(server.url, '/webchat/token', { headers, body: {} })),
      );
      expect(entered.some(({ status }) => status === 429)).toBe(true);
    } finally {
      await server.close();
    }
  });
});
