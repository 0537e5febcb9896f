import fc from 'fast-check';
import { deliverDue } from '../../src/app/outbox';
import type { OutboxStore, Store } from '../../src/app/ports';
import { planReminders, replanAssignment } from '../../src/app/remind';
import { chooseReminders } from '../../src/app/reminderChoice';
import type { Delivery, Letter } from '../../src/core/model/letter';
import { NOTICE_CHANNELS } from '../../src/core/model/person';
import { openStore } from '../../src/storage/openStore';
import { type OutboxWorld, outboxWorld } from '../support/outboxWorld';

/**
 * What happens to a process at so many-eth step of its outbox: it ends without a word, before or after that was done,
 * or it is held up for minutes while another one goes on.
 */
type Mishap = { readonly step: number; readonly how: 'dies-before' | 'dies-after' | 'held-up' } | null;

type Step =
  | { readonly kind: 'plan' }
  | { readonly kind: 'replan' }
  | { readonly kind: 'wait'; readonly minutes: number }
  | { readonly kind: 'rounds'; readonly mishaps: readonly Mishap[]; readonly answers: readonly Answer[] }
  | { readonly kind: 'choose'; readonly mail: boolean }
  | { readonly kind: 'call-off' };

type Answer = Delivery | 'throw' | 'never';

const mishap: fc.Arbitrary<Mishap> = fc.option(
  fc.record({
    step: fc.integer({ min: 0, max: 6 }),
    how: fc.constantFrom('dies-before', 'dies-after', 'held-up'),
  }),
);
const answer: fc.Arbitrary<Answer> = fc.constantFrom<Answer[]>(
  ...(['sent', 'gone', 'refused', 'uncertain', 'throw', 'throw', 'never'] as const),
  { retryAfterSeconds: null },
  { retryAfterSeconds: 1_800 },
);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.constant<Step>({ kind: 'plan' }),
  fc.constant<Step>({ kind: 'replan' }),
  fc.constant<Step>({ kind: 'call-off' }),
  fc.record({ kind: fc.constant('wait' as const), minutes: fc.constantFrom(3, 15, 40, 90, 1_440) }),
  fc.record({ kind: fc.constant('choose' as const), mail: fc.boolean() }),
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('rounds' as const),
      mishaps: fc.array(mishap, { minLength: 1, maxLength: 3 }),
      answers: fc.array(answer, { minLength: 1, maxLength: 4 }),
    }),
  },
);

/** The same outbox, of a process to which something happens: once it died nothing it does happens. */
function mortal(outbox: OutboxStore, mishap: Mishap, holdUp: () => Promise<void>) {
  let taken = 0;
  let dead = false;
  const die = (): never => {
    dead = true;
    throw new Error('This process is gone.');
  };
  const call = async <T>(work: () => Promise<T>): Promise<T> => {
    const how = !dead && mishap !== null && taken++ === mishap.step ? mishap.how : null;
    if (dead || how === 'dies-before') return die();
    if (how === 'held-up') await holdUp();
    const result = await work();
    return how === 'dies-after' ? die() : result;
  };
  const wrapped: OutboxStore = {
    ...outbox,
    claim: (options) => call(() => outbox.claim(options)),
    beginSending: (...given) => call(() => outbox.beginSending(...given)),
    finish: (...given) => call(() => outbox.finish(...given)),
    postpone: (...given) => call(() => outbox.postpone(...given)),
    giveUpStale: (since) => call(() => outbox.giveUpStale(since)),
  };
  return { outbox: wrapped, dead: () => dead };
}

/** What every courier was ever handed, and what that ended in. */
interface Log {
  readonly handed: Map<string, Answer[]>;
  readonly underWay: Map<string, number>;
  most: number;
}

async function rounds(world: OutboxWorld, log: Log, { mishaps, answers }: Extract<Step, { kind: 'rounds' }>) {
  const left = [...answers];
  const one = async (mishap: Mishap, n: number): Promise<void> => {
    const { outbox, dead } = mortal(world.store.outbox, mishap, async () => {
      wait(world, 3);
      await planReminders(world.planning);
      await one(null, n + mishaps.length);
    });
    const parts = world.sending(`instance-${n}-${world.time.now}`);
    const send = (letter: Letter) => handOver(log, letter, left.shift() ?? 'sent', dead);
    const couriers = Object.fromEntries(NOTICE_CHANNELS.map((channel) => [channel, { send }]));
    await deliverDue({ ...parts, couriers, store: { ...world.store, outbox } }).catch(() => undefined);
  };
  await Promise.all(mishaps.map(one));
}

async function handOver(log: Log, letter: Letter, answer: Answer, dead: () => boolean): Promise<Delivery> {
  expect(dead()).toBe(false);
  const before = log.handed.get(letter.key) ?? [];
  log.handed.set(letter.key, [...before, answer]);
  const now = (log.underWay.get(letter.person) ?? 0) + 1;
  log.underWay.set(letter.person, now);
  log.most = Math.max(log.most, now);
  await new Promise((next) => setImmediate(next));
  log.underWay.set(letter.person, now - 1);
  switch (answer) {
    case 'throw':
      throw new Error('Broken.');
    case 'never':
      return 'uncertain';
    default:
      return answer;
  }
}

function wait(world: OutboxWorld, minutes: number): void {
  world.time.now = new Date(Date.parse(world.time.now) + minutes * 60_000).toISOString();
}

async function play(world: OutboxWorld, log: Log, step: Step): Promise<void> {
  switch (step.kind) {
    case 'plan':
      await planReminders(world.planning);
      return;
    case 'replan':
      return replanAssignment(world.planning, 'h1');
    case 'call-off':
      return world.store.outbox.cancel('homework:h1:anna:');
    case 'choose':
      await chooseReminders(world.store, 'bert', { mail: step.mail, teams: true });
      return;
    case 'wait':
      wait(world, step.minutes);
      return;
    case 'rounds':
      return rounds(world, log, step);
  }
}

const mayComeAgain = (answer: Answer) => typeof answer === 'object';

test('whatever the order of planning, sending, dying and changing, nobody is told the same twice', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 30 }), async (steps) => {
      const store: Store = await openStore({ kind: 'sqlite', file: ':memory:' });
      try {
        const world = await outboxWorld(store);
        await store.outbox.keepReference({
          person: 'anna',
          conversation: 'c',
          reference: '{}',
          updatedAt: '',
        });
        const log: Log = { handed: new Map(), underWay: new Map(), most: 0 };
        await planReminders(world.planning);
        for (const one of steps) await play(world, log, one);
        for (const answers of log.handed.values()) {
          // Only what certainly did not arrive is ever handed to a courier again.
          expect(answers.slice(0, -1).every(mayComeAgain)).toBe(true);
        }
        expect(log.most).toBeLessThanOrEqual(1);
      } finally {
        await store.close();
      }
    }),
    { numRuns: 60 },
  );
});
