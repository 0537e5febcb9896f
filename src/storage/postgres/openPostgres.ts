import type { ClientConfig, Pool } from 'pg';
import type { Backend } from '../backend';
import { ServerDialect } from './dialect';
import { connectingProblem, encodingProblem, migratingProblem } from './problems';

/** Most connections at once. A turn holds one for a few milliseconds; a stock server has a hundred for everybody. */
const CONNECTIONS = 10;

/** How long a connection may take to come about, waiting for a free one included, in milliseconds. */
const CONNECT_TIMEOUT = 10_000;

/** After how long the server gives up on a transaction whose process has fallen silent, in milliseconds. */
const SILENCE_TIMEOUT = 30_000;

/** What learners typed lies in these. */
const WITH_WORDS = ['sessions', 'messages', 'attempts', 'turns', 'scorecards', 'corrections'] as const;

/** Opens a PostgreSQL database by its address, `postgres://user:password@host:port/database`. */
export async function openPostgres(url: string): Promise<Backend> {
  try {
    await checkEncoding(configOf(url));
  } catch (error) {
    throw connectingProblem(error, url);
  }
  const pool = await poolOn(url);
  return {
    dialect: new ServerDialect({ pool }),
    explain: migratingProblem,
    // What is deleted can be read by nobody from then on, but its old rows stay in the files until they are
    // vacuumed; autovacuum may leave them for long. This takes the rows out at once, as far as no other transaction
    // still looks at the past. Their bytes may remain in the free space of a page until something is written over
    // them (only VACUUM FULL, which locks the tables, makes new files), and they remain in the server's log of
    // changes and in backups for as long as these are kept.
    scrub: async () => {
      await pool.query(`vacuum (skip_locked) ${WITH_WORDS.join(', ')}`);
    },
  };
}

function configOf(url: string): ClientConfig {
  return {
    connectionString: url,
    connectionTimeoutMillis: CONNECT_TIMEOUT,
    idle_in_transaction_session_timeout: SILENCE_TIMEOUT,
    keepAlive: true,
    fallback_application_name: 'bruggesprek',
  };
}

async function poolOn(url: string): Promise<Pool> {
  const { Pool, types } = await driver();
  const pool = new Pool({
    ...configOf(url),
    max: CONNECTIONS,
    types: {
      // Counts come as eight bytes, which pg leaves as text. Ours fit a number, and are one on SQLite as well.
      getTypeParser: (type: number, format?: 'text' | 'binary') =>
        type === types.builtins.INT8 ? Number : types.getTypeParser(type, format as 'text'),
    },
  });
  // Without a listener a connection that breaks ends the process. Whoever uses one is told by the query itself, and
  // the pool replaces it: there is nothing left to do.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/** On a connection of its own: a pool does not close one on which signing in went wrong half-way. */
async function checkEncoding(config: ClientConfig): Promise<void> {
  const { Client } = await driver();
  const client = new Client(config);
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ encoding: string }>(
      "select current_setting('server_encoding') as encoding",
    );
    const encoding = rows[0]?.encoding ?? 'unknown';
    if (encoding !== 'UTF8') throw encodingProblem(encoding);
  } finally {
    await client.end();
  }
}

/** Only when it is asked for: loading it takes longer than opening a file. */
function driver() {
  return import('pg');
}
