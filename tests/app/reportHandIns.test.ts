import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Store } from '../../src/app/ports';
import { reportHandIns } from '../../src/app/reportHandIns';
import type { Naming, Statement } from '../../src/app/xapi';
import { createLrs } from '../../src/channels/lrs';
import { openStore } from '../../src/storage/openStore';
import {
  AT,
  decision,
  LATER,
  SCORECARD,
  sampleAttempt,
  sampleSession,
  sampleTurn,
  text,
} from '../storage/fixtures';

interface Call {
  readonly headers: Readonly<Record<string, unknown>>;
  readonly statements: readonly Statement[];
}

/** A learning record store: keeps statements by their ids, as the specification asks. */
function recordStore() {
  const calls: Call[] = [];
  let status = 200;
  const server = createServer((req, res) => {
    let body = '';
    req.on('data', (part) => {
      body += part;
    });
    req.on('end', () => {
      if (status === 200) calls.push({ headers: req.headers, statements: JSON.parse(body) });
      res.statusCode = status;
      res.end('[]');
    });
  });
  return { server, calls, answer: (next: number) => (status = next) };
}

const naming: Naming = {
  base: 'https://oefenen.example.org',
  pseudonym: (person) => `someone-${person.length}`,
  uuidOf: (name) => `uuid of ${name}`,
  titleOf: ({ scenario }) => scenario,
  nameOf: (key) => key,
};

let store: Store;
let lrs: ReturnType<typeof recordStore>;
let url: string;
const close = (server: Server) => new Promise((resolve) => server.close(resolve));

beforeEach(async () => {
  store = await openStore({ kind: 'sqlite', file: ':memory:' });
  const session = sampleSession('c1', { attempt: sampleAttempt('a1') });
  await store.commit(text('c1', 'm1'), decision(session, { kind: 'attempt-started', attempt: 'a1' }), 0, AT);
  const turn = decision(session, { kind: 'turn', attempt: 'a1', turn: sampleTurn(1, 'Hoe gaat het thuis?') });
  await store.commit(text('c1', 'm2'), turn, 1, AT);
  const finished = decision(session, { kind: 'finished', attempt: 'a1', scorecard: SCORECARD });
  await store.commit(text('c1', 'm3'), finished, 2, LATER);
  const timeZone = 'Europe/Amsterdam';
  await store.groups.addGroup({
    id: 'g1',
    name: 'G',
    createdBy: 'anna',
    createdAt: AT,
    archivedAt: null,
    timeZone,
  });
  await store.homework.addAssignment({
    ...{ id: 'h1', group: 'g1', title: 'H', note: '', scenarios: ['hasna'], level: null, opensAt: null },
    ...{ dueAt: LATER, timeZone, attempts: null, focus: [], preparation: false, reflection: false },
    ...{ sight: 'transcript', publishedAt: AT, closedAt: null, createdBy: 'anna', createdAt: AT, version: 1 },
  });
  lrs = recordStore();
  await new Promise<void>((resolve) => lrs.server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(lrs.server.address() as AddressInfo).port}/xapi`;
});

afterEach(async () => {
  await store.close();
  await close(lrs.server);
});

const handIn = (sight: 'done' | 'levels' | 'transcript') =>
  store.homework.handIn({
    assignment: 'h1',
    learner: 'anna',
    scenario: 'hasna',
    attempt: 'a1',
    sight,
    at: LATER,
  });
const report = () =>
  reportHandIns({
    store,
    clock: { now: () => LATER },
    naming,
    records: createLrs({ url, key: 'key', secret: 'secret', patienceMs: 300 }),
  });
const verbs = () =>
  lrs.calls.map(({ statements }) => statements.map(({ verb }) => verb.id.split('/').at(-1)).join(' '));

test('what is handed in is told once, as widely as it was shared', async () => {
  await handIn('levels');
  expect(await report()).toEqual({ told: 1, voided: 0, reached: true });
  expect(await report()).toEqual({ told: 0, voided: 0, reached: true });
  expect(verbs()).toEqual(['attempted completed scored']);
  expect(lrs.calls[0]?.headers).toMatchObject({
    authorization: `Basic ${Buffer.from('key:secret').toString('base64')}`,
    'x-experience-api-version': '1.0.3',
  });
  expect(JSON.stringify(lrs.calls)).not.toContain('Hoe gaat het');
});

test('the words go along only when they were shared, with when they were said', async () => {
  await handIn('transcript');
  await report();
  expect(lrs.calls[0]?.statements[1]).toMatchObject({
    result: { response: 'Hoe gaat het thuis?' },
    timestamp: AT,
    actor: { account: { homePage: 'https://oefenen.example.org', name: 'someone-4' } },
  });
});

test('what is taken back is voided, and what is narrowed is told anew', async () => {
  await handIn('transcript');
  await report();
  const sent = lrs.calls[0]?.statements.map(({ id }) => id);
  await handIn('done');
  expect(await report()).toEqual({ told: 1, voided: 1, reached: true });
  expect(lrs.calls[1]?.statements.map(({ object }) => object)).toEqual(
    sent?.map((id) => ({ objectType: 'StatementRef', id })),
  );
  expect(verbs()[2]).toBe('attempted completed');
  await store.forgetAttempt('a1', 'anna');
  expect(await report()).toEqual({ told: 0, voided: 1, reached: true });
});

test.each([
  ['is down', 503],
  ['wants to be left alone for now', 429],
  ['does not know the key', 401],
])('a store that %s is asked again later, with the same ids', async (_, status) => {
  await handIn('done');
  lrs.answer(status);
  expect(await report()).toEqual({ told: 0, voided: 0, reached: false });
  lrs.answer(200);
  expect(await report()).toMatchObject({ told: 1, reached: true });
  const ids = lrs.calls[0]?.statements.map(({ id }) => id);
  expect(new Set(ids).size).toBe(2);
});

test('statements that are refused for good are not sent for ever', async () => {
  await handIn('done');
  lrs.answer(400);
  expect(await report()).toMatchObject({ told: 1, reached: true });
  lrs.answer(200);
  expect(await report()).toEqual({ told: 0, voided: 0, reached: true });
});

test('a store that nobody can reach is asked again later', async () => {
  await handIn('done');
  const gone = createLrs({ url: 'http://127.0.0.1:1', key: 'k', secret: 's', patienceMs: 300 });
  const parts = { store, clock: { now: () => LATER }, naming, records: gone };
  expect(await reportHandIns(parts)).toEqual({ told: 0, voided: 0, reached: false });
});
