import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import pino from 'pino';
import { openPractice } from './app/practice';
import { createSignIns } from './app/signIns';
import { calendar } from './calendar';
import { createLrs } from './channels/lrs';
import { botFrameworkDoors } from './cli/botFrameworkDoor';
import { storeOptionsOf } from './cli/dataFile';
import { namingOf } from './cli/naming';
import { personPages } from './cli/pages';
import { PROJECT_ROOT } from './cli/root';
import { startServer } from './cli/serve';
import { describeStartProblem, untilAskedToStop } from './cli/startStop';
import { startUpkeep } from './cli/upkeep';
import { type Config, describeProblems, isLoopback, readConfig } from './config';
import { cacheIn } from './content/cache';
import { formatDiagnostic } from './content/diagnostics';
import { contentOf, loadLibrary } from './content/library';
import { secrets } from './secrets';
import { openStore } from './storage/openStore';

async function main(): Promise<void> {
  const outcome = readConfig();
  if (outcome.kind === 'problems') return refuse(describeProblems(outcome.problems));
  const loaded = loadLibrary(PROJECT_ROOT, cacheIn(join(PROJECT_ROOT, 'dist', 'src', '.content')));
  if (!loaded.ok) {
    const errors = loaded.diagnostics.filter(({ severity }) => severity === 'error');
    return refuse(errors.map(formatDiagnostic).join('\n\n'));
  }
  await run(outcome.config, loaded.library);
}

type Library = Extract<ReturnType<typeof loadLibrary>, { ok: true }>['library'];

async function run(config: Config, library: Library): Promise<void> {
  const logger = pino({ level: config.logLevel }, pino.destination({ fd: 2, sync: false }));
  const store = await openStore(storeOptionsOf(config));
  const clock = { now: () => new Date().toISOString() };
  const ids = { fresh: () => randomUUID() };
  const signIns = createSignIns({ store, clock, ids, secrets });
  const conversations = await openPractice({
    playbook: library.playbook,
    store,
    clock,
    ids,
    locale: () => 'nl',
    contentOf,
    restage: library.restage,
  });
  const secret = await store.settleSetting('signing-secret', randomUUID() + randomUUID());
  const naming = namingOf(library, config.publicUrl, secret);
  const { retentionDays } = config;
  const texts = (locale: 'nl' | 'en') => library.playbook.texts(locale, 'je');
  const server = await startServer({
    conversations,
    secret,
    texts,
    logger,
    host: config.host,
    port: config.port,
    publicUrl: config.publicUrl,
    root: PROJECT_ROOT,
    beside: personPages({ library, store, clock, ids, calendar, secrets, signIns, naming, retentionDays }),
    signIns,
    guests: config.publicUrl === null && isLoopback(config.host),
    doors: (announced) => botFrameworkDoors(config, announced, texts('nl'), logger),
  });
  process.stdout.write(`Bruggesprek: ${server.url}\n`);
  const records = config.recordStore && createLrs(config.recordStore);
  const upkeep = startUpkeep({ store, clock, logger, retentionDays, naming, records });
  await untilAskedToStop();
  await upkeep.stop();
  await server.close();
  await store.close();
}

function refuse(words: string): void {
  process.stderr.write(`${words}\n`);
  process.exitCode = 2;
}

main().catch((error: unknown) => {
  process.stderr.write(`${describeStartProblem(error)}\n`);
  process.exitCode = 1;
});
