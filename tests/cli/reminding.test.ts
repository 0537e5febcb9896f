import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import pino from 'pino';
import type { Store } from '../../src/app/ports';
import { calendar } from '../../src/calendar';
import { createOptOutTokens } from '../../src/channels/mail/optOutTokens';
import { mailCouriers } from '../../src/cli/couriers';
import { type RemindingParts, startReminding, withPatience } from '../../src/cli/reminding';
import { PROJECT_ROOT } from '../../src/cli/root';
import { type Config, readConfig } from '../../src/config';
import { loadTexts } from '../../src/content/texts';
import type { Courier } from '../../src/core/model/letter';
import { openStore } from '../../src/storage/openStore';
import { sampleLetter, samplePerson } from '../support/letters';
import { startMailServer, type TestMailServer } from '../support/mailServer';
import { outboxWorld } from '../support/outboxWorld';

let store: Store;
let mail: TestMailServer;
let logged: string;

beforeEach(async () => {
  store = await openStore({ kind: 'sqlite', file: ':memory:' });
  mail = await startMailServer();
  logged = '';
});

afterEach(async () => {
  await mail.close();
  await store.close();
});

function configured(): Config {
  const outcome = readConfig({
    SMTP_URL: `smtp://127.0.0.1:${mail.port}`,
    MAIL_FROM: 'Bruggesprek <oefenen@example.org>',
    PUBLIC_URL: 'https://oefenen.example.org',
  });
  if (outcome.kind === 'problems') throw new Error('It is not configured.');
  return outcome.config;
}

function parts(changes: Partial<RemindingParts> = {}): RemindingParts {
  const stream = {
    write: (line: string) => {
      logged += line;
    },
  };
  return {
    store,
    clock: { now: () => '2026-03-02T09:00:00.000Z' },
    ids: { fresh: () => randomUUID() },
    calendar,
    texts: loadTexts(join(PROJECT_ROOT, 'locales')),
    logger: pino({ level: 'info' }, stream),
    quiet: { hours: null, weekends: false },
    couriers: mailCouriers(configured(), createOptOutTokens('a secret'), 'https://oefenen.example.org'),
    every: { plan: 20, send: 20 },
    ...changes,
  };
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((next) => setTimeout(next, 10));
}

test('plans and sends by itself, everything once, and ends when it is asked to', async () => {
  await outboxWorld(store, {}, ['anna', 'bert', 'carla']);
  const both = [startReminding(parts()), startReminding(parts())];
  await until(() => mail.taken.length >= 3);
  await until(async () => (await store.outbox.counts()).sent === 3);
  await Promise.all(both.map((one) => one.stop()));
  expect(mail.taken.flatMap(({ to }) => to).toSorted()).toEqual([
    'anna@example.org',
    'bert@example.org',
    'carla@example.org',
  ]);
  expect(await store.outbox.counts()).toEqual({ sent: 3, waiting: 6 });
});

test('says in the log what became of it in codes, without names, addresses or words', async () => {
  await outboxWorld(store, { title: 'Geheim gesprek' }, ['anna', 'bert']);
  const broken: Courier = {
    send: async (letter, person) => {
      throw new Error(`${letter.words.subject} ${person.email}`);
    },
  };
  const reminding = startReminding(parts({ couriers: { mail: broken } }));
  await until(() => logged.includes('notices-handled'));
  await reminding.stop();
  expect(logged).toContain('notice-failed');
  expect(logged).toContain('"codes":{"uncertain":2}');
  expect(logged).not.toMatch(/Geheim|anna|bert|example\.org/i);
});

test('does nothing where nobody can send', async () => {
  await outboxWorld(store);
  const reminding = startReminding(parts({ couriers: {} }));
  await reminding.stop();
  expect(await store.outbox.counts()).toEqual({});
});

test('goes on when the database was away for a moment', async () => {
  await outboxWorld(store, {}, ['anna']);
  let failures = 3;
  const outbox = {
    ...store.outbox,
    claim: async (...given: Parameters<typeof store.outbox.claim>) => {
      if (failures-- > 0) throw new Error('Geheim: away.');
      return store.outbox.claim(...given);
    },
  };
  const reminding = startReminding(parts({ store: { ...store, outbox } }));
  await until(() => mail.taken.length === 1);
  await reminding.stop();
  expect(logged).toContain('upkeep-failed');
  expect(logged).not.toContain('Geheim');
});

test('does not wait for a courier for ever', async () => {
  const never: Courier = { send: () => new Promise(() => undefined) };
  const quick: Courier = { send: async () => 'sent' };
  const [letter, person] = [sampleLetter(), samplePerson('anna')];
  expect(await withPatience(never, 20).send(letter, person)).toBe('uncertain');
  expect(await withPatience(quick, 20).send(letter, person)).toBe('sent');
});
