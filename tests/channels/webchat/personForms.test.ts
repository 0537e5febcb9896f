import type { RunningServer } from '../../../src/channels/server';
import { createFormTokens } from '../../../src/channels/webchat/formTokens';
import type { FormView, PersonForm } from '../../../src/channels/webchat/personForms';
import type { PersonPage } from '../../../src/channels/webchat/personPages';
import { call, SECRET, startChatServer, visit } from '../../support/chatServer';
import { memoryConversations } from '../../support/memoryConversations';

let server: RunningServer;
const conversations = memoryConversations();
const taken: FormView[] = [];

const page: PersonPage = {
  path: '/note/:id',
  styles: ['p{margin:0}'],
  render: async ({ params, formToken }) => (params.id === 'mine' ? `<p>${formToken}</p>` : null),
};

const form: PersonForm = {
  path: '/note/:id',
  styles: ['p{margin:0}'],
  take: async (view) => {
    taken.push(view);
    if (view.params.id !== 'mine') return null;
    if (view.fields.word === '') return { kind: 'again', html: '<p>again</p>' };
    await view.say({ kind: 'text', text: view.fields.word ?? '' });
    return { kind: 'see', path: '/note/mine' };
  },
};

beforeAll(async () => {
  server = await startChatServer({ conversations, pages: [page], forms: [form] });
});

afterAll(() => server.close());
beforeEach(() => taken.splice(0));

async function browser() {
  const cookie = await visit(server.url);
  const shown = await call(server.url, '/note/mine', { headers: { Cookie: cookie } });
  return { cookie, token: shown.text.replace(/<\/?p>/g, ''), shown };
}

async function send(fields: Record<string, string>, headers: Record<string, string>, id = 'mine') {
  const response = await fetch(`${server.url}/note/${id}`, {
    method: 'POST',
    redirect: 'manual',
    headers,
    body: new URLSearchParams(fields),
  });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

describe('a form on a page of ours', () => {
  it('is taken, said in the conversation, and answered with the way on', async () => {
    const { cookie, token } = await browser();
    const { status, headers } = await send({ token, word: 'één' }, { Cookie: cookie, Origin: server.url });
    expect(status).toBe(303);
    expect(headers.get('location')).toBe('/note/mine');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(taken[0]).toMatchObject({ person: 'local', params: { id: 'mine' }, fields: { word: 'één' } });
    expect(conversations.taken.map(({ body }) => body)).toEqual([
      { kind: 'joined' },
      { kind: 'text', text: 'één' },
    ]);
    expect(new Set(conversations.taken.map(({ id }) => id)).size).toBe(2);
  });

  it('comes back with what is missing', async () => {
    const { cookie, token } = await browser();
    const answer = await send({ token, word: '' }, { Cookie: cookie, Origin: server.url });
    expect(answer).toMatchObject({ status: 422, text: '<p>again</p>' });
    expect(answer.headers.get('content-security-policy')).toContain("form-action 'self'");
  });

  it('is not told apart from nothing for who has nothing there', async () => {
    const { cookie, token } = await browser();
    const answer = await send({ token, word: 'x' }, { Cookie: cookie, Origin: server.url }, 'theirs');
    expect(answer.status).toBe(404);
  });

  it('is refused from another site, without a cookie, and without the token of this browser', async () => {
    const { cookie, token } = await browser();
    const other = await browser();
    const own = { Cookie: cookie, Origin: server.url };
    const forged = createFormTokens('other').issue({ learner: 'local', visit: 'x' });
    const refused = [
      await send({ token, word: 'x' }, { Cookie: cookie, Origin: 'http://evil.example' }),
      await send({ token, word: 'x' }, { Cookie: cookie, Origin: 'null' }),
      await send({ token, word: 'x' }, { ...own, 'Sec-Fetch-Site': 'cross-site' }),
      await send({ token, word: 'x' }, { Cookie: cookie }),
      await send({ token, word: 'x' }, { Origin: server.url }),
      await send({ word: 'x' }, own),
      await send({ token: '', word: 'x' }, own),
      await send({ token: `${token}x`, word: 'x' }, own),
      await send({ token: other.token, word: 'x' }, own),
      await send({ token: forged, word: 'x' }, own),
    ];
    expect(refused.map(({ status }) => status)).toEqual([403, 403, 403, 403, 401, 403, 403, 403, 403, 403]);
    expect(taken).toEqual([]);
  });

  it('takes a form and nothing else', async () => {
    const { cookie, token } = await browser();
    const own = { Cookie: cookie, Origin: server.url };
    const json = await call(server.url, '/note/mine', { headers: own, body: { token } });
    expect(json.status).toBe(415);
    expect((await send({ token, word: 'x'.repeat(70_000) }, own)).status).toBe(413);
  });

  it('lets the browser tell which site it came from, and the page load nothing', async () => {
    const { shown } = await browser();
    expect(shown.headers.get('referrer-policy')).toBe('same-origin');
    expect(shown.headers.get('content-security-policy')).toContain("default-src 'none'");
  });
});

describe('a form token', () => {
  it('is the same after a restart, and another for every browser and every secret', () => {
    const mine = { learner: 'local', visit: 'a' };
    const tokens = createFormTokens(SECRET);
    expect(createFormTokens(SECRET).holds(mine, tokens.issue(mine))).toBe(true);
    for (const other of [
      { ...mine, visit: 'b' },
      { ...mine, learner: 'bert' },
    ]) {
      expect(tokens.holds(mine, tokens.issue(other))).toBe(false);
    }
    expect(tokens.holds(mine, undefined)).toBe(false);
  });
});
