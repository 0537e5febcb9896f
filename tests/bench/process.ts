import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../../src/cli/root';
import { call, signIn } from '../support/chatServer';
import { line, spread } from './report';

const STARTS = 3;
const CONVERSATIONS = 1000;

/** The real process: how soon it answers after the build, and how large it is after many conversations. */
export async function benchProcess(): Promise<readonly string[]> {
  const starts: number[] = [];
  for (let start = 0; start < STARTS; start++) {
    const served = await serve();
    starts.push(served.seconds);
    await served.stop();
  }
  const served = await serve();
  try {
    for (let number = 0; number < CONVERSATIONS; number++) await talkBriefly(served.url, number);
    return [
      line('start-up until the first page, median', spread(starts).median, 's', { most: 2 }),
      line(`memory after ${CONVERSATIONS} conversations`, residentMegabytes(served.process), 'MB', {
        most: 250,
      }),
    ];
  } finally {
    await served.stop();
  }
}

async function serve() {
  const folder = mkdtempSync(join(tmpdir(), 'bruggesprek-bench-'));
  const from = performance.now();
  const child = spawn(process.execPath, startArguments(), {
    cwd: PROJECT_ROOT,
    env: { PORT: '0', BRUGGESPREK_DATA: folder, LOG_LEVEL: 'silent' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await printedUrl(child);
  await call(url, '/');
  const seconds = (performance.now() - from) / 1000;
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return {
    url,
    seconds,
    process: child,
    stop: async () => {
      child.kill('SIGTERM');
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What `npm start` gives to node, so that what is measured is what people run. */
function startArguments(): readonly string[] {
  const { scripts } = JSON.parse(readFileSync(join(PROJECT_ROOT, 'package.json'), 'utf8')) as {
    scripts: { start: string };
  };
  return scripts.start.split(' ').slice(1);
}

function printedUrl(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (text: Buffer) => {
      const found = /http:\/\/\S+/.exec(text.toString());
      if (found) resolve(found[0]);
    });
    child.once('exit', (code) => reject(new Error(`the server stopped with ${code}`)));
  });
}

async function talkBriefly(url: string, number: number): Promise<void> {
  const { token, conversationId } = await signInPatiently(url);
  const path = `/directline/conversations/${conversationId}/activities`;
  await call(url, '/directline/conversations', { token, body: {} });
  for (const [turn, text] of ['hasna', 'begin', 'Goedemorgen meneer.', 'Hoe gaat het met Hasna?'].entries()) {
    const body = { type: 'message', text, channelData: { clientActivityID: `${number}-${turn}` } };
    let answer = await call(url, path, { token, body });
    while (answer.status === 429) {
      await pause();
      answer = await call(url, path, { token, body });
    }
    if (answer.status !== 200) throw new Error(`said ${answer.status}`);
  }
}

/** The real limits hold here too; who knocks too often waits. */
async function signInPatiently(url: string) {
  for (;;) {
    try {
      return await signIn(url, true);
    } catch {
      await pause();
    }
  }
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 100));
}

function residentMegabytes(child: ChildProcess): number {
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024;
}
