/**
 * A process that sends what waits and prints the key of each message as it hands it over, and `idle` when there is none; with `claim` or `send` it
 * prints and then does nothing more at that point, so that it can be killed there. Run by the SIGKILL test as
 * `node courierProcess.js OPTIONS HOW NAME NOW`, the options of the store as JSON.
 */
import { writeSync } from 'node:fs';
import { deliverDue } from '../../src/app/outbox';
import { openStore, type StoreOptions } from '../../src/storage/openStore';
import { outboxWorldOn } from '../support/outboxWorld';

/** Printed when there is nothing to do. */
const IDLE = 'idle';

/** Straight to the pipe: what is printed must have left this process before it is killed. */
const print = (line: string) => writeSync(1, `${line}\n`);
const never = () => new Promise<never>(() => setInterval(() => undefined, 1_000));

async function sendForEver(options: StoreOptions, how: string, name: string, now: string): Promise<void> {
  const store = await openStore(options);
  const world = outboxWorldOn(store);
  world.time.now = now;
  for (const courier of Object.values(world.couriers)) {
    courier.answer = async ({ key }) => {
      print(key);
      return how === 'send' ? never() : 'sent';
    };
  }
  const outbox = {
    ...store.outbox,
    beginSending: (...given: Parameters<typeof store.outbox.beginSending>) => {
      if (how !== 'claim') return store.outbox.beginSending(...given);
      print('claimed');
      return never();
    },
  };
  for (;;) {
    const { handled } = await deliverDue({ ...world.sending(name), store: { ...store, outbox } });
    if (handled.length > 0) continue;
    print(IDLE);
    await new Promise((next) => setTimeout(next, 20));
  }
}

const [options, how, name, now] = process.argv.slice(2);
if (!options || !how || !name || !now) throw new Error('Usage: courierProcess OPTIONS HOW NAME NOW');
void sendForEver(JSON.parse(options) as StoreOptions, how, name, now);
