import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Store } from '../../src/app/ports';
import { openPractice } from '../../src/app/practice';
import { createTeamsHome } from '../../src/app/teamsHome';
import { runConsole } from '../../src/channels/console';
import { contentOf, type Library, loadLibrary } from '../../src/content/library';
import type { Turn } from '../../src/core/model/conversation';
import type { Conversations } from '../../src/core/model/message';
import type { Scorecard } from '../../src/core/model/scoring';
import { secrets } from '../../src/secrets';
import { openStore } from '../../src/storage/openStore';
import { call, signIn, startChatServer } from '../support/chatServer';
import { playthrough } from '../support/playthrough';
import { message, OPEN, startBot, startConnector } from './botframework/world';

const ROOT = join(__dirname, '../..');
const clock = { now: () => '2026-01-05T09:00:00.000Z' };

const library = loadContent();

function loadContent(): Library {
  const loaded = loadLibrary(ROOT);
  if (!loaded.ok) throw new Error(`the content has ${loaded.diagnostics.length} problems`);
  return loaded.library;
}

/** What a talk leaves behind. */
interface Left {
  readonly turns: readonly Turn[];
  readonly scorecard: Scorecard | null;
  readonly preparation: Readonly<Record<string, string>>;
  readonly ending: string | null;
}

/** A way to say lines, by one channel, to the product that is given. */
type Channel = (conversations: Conversations, store: Store, lines: readonly string[]) => Promise<void>;

const throughConsole: Channel = (conversations, _, lines) =>
  runConsole(
    {
      conversations,
      conversation: 'console',
      learner: 'local',
      coachName: 'Coach',
      lines: (async function* () {
        yield* lines;
      })(),
      write: () => undefined,
    },
    [{ kind: 'joined' }],
  );

const throughWebChat: Channel = async (conversations, _, lines) => {
  const server = await startChatServer({ conversations });
  try {
    const { token, conversationId } = await signIn(server.url, true);
    for (const [index, text] of lines.entries()) {
      const body = { type: 'message', text, channelData: { clientActivityID: `said-${index}` } };
      const path = `/directline/conversations/${conversationId}/activities`;
      expect((await call(server.url, path, { token, body })).status).toBe(200);
    }
  } finally {
    await server.close();
  }
};

const throughTeams: Channel = async (conversations, store, lines) => {
  const connector = await startConnector();
  const home = createTeamsHome({ store, clock, secrets, instance: 'one' });
  const bot = await startBot(conversations, { ...OPEN, home });
  try {
    await bot.post(message(connector.url, '', { type: 'installationUpdate', action: 'add', id: 'install' }));
    for (const [index, text] of lines.entries()) {
      expect((await bot.post(message(connector.url, text, { id: `said-${index}` }))).status).toBe(200);
    }
  } finally {
    await bot.close();
    await connector.close();
  }
};

async function leftBy(channel: Channel, lines: readonly string[]): Promise<Left> {
  const store = await openStore({ kind: 'sqlite', file: ':memory:' });
  try {
    const conversations = await openPractice({
      playbook: library.playbook,
      store,
      clock,
      ids: { fresh: randomUUID },
      locale: () => 'nl',
      contentOf,
      restage: library.restage,
    });
    await channel(conversations, store, lines);
    const people = ['local', 'aad:tenant-1:oid-1'];
    const attempts = (await Promise.all(people.map((person) => store.attemptsOf(person)))).flat();
    const [attempt] = attempts;
    if (attempt === undefined) throw new Error('nothing was practised');
    return {
      turns: await store.turns(attempt.id),
      scorecard: await store.scorecard(attempt.id),
      preparation: attempt.preparation,
      ending: attempt.ending,
    };
  } finally {
    await store.close();
  }
}

describe.each(['excellent', 'avoiding', 'moralising'])('the same talk (%s) leaves the same behind', (id) => {
  const lines = [
    'hasna',
    'voorbereiden',
    'Hasna komt sinds een week niet meer op school.',
    'begin',
    ...playthrough('hasna', id).replies,
    'hint',
    'stop',
  ];
  let console: Left;
  beforeAll(async () => {
    console = await leftBy(throughConsole, lines);
    expect(console.turns.length).toBeGreaterThan(5);
    expect(console.scorecard).not.toBeNull();
    expect(console.preparation.facts).toContain('Hasna komt');
  });

  it('in Web Chat as in the console', async () => {
    expect(await leftBy(throughWebChat, lines)).toEqual(console);
  });

  it('in Teams as in the console', async () => {
    expect(await leftBy(throughTeams, lines)).toEqual(console);
  });
});
