import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { calendar } from '../../src/calendar';
import { dataFileOf } from '../../src/cli/dataFile';
import { openStore } from '../../src/storage/openStore';
import { startMailServer, type TestMailServer } from '../support/mailServer';
import { outboxWorld } from '../support/outboxWorld';

const MAIN = resolve(__dirname, '../../dist/src/main.js');
const LEARNERS = Array.from({ length: 8 }, (_, n) => `learner-${n}`);

let folder: string;
let mail: TestMailServer;
const running: ChildProcess[] = [];

beforeAll(() => {
  if (!existsSync(MAIN)) throw new Error('Build first: this test runs dist, as `npm test` makes it.');
});

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bruggesprek-two-'));
  mail = await startMailServer();
});

afterEach(async () => {
  await Promise.all(running.splice(0).map((child) => ended(child, 'SIGKILL')));
  await mail.close();
  rmSync(folder, { recursive: true });
});

/** The product itself, which may send at any hour. */
async function start(): Promise<ChildProcess> {
  const child = spawn(process.execPath, [MAIN], {
    env: {
      PATH: process.env.PATH ?? '',
      PORT: '0',
      BRUGGESPREK_DATA: folder,
      SMTP_URL: `smtp://127.0.0.1:${mail.port}`,
      MAIL_FROM: 'oefenen@example.org',
      QUIET_HOURS: 'none',
      QUIET_WEEKENDS: '0',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.push(child);
  if (child.stdout) await once(child.stdout, 'data');
  return child;
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const closed = once(child, 'close');
  child.kill(signal);
  const [code] = await closed;
  return code as number | null;
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((next) => setTimeout(next, 50));
}

async function handOut(): Promise<void> {
  const store = await openStore({ kind: 'sqlite', file: dataFileOf({ dataFolder: folder }) });
  const now = new Date().toISOString();
  const dueAt = calendar.at(calendar.plusDays(now.slice(0, 10), 10), '23:59', 'Europe/Amsterdam');
  await outboxWorld(store, { publishedAt: now, createdAt: now, dueAt }, LEARNERS);
  await store.close();
}

test('two servers on one database tell everybody once, and stop when they are asked to', async () => {
  await handOut();
  const servers = await Promise.all([start(), start()]);
  const store = await openStore({ kind: 'sqlite', file: dataFileOf({ dataFolder: folder }) });
  await until(async () => (await store.outbox.counts()).sent === LEARNERS.length);
  expect(await Promise.all(servers.map((server) => ended(server, 'SIGTERM')))).toEqual([0, 0]);
  expect(await store.outbox.counts()).toEqual({ sent: LEARNERS.length, waiting: 2 * LEARNERS.length });
  await store.close();
  expect(mail.taken.flatMap(({ to }) => to).toSorted()).toEqual(
    LEARNERS.map((learner) => `${learner}@example.org`).toSorted(),
  );
});
