import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import type { Store } from '../../../src/app/ports';
import { openStore } from '../../../src/storage/openStore';
import type { Opened } from '../storeConformance';

const { TEST_POSTGRES_PORT: PORT, TEST_POSTGRES_FOLDER: FOLDER } = process.env;

/** The address of a database of the test server, as its owner unless told otherwise. */
export function addressOf(database: string, login = 'owner:owner'): string {
  return `postgres://${login}@127.0.0.1:${PORT}/${database}`;
}

/** The same through the socket, where no password is asked. */
export function socketAddressOf(database: string): string {
  return `postgres:///${database}?host=${FOLDER}&port=${PORT}&user=owner`;
}

/** Runs statements as the owner of the server, one after the other, and returns the rows of the last. */
export async function run(database: string, ...statements: string[]): Promise<Record<string, unknown>[]> {
  const client = new Client(addressOf(database));
  await client.connect();
  try {
    let rows: Record<string, unknown>[] = [];
    for (const statement of statements) ({ rows } = await client.query(statement));
    return rows;
  } finally {
    await client.end();
  }
}

/** Makes an empty database; `how` ends its CREATE statement. */
export async function makeDatabase(how = ''): Promise<string> {
  const name = `t_${randomUUID().replaceAll('-', '')}`;
  await run('postgres', `create database ${name} ${how}`);
  return name;
}

export async function dropDatabase(name: string): Promise<void> {
  await run('postgres', `drop database ${name} with (force)`);
}

const emptied: string[] = [];

/** An empty database. Making one takes longer than all else a test does, so those that were given back go round. */
export async function borrowDatabase(): Promise<string> {
  return emptied.pop() ?? (await makeDatabase());
}

/** Empties a database that nobody is connected to any more. */
export async function giveBack(name: string): Promise<void> {
  await run(name, 'drop schema public cascade', 'create schema public');
  emptied.push(name);
}

/** Resolves when nobody is connected to a database any more. */
export async function deserted(name: string): Promise<void> {
  const count = `select count(*)::int as here from pg_stat_activity where datname = '${name}'`;
  while ((await run('postgres', count))[0]?.here !== 0) await new Promise((next) => setTimeout(next, 10));
}

export async function openInDatabase(): Promise<Opened & { readonly database: string }> {
  const database = await borrowDatabase();
  const stores: Store[] = [];
  const again = async () => {
    const store = await openStore({ kind: 'postgres', url: addressOf(database) });
    stores.push(store);
    return store;
  };
  return {
    database,
    store: await again(),
    again,
    end: async () => {
      for (const store of stores) await store.close();
      await giveBack(database);
    },
  };
}
