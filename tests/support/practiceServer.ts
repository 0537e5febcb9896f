import { createGroupsInChat } from '../../src/app/groupsInChat';
import { createGuesses } from '../../src/app/guesses';
import type { Store } from '../../src/app/ports';
import { openPractice } from '../../src/app/practice';
import { DEFAULT_QUIET } from '../../src/app/quietHours';
import { createSignIns } from '../../src/app/signIns';
import { calendar } from '../../src/calendar';
import { createOptOutTokens } from '../../src/channels/mail/optOutTokens';
import type { OpenIdDoor } from '../../src/channels/openid';
import type { RunningServer } from '../../src/channels/server';
import { namingOf } from '../../src/cli/naming';
import { type Pages, personPages } from '../../src/cli/pages';
import { contentOf, type Library } from '../../src/content/library';
import type { PlaceCourier } from '../../src/core/model/letter';
import type { Conversations, MessageBody } from '../../src/core/model/message';
import type { Person } from '../../src/core/model/person';
import { secrets } from '../../src/secrets';
import { openStore } from '../../src/storage/openStore';
import { call, startChatServer, visit } from './chatServer';
import { realMethods } from './methods';
import { smallPlaybook } from './smallPlaybook';

/** The small scenario as all content there is. */
export const smallLibrary: Library = {
  playbook: smallPlaybook(),
  methods: realMethods(),
  examples: [],
  exampleTalk: () => null,
  diagnostics: [],
  restage: () => {
    throw new Error('there is no older content');
  },
};

export interface PracticeServer {
  readonly server: RunningServer;
  /** Everything beside the chat. */
  readonly served: Required<Pages>;
  readonly store: Store;
  /** Goes on by `step`, a minute, at every reading; may be set ahead. In milliseconds. */
  readonly time: { now: number; step: number };
  /** Takes messages of a learner in a conversation, and answers the attempt that is open afterwards. */
  talk(learner: string, conversation: string, ...said: readonly (string | MessageBody)[]): Promise<string>;
  /** A browser in which somebody is signed in; adds them where they are new. */
  browserOf(person: string, about?: Partial<Person>): Promise<Browser>;
  close(): Promise<void>;
}

/** Somebody with every part filled in. */
export function samplePerson(id: string, about: Partial<Person> = {}): Person {
  return {
    id,
    name: `Naam van ${id}`,
    email: null,
    organiser: false,
    locale: 'nl',
    address: 'je',
    timeZone: 'Europe/Amsterdam',
    reminders: { teams: true, mail: true },
    since: '2026-01-05T09:00:00.000Z',
    ...about,
  };
}

export interface PracticeServerOptions {
  /** Whether whoever comes without signing in is the guest of this machine; so when left out. */
  readonly guests?: boolean;
  /** Where people sign in with an account of an organisation; nowhere when left out. */
  readonly openId?: OpenIdDoor;
  /** A new one in memory when left out. It is closed with the server. */
  readonly store?: Store;
  /** Sites that may show our pages in a frame; none when left out. */
  readonly frames?: readonly string[];
  /** Where what is taken home is posted; nowhere when left out. */
  readonly places?: PlaceCourier;
  /** The small scenario when left out. */
  readonly library?: Library;
}

/** The whole product in memory behind a real server: chat, pages and forms. */
export async function startPracticeServer(options: PracticeServerOptions = {}): Promise<PracticeServer> {
  const store = options.store ?? (await openStore({ kind: 'sqlite', file: ':memory:' }));
  const library = options.library ?? smallLibrary;
  const { playbook, restage } = library;
  const time = { now: Date.UTC(2026, 0, 5, 9), step: 60_000 };
  const clock = {
    now: () => {
      time.now += time.step;
      return new Date(time.now).toISOString();
    },
  };
  let made = 0;
  const ids = { fresh: () => `fresh-${++made}` };
  const locale = () => 'nl' as const;
  const signIns = createSignIns({ store, clock, ids, secrets });
  const guesses = createGuesses(clock);
  const groups = createGroupsInChat({ store, clock, ids, secrets, calendar, signIns, guesses });
  const conversations = await openPractice({
    playbook,
    store,
    clock,
    ids,
    locale,
    contentOf,
    restage,
    groups,
  });
  const guests = options.guests ?? true;
  const served = personPages({
    library,
    store,
    clock,
    ids,
    calendar,
    secrets,
    signIns,
    guesses,
    guests,
    openId: options.openId ?? null,
    naming: namingOf(library, null, 'a secret for tests'),
    retentionDays: 180,
    places: options.places ?? null,
    fault: () => undefined,
    reminders: {
      quiet: DEFAULT_QUIET,
      channels: ['teams', 'mail'],
      tokens: createOptOutTokens('a secret for tests'),
      origin: null,
    },
  });
  const server = await startChatServer({
    ...(options.frames && { frames: options.frames }),
    conversations,
    signIns,
    guests,
    ...served,
  });
  return {
    server,
    served,
    store,
    time,
    talk: (learner, conversation, ...said) => talk(conversations, store, learner, conversation, said),
    browserOf: async (id, about) => {
      const person = await store.people.settlePerson(samplePerson(id, about));
      return new Browser(server.url, `bruggesprek-visit=${await signIns.begin(person.id, 'code')}`);
    },
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
  constructor(
    private readonly url: string,
    /** Follows what the server sets. */
    public cookie: string,
  ) {}

  static async open(server: RunningServer): Promise<Browser> {
    return new Browser(server.url, await visit(server.url));
  }

  async read(path: string): Promise<{ readonly status: number; readonly text: string }> {
    const answer = await call(this.url, path, { headers: { Accept: 'text/html', Cookie: this.cookie } });
    this.follow(answer.headers);
    return answer;
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

  private follow(headers: Headers): void {
    for (const set of headers.getSetCookie()) {
      const [cookie = ''] = set.split(';');
      if (cookie.startsWith('bruggesprek-visit=')) this.cookie = cookie;
    }
  }

  async post(action: string, fields: Record<string, string>) {
    const response = await fetch(`${this.url}${action}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { Accept: 'text/html', Cookie: this.cookie, Origin: this.url },
      body: new URLSearchParams(fields),
    });
    const { status, headers } = response;
    this.follow(headers);
    const cache = headers.get('cache-control');
    return { status, location: headers.get('location'), cache, text: await response.text() };
  }
}

function fieldsOf(form: string): Record<string, string> {
  const inputs = form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g);
  return Object.fromEntries([...inputs].map(([, name, value]) => [name, value]));
}
