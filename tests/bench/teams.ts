import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { CloudAdapter, ConfigurationBotFrameworkAuthentication, type Request } from 'botbuilder';
import pino from 'pino';
import restify from 'restify';
import { createConversations } from '../../src/app/conversations';
import type { Store } from '../../src/app/ports';
import { openPractice } from '../../src/app/practice';
import { createTeamsHome } from '../../src/app/teamsHome';
import { createBotFramework } from '../../src/channels/botframework/mount';
import { PROJECT_ROOT } from '../../src/cli/root';
import { contentOf, type Library, loadLibrary } from '../../src/content/library';
import type { Conversations } from '../../src/core/model/message';
import { secrets } from '../../src/secrets';
import { openStore } from '../../src/storage/openStore';
import { sampleSession } from '../storage/fixtures';
import { playthrough } from '../support/playthrough';
import { line } from './report';
import type { TeamsFigures, TeamsLoad } from './teamsClient';

const CONVERSATIONS = 10;
const TURNS = 20;
const ROUNDS = 10;
const MODES = ['connector', 'response'] as const;

type Bot = (server: restify.Server) => void;

/**
 * Through Bot Framework's adapter, in turn, in one run: a bare echo bot; an echo behind our door, with everything that
 * we do about a message but deciding it (who may come in, where they can be reached, in order, once, written down in
 * SQLite); and the whole product. The best round of each counts: the first ones warm up.
 */
export async function benchTeams(): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bruggesprek-bench-'));
  const loaded = loadLibrary(PROJECT_ROOT);
  if (!loaded.ok) throw new Error('content has errors; run check');
  const store = await openStore({ kind: 'sqlite', file: join(folder, 'bench.sqlite') });
  const whole = mounted(await practiceOn(loaded.library, store), loaded.library, store);
  const door = mounted(echoOn(store), loaded.library, store);
  const replies = playthrough('hasna', 'curt').replies.filter((text) => !/tot ziens/i.test(text));
  const lines: string[] = [];
  for (const mode of MODES) {
    const load = { mode, conversations: CONVERSATIONS, turns: TURNS, replies };
    const best = { echo: NONE, door: NONE, whole: NONE };
    for (let round = 0; round < ROUNDS; round++) {
      best.echo = better(best.echo, await measure(echoBot, { ...load, before: [] }));
      best.door = better(best.door, await measure(door, { ...load, before: [] }));
      best.whole = better(best.whole, await measure(whole, { ...load, before: ['hasna', 'begin'] }));
    }
    lines.push(...report(mode, best));
  }
  await store.close();
  rmSync(folder, { recursive: true, force: true });
  return lines;
}

const NONE: TeamsFigures = { turnsPerSecond: 0, p99: 0 };

function better(one: TeamsFigures, other: TeamsFigures): TeamsFigures {
  return other.turnsPerSecond > one.turnsPerSecond ? other : one;
}

interface Best {
  readonly echo: TeamsFigures;
  readonly door: TeamsFigures;
  readonly whole: TeamsFigures;
}

function report(mode: TeamsLoad['mode'], { echo, door, whole }: Best): readonly string[] {
  const way = mode === 'connector' ? 'through a connector' : 'with expectReplies';
  const pace = (name: string, { turnsPerSecond, p99 }: TeamsFigures) => [
    line(`${name}, ${way}`, turnsPerSecond, 'turns/s'),
    line('  99 of 100 within', p99, 'ms'),
  ];
  return [
    ...pace('a bare echo bot', echo),
    ...pace('an echo behind our door', door),
    line('  beside the bare one', door.turnsPerSecond / echo.turnsPerSecond, '×', { least: 0.6 }),
    ...pace('the whole product', whole),
    line('  beside the bare one, deciding included', whole.turnsPerSecond / echo.turnsPerSecond, '×'),
  ];
}

const clock = { now: () => new Date().toISOString() };
const ids = { fresh: () => randomUUID() as string };

function practiceOn(library: Library, store: Store): Promise<Conversations> {
  return openPractice({
    playbook: library.playbook,
    store,
    clock,
    ids,
    locale: () => 'nl',
    contentOf,
    restage: library.restage,
  });
}

/** Says every message back, and writes it down. */
function echoOn(store: Store): Conversations {
  return createConversations({
    store,
    clock,
    ids,
    decide: (session, { body }) => ({
      session,
      replies: [{ kind: 'persona', name: 'Echo', text: body.kind === 'text' ? body.text : body.kind }],
      recorded: [],
    }),
    firstSession: ({ conversation, learner }) => sampleSession(conversation, { learner }),
  });
}

function mounted(conversations: Conversations, library: Library, store: Store): Bot {
  const framework = createBotFramework({
    development: true,
    loopback: true,
    baseUrl: 'http://127.0.0.1',
    texts: library.playbook.texts,
    home: createTeamsHome({ store, clock, secrets, instance: 'bench' }),
    log: pino({ level: 'silent' }),
  });
  return (server) => framework.mount(server, conversations);
}

/** As small as a bot can be: takes an activity, says it back. */
const echoBot: Bot = (server) => {
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
  server.use(restify.plugins.bodyParser({ mapParams: false }));
  server.post('/api/messages', async (req: restify.Request, res: restify.Response) => {
    // Bot Framework names the parts of a request that it uses.
    await adapter.process(req as unknown as Request, res, async (context) => {
      await context.sendActivity(`Echo: ${context.activity.text}`);
    });
  });
};

async function measure(bot: Bot, load: Omit<TeamsLoad, 'url'>): Promise<TeamsFigures> {
  const server = restify.createServer({ name: '' });
  bot(server);
  const raw = server.server as Server;
  await new Promise<void>((resolve) => raw.listen(0, '127.0.0.1', resolve));
  try {
    const url = `http://127.0.0.1:${(raw.address() as AddressInfo).port}`;
    return await new Promise<TeamsFigures>((resolve, reject) => {
      const worker = new Worker(join(__dirname, 'teamsClient.js'), { workerData: { ...load, url } });
      worker.once('message', resolve);
      worker.once('error', reject);
    });
  } finally {
    raw.closeAllConnections();
    await new Promise((resolve) => raw.close(resolve));
  }
}
