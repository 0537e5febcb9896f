import { createServer } from 'node:net';
import { describeStartProblem } from '../../../src/cli/startStop';
import { openStore } from '../../../src/storage/openStore';
import { AT, decision, sampleAttempt, sampleSession, text } from '../fixtures';
import { addressOf, dropDatabase, makeDatabase, run, socketAddressOf } from './database';

const open = (url: string) => openStore({ kind: 'postgres', url });

/** What is said when the store cannot be opened. */
async function refusal(url: string): Promise<string> {
  const store = await open(url).catch((error: unknown) => describeStartProblem(error));
  if (typeof store === 'string') return store;
  await store.close();
  throw new Error('It was opened.');
}

/** A server that takes connections and is no PostgreSQL: it hangs up. */
async function withStranger<T>(use: (port: number) => Promise<T>): Promise<T> {
  const server = createServer((socket) => socket.end());
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  try {
    return await use(address !== null && typeof address === 'object' ? address.port : 0);
  } finally {
    server.close();
  }
}

describe('opening a PostgreSQL database', () => {
  let database: string;

  beforeEach(async () => {
    database = await makeDatabase();
  });

  afterEach(() => dropDatabase(database));

  it('lets several start at the same time on an empty one', async () => {
    const stores = await Promise.all(Array.from({ length: 6 }, () => open(addressOf(database))));
    for (const [n, store] of stores.entries()) {
      const outcome = await store.commit(text(`c${n}`, 'm1'), decision(sampleSession(`c${n}`)), 0, AT);
      expect(outcome.kind).toBe('committed');
    }
    for (const store of stores) await store.close();
    expect(await run(database, 'select name from kysely_migration order by name')).toEqual([
      { name: '0001-conversations' },
      { name: '0002-second-thoughts' },
      { name: '0003-any-character' },
      { name: '0004-people-and-groups' },
      { name: '0005-removals' },
      { name: '0006-deliveries' },
      { name: '0007-reviews' },
    ]);
  });

  it('takes all of a migration back when a part of it fails', async () => {
    await run(database, 'create table settings (in_the_way text)');
    await expect(open(addressOf(database))).rejects.toThrow('settings');
    const made = "select tablename from pg_tables where tablename in ('sessions', 'turns')";
    expect(await run(database, made)).toEqual([]);
    await run(database, 'drop table settings');
    const store = await open(addressOf(database));
    expect(await store.setting('secret')).toBeNull();
    await store.close();
  });

  it('works through a socket', async () => {
    const store = await open(socketAddressOf(database));
    expect(await store.settleSetting('name', 'value')).toBe('value');
    await store.close();
  });

  it('sorts by bytes, whatever language the database was made for', async () => {
    const dutch = await makeDatabase("template template0 locale_provider icu icu_locale 'nl'");
    const store = await open(addressOf(dutch));
    for (const id of ['b', 'A', 'a-1', 'a1', 'B']) {
      const session = sampleSession(`of-${id}`, { attempt: sampleAttempt(id) });
      const started = decision(session, { kind: 'attempt-started', attempt: id });
      await store.commit(text(`of-${id}`, 'm1'), started, 0, AT);
    }
    expect((await store.attemptsOf('anna')).map(({ id }) => id)).toEqual(['A', 'B', 'a-1', 'a1', 'b']);
    await store.close();
    await dropDatabase(dutch);
  });

  it('does not mind what the database does by default', async () => {
    await run(database, `alter database ${database} set default_transaction_isolation = 'serializable'`);
    const [store, other] = await Promise.all([open(addressOf(database)), open(addressOf(database))]);
    const outcomes = await Promise.all(
      ['x', 'y', 'z'].map((id, n) =>
        (n % 2 ? other : store).commit(text('c1', id), decision(sampleSession('c1')), 0, AT),
      ),
    );
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['committed', 'conflict', 'conflict']);
    await store.close();
    await other.close();
  });

  it('leaves no connection behind when it is closed, or could not be opened', async () => {
    const store = await open(addressOf(database));
    await Promise.all(['a', 'b', 'c'].map((name) => store.settleSetting(name, 'x')));
    await store.close();
    await run(database, 'drop table settings', 'delete from kysely_migration', 'drop table turns');
    await expect(open(addressOf(database))).rejects.toThrow('exists');
    const others = `select count(*)::int as open from pg_stat_activity
      where datname = '${database}' and pid <> pg_backend_pid()`;
    let left = 1;
    while (left > 0) left = Number((await run(database, others))[0]?.open);
    expect(left).toBe(0);
  });
});

describe('a PostgreSQL database that cannot be opened', () => {
  const WHAT_WHY_FIX = /^✗ .+\n {2}why: .+\n {2}fix: .+$/;

  it.each([
    ['nobody listens there', () => 'postgres://anna:very-secret@127.0.0.1:1/x', /reached.*127\.0\.0\.1:1 /s],
    ['no such host', () => 'postgres://anna:very-secret@nowhere.invalid/x', /reached.*nowhere\.invalid/s],
    [
      'no such socket',
      () => 'postgres:///x?host=/nowhere&user=anna&password=very-secret',
      /reached.*\/nowhere/s,
    ],
    ['a wrong password', () => addressOf('postgres', 'owner:very-secret'), /let us in/],
    ['an unknown user', () => addressOf('postgres', 'anna:very-secret'), /let us in/],
    ['no password', () => addressOf('postgres', 'owner'), /let us in/],
    ['an unknown database', () => addressOf('nowhere'), /does not exist/],
    ['no certificate', () => `${addressOf('postgres')}?sslmode=verify-full`, /not secure/],
    [
      'a certificate file that is not there',
      () => `${addressOf('postgres')}?sslmode=verify-full&sslrootcert=/nowhere.crt`,
      /PostgreSQL/,
    ],
  ])('is refused with what, why and how to mend it: %s', async (_why, url, expected) => {
    const words = await refusal(url());
    expect(words).toMatch(WHAT_WHY_FIX);
    expect(words).toMatch(expected);
    expect(words).not.toMatch(/very-secret|owner:/);
  });

  it('is refused when something else answers', async () => {
    const words = await withStranger((port) => refusal(`postgres://anna:very-secret@127.0.0.1:${port}/x`));
    expect(words).toMatch(WHAT_WHY_FIX);
    expect(words).not.toContain('very-secret');
  });

  it('is refused when it cannot hold every character', async () => {
    const latin = await makeDatabase("template template0 encoding 'LATIN1'");
    expect(await refusal(addressOf(latin))).toMatch(/every character.*LATIN1.*UTF8/s);
    await dropDatabase(latin);
  });

  it('is refused when its user may not make tables, or nobody may', async () => {
    const database = await makeDatabase();
    await run(database, `create role "${database}" login password 'very-secret'`);
    const words = await refusal(addressOf(database, `${database}:very-secret`));
    expect(words).toMatch(WHAT_WHY_FIX);
    expect(words).toMatch(/tables cannot be made/);
    await run(database, `alter database ${database} set default_transaction_read_only = on`);
    expect(await refusal(addressOf(database))).toMatch(/read-only/);
    await dropDatabase(database);
    await run('postgres', `drop role "${database}"`);
  });
});
