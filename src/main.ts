import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import pino from 'pino';
import { createGroupsInChat } from './app/groupsInChat';
import { createGuesses } from './app/guesses';
import { openPractice } from './app/practice';
import { createSignIns } from './app/signIns';
import { calendar } from './calendar';
import { faultOf } from './channels/http/faults';
import { TEAMS_HOSTS } from './channels/http/frames';
import { createLrs } from './channels/lrs';
import { createOptOutTokens } from './channels/mail/optOutTokens';
import { channelsOf, mailCouriers } from './cli/couriers';
import { storeOptionsOf } from './cli/dataFile';
import { namingOf } from './cli/naming';
import { openIdDoor } from './cli/openIdDoor';
import { organiserInvitation } from './cli/organiserInvitation';
import { personPages } from './cli/pages';
import { startReminding } from './cli/reminding';
import { PROJECT_ROOT } from './cli/root';
import { startServer } from './cli/serve';
import { describeStartProblem, untilAskedToStop } from './cli/startStop';
import { openTeams } from './cli/teams/open';
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
  const secret = await store.settleSetting('signing-secret', randomUUID() + randomUUID());
  const naming = namingOf(library, config.publicUrl, secret);
  const { retentionDays, quiet } = config;
  const tokens = createOptOutTokens(secret);
  const reminders = { quiet, channels: channelsOf(config), tokens, origin: config.publicUrl };
  const guests = config.publicUrl === null && isLoopback(config.host);
  const texts = (locale: 'nl' | 'en') => library.playbook.texts(locale, 'je');
  const teams = openTeams(config, { store, clock, secrets, texts: library.playbook.texts, log: logger });
  const server = await startServer({
    conversations,
    secret,
    texts,
    logger,
    host: config.host,
    port: config.port,
    publicUrl: config.publicUrl,
    frames: config.bot.kind === 'authenticated' ? TEAMS_HOSTS : [],
    root: PROJECT_ROOT,
    beside: personPages({
      library,
      store,
      clock,
      ids,
      calendar,
      secrets,
      signIns,
      guesses,
      guests,
      openId: openIdDoor(config.openId, secret, logger),
      naming,
      retentionDays,
      reminders,
      places: teams?.places ?? null,
      fault: (error) => logger.error({ fault: faultOf(error) }, 'live-room-failed'),
    }),
    signIns,
    guests,
    doors: (announced) => teams?.doors(announced) ?? [],
  });
  process.stdout.write(`Bruggesprek: ${server.url}\n`);
  const origin = config.publicUrl ?? server.url;
  const invitation = await organiserInvitation({ store, clock, secrets, texts: texts('nl'), origin });
  if (invitation !== null) process.stdout.write(`${invitation}\n`);
  const records = config.recordStore && createLrs(config.recordStore);
  const upkeep = startUpkeep({
    ...{ store, clock, logger, retentionDays, naming, records },
    places: teams?.places ?? null,
  });
  const reminding = startReminding({
    store,
    clock,
    ids,
    calendar,
    texts: library.playbook.texts,
    logger,
    quiet,
    couriers: {
      ...mailCouriers(config, tokens, config.publicUrl ?? server.url),
      ...(teams && { teams: teams.courier(config.publicUrl ?? server.url) }),
    },
  });
  const late = teams?.bringLateAnswers(conversations, config.publicUrl ?? server.url);
  await untilAskedToStop();
  await late?.stop();
  await reminding.stop();
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
