import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { openStore, type StoreOptions } from '../../../src/storage/openStore';

const COMMITTER = resolve(__dirname, '../../../dist/tests/storage/committer.js');

/** An empty store that a child process can open as well. */
export interface Killing {
  readonly options: StoreOptions;
  /** Resolves when nothing of a killed process is still being written. */
  settled(): Promise<void>;
  end(): Promise<void>;
}

/** Lets a child process commit until it has printed `enough` ids, kills it, and returns all ids it printed. */
async function commitAndKill(place: Killing, conversation: string, enough: number): Promise<string[]> {
  const child = spawn(process.execPath, [COMMITTER, JSON.stringify(place.options), conversation], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const closed = once(child, 'close');
  let printed = '';
  for await (const chunk of linesOf(child)) {
    printed += chunk;
    if (lines(printed).length >= enough) child.kill('SIGKILL');
  }
  const [, signal] = await closed;
  expect(signal).toBe('SIGKILL');
  await place.settled();
  return lines(printed);
}

function linesOf(child: ChildProcess): AsyncIterable<string> {
  const { stdout } = child;
  if (!stdout) throw new Error('The child was started without a pipe.');
  return stdout.setEncoding('utf8');
}

function lines(printed: string): string[] {
  return printed.split('\n').slice(0, -1);
}

/** What must hold on every database whenever a process ends without a word. */
export function describeKilling(name: string, open: () => Promise<Killing>): void {
  describe(`a process killed in the middle of committing to ${name}`, () => {
    let place: Killing;

    beforeAll(() => {
      if (!existsSync(COMMITTER))
        throw new Error('Build first: this test runs dist, as `npm test` makes it.');
    });

    beforeEach(async () => {
      place = await open();
    });

    afterEach(() => place.end());

    it('has lost no turn and doubled none, each time it is started again', async () => {
      const printed: string[] = [];
      for (const enough of [1, 40, 200, 73, 5]) {
        printed.push(...(await commitAndKill(place, 'c1', enough)));

        const store = await openStore(place.options);
        const messages = await store.messages('c1', 0);
        const ids = messages.map(({ id }) => id);
        const turns = await store.turns('attempt-of-c1');
        const session = await store.session('c1');
        await store.close();

        expect(new Set(ids).size).toBe(ids.length);
        expect(printed.filter((id) => !ids.includes(id))).toEqual([]);
        expect(session?.version).toBe(ids.length);
        expect(messages.map(({ sequence }) => sequence)).toEqual(ids.map((_, index) => index + 1));
        expect(turns.map(({ number }) => number)).toEqual(ids.slice(1).map((_, index) => index + 1));
        // At each kill at most the one message that was committed but not yet printed is more than was printed.
        expect(ids.length - printed.length).toBeLessThanOrEqual(5);
      }
    });

    it('leaves another process free to go on at once', async () => {
      const [first, second] = await Promise.all([
        commitAndKill(place, 'c1', 100),
        commitAndKill(place, 'c2', 150),
      ]);
      const store = await openStore(place.options);
      expect((await store.messages('c1', 0)).length).toBeGreaterThanOrEqual(first.length);
      expect((await store.messages('c2', 0)).length).toBeGreaterThanOrEqual(second.length);
      await store.close();
    });
  });
}
