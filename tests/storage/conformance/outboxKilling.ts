import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { deliverDue } from '../../../src/app/outbox';
import type { Store } from '../../../src/app/ports';
import { planReminders } from '../../../src/app/remind';
import { openStore } from '../../../src/storage/openStore';
import { outboxWorld, outboxWorldOn } from '../../support/outboxWorld';
import type { Killing } from './killing';

const PROCESS = resolve(__dirname, '../../../dist/tests/storage/courierProcess.js');
const IDLE = 'idle';
const NOW = '2026-03-02T09:00:00.000Z';
const LEARNERS = Array.from({ length: 80 }, (_, n) => `learner-${n}`);

interface Child {
  /** Keys of what it handed over so far, or `claimed`. */
  readonly told: readonly string[];
  readonly idle: boolean;
  /** Resolves when it printed something more, or ended. */
  more(): Promise<void>;
  kill(): Promise<void>;
}

function start(place: Killing, how: 'claim' | 'send' | 'work', name: string, now: string): Child {
  const child = spawn(process.execPath, [PROCESS, JSON.stringify(place.options), how, name, now], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const closed = once(child, 'close');
  const lines: string[] = [];
  const waiting: (() => void)[] = [];
  const wake = () => {
    for (const next of waiting.splice(0)) next();
  };
  const reading = read(child, (line) => {
    lines.push(line);
    wake();
  }).then(wake);
  return {
    get told() {
      return lines.filter((line) => line !== IDLE);
    },
    get idle() {
      return lines.includes(IDLE);
    },
    more: () => new Promise((next) => waiting.push(next)),
    kill: async () => {
      child.kill('SIGKILL');
      await closed;
      await reading;
    },
  };
}

async function read(child: ChildProcess, take: (line: string) => void): Promise<void> {
  const { stdout } = child;
  if (!stdout) throw new Error('The child was started without a pipe.');
  let rest = '';
  for await (const chunk of stdout.setEncoding('utf8')) {
    const parts = (rest + String(chunk)).split('\n');
    rest = parts.pop() ?? '';
    for (const line of parts) take(line);
  }
}

/** Resolves when together they handed over so many, or have nothing left to do. */
async function progress(children: readonly Child[], enough: number): Promise<void> {
  const told = () => children.reduce((sum, child) => sum + child.told.length, 0);
  while (told() < enough && !children.every(({ idle }) => idle)) {
    await Promise.race(children.map((child) => child.more()));
  }
}

/** What must hold on every database when a process ends while it is telling people something. */
export function describeOutboxKilling(name: string, open: () => Promise<Killing>): void {
  describe(`a process killed in the middle of sending from ${name}`, () => {
    let place: Killing;
    let children: Child[] = [];

    beforeAll(() => {
      if (!existsSync(PROCESS)) throw new Error('Build first: this test runs dist, as `npm test` makes it.');
    });

    beforeEach(async () => {
      place = await open();
    });

    afterEach(async () => {
      await Promise.all(children.map((child) => child.kill()));
      children = [];
      await place.end();
    });

    /** Does something as another process that is there for a moment. */
    const meanwhile = async <T>(work: (store: Store) => Promise<T>): Promise<T> => {
      const store = await openStore(place.options);
      try {
        return await work(store);
      } finally {
        await store.close();
      }
    };
    const settle = (learners: readonly string[]) =>
      meanwhile(async (store) => {
        await planReminders((await outboxWorld(store, {}, learners)).planning);
      });
    /** Keys of what is handed over so many minutes later. */
    const roundsAt = (minutes: number): Promise<readonly string[]> =>
      meanwhile(async (store) => {
        const world = outboxWorldOn(store);
        world.time.now = new Date(Date.parse(NOW) + minutes * 60_000).toISOString();
        while ((await deliverDue(world.sending('the other'))).handled.length > 0);
        return world.couriers.mail.letters.map(({ key }) => key);
      });
    const begin = (how: 'claim' | 'send' | 'work', name: string, now = NOW): Child => {
      const child = start(place, how, name, now);
      children.push(child);
      return child;
    };
    /** Kills all there are, and answers what they handed over. */
    const kill = async () => {
      await Promise.all(children.map((child) => child.kill()));
      await place.settled();
      const told = children.flatMap((child) => child.told);
      children = [];
      return told;
    };

    it('before it was handed over: another one does, once', async () => {
      await settle(['anna']);
      await progress([begin('claim', 'the first')], 1);
      expect(await roundsAt(1)).toEqual([]);
      expect(await kill()).toEqual(['claimed']);
      expect(await roundsAt(1)).toEqual([]);
      expect(await roundsAt(2)).toEqual(['homework:h1:anna:assigned:mail']);
      expect(await roundsAt(60)).toEqual([]);
    });

    it('while it was handing over: nobody does it again', async () => {
      await settle(['anna']);
      await progress([begin('send', 'the first')], 1);
      expect(await kill()).toEqual(['homework:h1:anna:assigned:mail']);
      for (const minutes of [5, 11, 60]) expect(await roundsAt(minutes)).toEqual([]);
      expect(await meanwhile((store) => store.outbox.counts())).toMatchObject({ uncertain: 1 });
    });

    it('again and again, beside others: everybody is told at most once, and hardly anybody not', async () => {
      await settle(LEARNERS);
      const told: string[] = [];
      for (const [round, enough] of [1, 9, 4].entries()) {
        const now = new Date(Date.parse(NOW) + round * 3 * 60_000).toISOString();
        const some = ['a', 'b', 'c'].map((one) => begin('work', `${one}-${round}`, now));
        await progress(some, enough);
        told.push(...(await kill()));
      }
      told.push(...(await roundsAt(30)));
      expect(new Set(told).size).toBe(told.length);
      const { uncertain = 0, sent = 0 } = await meanwhile((store) => store.outbox.counts());
      expect(sent + uncertain).toBe(LEARNERS.length);
      expect(told.length).toBeGreaterThanOrEqual(sent);
    });
  });
}
