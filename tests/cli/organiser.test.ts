import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { offerOrganiserLink } from '../../src/app/organiserLink';
import { run } from '../../src/cli/organiser';
import { organiserInvitation } from '../../src/cli/organiserInvitation';
import { secrets } from '../../src/secrets';
import { openStore } from '../../src/storage/openStore';
import { samplePerson } from '../support/practiceServer';
import { terminal } from './world';

const clock = { now: () => new Date().toISOString() };
const NAMES = ['BRUGGESPREK_DATA', 'PORT', 'PUBLIC_URL', 'HOST'] as const;

let folder: string;
const before = NAMES.map((name) => [name, process.env[name]] as const);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bruggesprek-organiser-'));
  for (const name of NAMES) delete process.env[name];
  process.env.BRUGGESPREK_DATA = folder;
});

afterEach(() => {
  for (const [name, value] of before) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
  rmSync(folder, { recursive: true, force: true });
});

const open = () => openStore({ kind: 'sqlite', file: join(folder, 'bruggesprek.sqlite') });

async function printed(): Promise<string> {
  const { io, out } = terminal();
  expect(await run([], io)).toBe(0);
  return /http\S+\/organiser\/([\w-]{43})\n$/.exec(out())?.[1] ?? '';
}

it('prints a link that works, in place of the one before, also when there is an organiser', async () => {
  const store = await open();
  await store.people.settlePerson(samplePerson('olga', { organiser: true }));
  expect(await offerOrganiserLink({ store, clock, secrets })).toBeNull();
  const [first, second] = [await printed(), await printed()];
  expect(await store.people.link(secrets.hash(first), clock.now())).toBeNull();
  expect(await store.people.link(secrets.hash(second), clock.now())).toMatchObject({
    way: 'organiser',
    person: null,
  });
  await store.close();
});

it('leads to where browsers reach the server', async () => {
  process.env.PUBLIC_URL = 'https://oefenen.example.org';
  const { io, out } = terminal();
  await run([], io);
  expect(out()).toContain('https://oefenen.example.org/organiser/');
});

it('says what is wrong with the settings', async () => {
  process.env.PORT = 'x';
  const { io, err } = terminal();
  expect(await run([], io)).toBe(2);
  expect(err()).toContain('PORT cannot be read.');
});

it('invites whoever starts the server, until there is an organiser', async () => {
  const store = await open();
  const invite = () =>
    organiserInvitation({
      store,
      clock,
      secrets,
      texts: (_, values) => String(values?.url),
      origin: 'http://x',
    });
  expect(await invite()).toMatch(/^http:\/\/x\/organiser\/[\w-]{43}$/);
  await store.people.settlePerson(samplePerson('olga', { organiser: true }));
  expect(await invite()).toBeNull();
  await store.close();
});
