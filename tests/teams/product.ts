import { join } from 'node:path';
import pino from 'pino';
import { createGroupsInChat } from '../../src/app/groupsInChat';
import { createGuesses } from '../../src/app/guesses';
import { deliverDue } from '../../src/app/outbox';
import type { Store } from '../../src/app/ports';
import { openPractice } from '../../src/app/practice';
import { DEFAULT_QUIET } from '../../src/app/quietHours';
import { planReminders } from '../../src/app/remind';
import { createReviewsInPublic } from '../../src/app/reviews/inPublic';
import { createSignIns } from '../../src/app/signIns';
import { createTeamsHome } from '../../src/app/teamsHome';
import { calendar } from '../../src/calendar';
import { PERSONAL_CHAT } from '../../src/channels/botframework/groupTalk';
import { createBotFramework } from '../../src/channels/botframework/mount';
import { createOptOutTokens } from '../../src/channels/mail/optOutTokens';
import type { RunningServer } from '../../src/channels/server';
import { namingOf } from '../../src/cli/naming';
import { personPages } from '../../src/cli/pages';
import { contentOf, loadLibrary } from '../../src/content/library';
import type { PlaceCourier } from '../../src/core/model/letter';
import type { Conversations } from '../../src/core/model/message';
import type { Method } from '../../src/core/model/method';
import { secrets } from '../../src/secrets';
import { openStore } from '../../src/storage/openStore';
import { startChatServer } from '../support/chatServer';

/** The whole product in memory, with the real content, behind a real server with every channel. */
export interface Product {
  readonly server: RunningServer;
  readonly store: Store;
  readonly conversations: Conversations;
  /** Goes on by a second at every reading; may be set ahead. */
  readonly time: { now: number };
  readonly logged: readonly string[];
  readonly methods: readonly Method[];
  readonly places: PlaceCourier;
  /** One round of planning and sending what nobody asked for at this moment; answers what became of each. */
  remind(): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** A Monday, ten in the morning in Amsterdam. */
const START = Date.UTC(2026, 0, 5, 9);
const SECRET = 'a secret for tests';

export async function startProduct(): Promise<Product> {
  const loaded = loadLibrary(join(__dirname, '../..'));
  if (!loaded.ok) throw new Error(`the content has ${loaded.diagnostics.length} problems`);
  const { library } = loaded;
  const { texts } = library.playbook;
  const store = await openStore({ kind: 'sqlite', file: ':memory:' });
  const time = { now: START };
  const clock = {
    now: () => {
      time.now += 1_000;
      return new Date(time.now).toISOString();
    },
  };
  let made = 0;
  const ids = { fresh: () => `fresh-${++made}` };
  const signIns = createSignIns({ store, clock, ids, secrets });
  const guesses = createGuesses(clock);
  const conversations = await openPractice({
    playbook: library.playbook,
    store,
    clock,
    ids,
    locale: () => 'nl',
    contentOf,
    restage: library.restage,
    groups: createGroupsInChat({ store, clock, ids, secrets, calendar, signIns, guesses }),
  });
  const logged: string[] = [];
  const logger = pino({ level: 'warn' }, { write: (line: string) => void logged.push(line) });
  const framework = createBotFramework({
    development: true,
    loopback: true,
    baseUrl: null,
    texts,
    home: createTeamsHome({ store, clock, secrets, instance: 'one' }),
    reviews: createReviewsInPublic({
      ...{ store, clock, texts, personal: PERSONAL_CHAT },
      places: { takeBack: (reference) => framework.places.takeBack(reference) },
    }),
    log: logger,
  });
  const server = await startChatServer({
    conversations,
    signIns,
    logger,
    doors: [{ open: ({ restify }) => framework.mount(restify, conversations) }],
    ...personPages({
      library,
      store,
      clock,
      ids,
      calendar,
      secrets,
      signIns,
      guesses,
      guests: true,
      openId: null,
      naming: namingOf(library, null, SECRET),
      retentionDays: 180,
      places: framework.places,
      fault: () => undefined,
      reminders: {
        quiet: DEFAULT_QUIET,
        channels: ['teams'],
        tokens: createOptOutTokens(SECRET),
        origin: null,
      },
    }),
  });
  const reminding = { store, clock, ids, calendar, quiet: DEFAULT_QUIET, texts };
  const couriers = { teams: framework.courier(server.url) };
  return {
    server,
    store,
    conversations,
    time,
    logged,
    methods: library.methods,
    places: framework.places,
    remind: async () => {
      await planReminders({ ...reminding, channels: ['teams'] });
      const { handled, faults } = await deliverDue({ ...reminding, couriers, by: 'one', jitter: () => 0 });
      if (faults.length > 0) throw faults[0];
      return handled.map(({ code }) => code);
    },
    close: async () => {
      await server.close();
      await store.close();
    },
  };
}
