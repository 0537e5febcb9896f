import type { Store } from '../../src/app/ports';
import { openPractice } from '../../src/app/practice';
import { calendar } from '../../src/calendar';
import type { RunningServer } from '../../src/channels/server';
import { personPages } from '../../src/cli/pages';
import { contentOf, type Library } from '../../src/content/library';
import type { Conversations, MessageBody } from '../../src/core/model/message';
import { openStore } from '../../src/storage/openStore';
import { call, startChatServer, visit } from './chatServer';
import { smallPlaybook } from './smallPlaybook';

const playbook = smallPlaybook();

/** The small scenario as all content there is. */
export const smallLibrary: Library = {
  playbook,
  diagnostics: [],
  restage: () => {
    throw new Error('there is no older content');
  },
};

export interface PracticeServer {
  readonly server: RunningServer;
  readonly store: Store;
  /** Goes on by a minute at every reading; may be set ahead. */
  readonly time: { now: number };
  /** Takes messages of a learner in a conversation, and answers the attempt that is open afterwards. */
  talk(learner: string, conversation: string, ...said: readonly (string | MessageBody)[]): Promise<string>;
  close(): Promise<void>;
}

/** The whole product in memory behind a real server: chat, pages and forms. */
export async function startPracticeServer(): Promise<PracticeServer> {
  const store = await openStore({ kind: 'sqlite', file: ':memory:' });
  const time = { now: Date.UTC(2026, 0, 5, 9) };
  const clock = {
    now: () => {
      time.now += 60_000;
      return new Date(time.now).toISOString();
    },
  };
  let made = 0;
  const ids = { fresh: () => `fresh-${++made}` };
  const locale = () => 'nl' as const;
  const restage = smallLibrary.restage;
  const conversations = await openPractice({ playbook, store, clock, ids, locale, contentOf, restage });
  const server = await startChatServer({
    conversations,
    ...personPages({ library: smallLibrary, store, clock, ids, calendar }),
  });
  return {
    server,
    store,
    time,
    talk: (learner, conversation, ...said) => talk(conversations, store, learner, conversation, said),
    close: async () => {
      await server.close();
      await store.close();
    },
  };
}

async function talk(
  conversations: Conversations,
  store: Store,
  learner: string,
  conversation: string,
  said: readonly (string | MessageBody)[],
): Promise<string> {
  for (const item of said) {
    const body: MessageBody = typeof item === 'string' ? { kind: 'text', text: item } : item;
    const id = `said-${(await store.messages(conversation, 0)).length}`;
    await conversations.take({ id, conversation, learner, body });
  }
  return (await store.session(conversation))?.attempt?.id ?? '';
}

/** A browser with its cookie: reads pages and sends the forms it finds on them. */
export class Browser {
  private constructor(
    private readonly url: string,
    readonly cookie: string,
  ) {}

  static async open(server: RunningServer): Promise<Browser> {
    return new Browser(server.url, await visit(server.url));
  }

  async read(path: string): Promise<{ readonly status: number; readonly text: string }> {
    return call(this.url, path, { headers: { Cookie: this.cookie } });
  }

  /** Sends the form of a page whose action is this address, with its hidden fields, and what is filled in. */
  async send(page: string, action: string, filled: Record<string, string> = {}) {
    const { text } = await this.read(page);
    const forms = [...text.matchAll(/<form[^>]*action="([^"]+)"[^>]*>(.*?)<\/form>/gs)];
    const found = forms.filter(([, to]) => to === action);
    const hidden = found.map(([, , body = '']) => fieldsOf(body));
    const form = hidden.find((fields) => Object.entries(filled).every(([k, v]) => (fields[k] ?? v) === v));
    if (!form) throw new Error(`no form to ${action} on ${page}`);
    return this.post(action, { ...form, ...filled });
  }

  async post(action: string, fields: Record<string, string>) {
    const response = await fetch(`${this.url}${action}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { Cookie: this.cookie, Origin: this.url },
      body: new URLSearchParams(fields),
    });
    const { status, headers } = response;
    return { status, location: headers.get('location'), text: await response.text() };
  }
}

function fieldsOf(form: string): Record<string, string> {
  const inputs = form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g);
  return Object.fromEntries([...inputs].map(([, name, value]) => [name, value]));
}
