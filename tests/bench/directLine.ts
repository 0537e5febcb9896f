import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { openPractice } from '../../src/app/practice';
import { PROJECT_ROOT } from '../../src/cli/root';
import { contentOf, loadLibrary } from '../../src/content/library';
import type { Conversations } from '../../src/core/model/message';
import { openStore } from '../../src/storage/openStore';
import { startChatServer } from '../support/chatServer';
import { memoryConversations } from '../support/memoryConversations';
import { playthrough } from '../support/playthrough';
import type { Load } from './directLineClient';
import { line } from './report';

const CONVERSATIONS = 10;
const ROUNDS = 6;

/**
 * Through our Direct Line with SQLite, against a bare echo bot on the same server, in turn, in one run. The best round
 * of each counts: the first ones warm up.
 */
export async function benchDirectLine(): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bruggesprek-bench-'));
  const loaded = loadLibrary(PROJECT_ROOT);
  if (!loaded.ok) throw new Error('content has errors; run check');
  const store = await openStore({ kind: 'sqlite', file: join(folder, 'bench.sqlite') });
  const practice = await openPractice({
    playbook: loaded.library.playbook,
    store,
    clock: { now: () => new Date().toISOString() },
    ids: { fresh: () => crypto.randomUUID() },
    locale: () => 'nl',
    contentOf,
    restage: loaded.library.restage,
  });
  const replies = playthrough('hasna', 'curt').replies.filter((text) => !/tot ziens/i.test(text));
  const ours: number[] = [];
  const echo: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    echo.push(await measure(memoryConversations(), { turns: 20, replies, before: [] }));
    ours.push(await measure(practice, { turns: 20, replies, before: ['hasna', 'begin'] }));
  }
  await store.close();
  rmSync(folder, { recursive: true, force: true });
  const [us, bare] = [Math.max(...ours), Math.max(...echo)];
  return [
    line('turns a second through Direct Line with SQLite', us, 'turns/s'),
    line('the same for a bare echo bot', bare, 'turns/s'),
    line('ratio', us / bare, '×', { least: 0.4 }),
  ];
}

async function measure(
  conversations: Conversations,
  load: Omit<Load, 'url' | 'conversations'>,
): Promise<number> {
  const server = await startChatServer({ conversations });
  try {
    const data: Load = { ...load, url: server.url, conversations: CONVERSATIONS };
    return await new Promise<number>((resolve, reject) => {
      const worker = new Worker(join(__dirname, 'directLineClient.js'), { workerData: data });
      worker.once('message', resolve);
      worker.once('error', reject);
    });
  } finally {
    await server.close();
  }
}
