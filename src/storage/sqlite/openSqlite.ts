import { closeSync, mkdirSync, openSync, realpathSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import Database from 'better-sqlite3';
import type { Backend } from '../backend';
import { FileDialect } from './dialect';
import { Turnstile, turnstileOf } from './turnstile';

/** How long a connection waits for another process that is writing, in milliseconds. */
const BUSY_TIMEOUT = 5_000;

const IN_MEMORY = ':memory:';

/** Opens a SQLite file, or memory for `:memory:`. A new file and its folder are readable by their owner only. */
export function openSqlite(file: string): Backend {
  const path = file === IN_MEMORY ? IN_MEMORY : ownFile(file);
  const database = new Database(path, { timeout: BUSY_TIMEOUT });
  database.pragma('journal_mode = WAL');
  // With WAL a killed process loses nothing that was committed: the bytes are with the operating system by then.
  // NORMAL leaves out the wait for the disk at each commit, which only a power cut could notice: the last
  // moments before it may be gone, the file stays sound.
  database.pragma('synchronous = NORMAL');
  database.pragma('foreign_keys = ON');
  // What is deleted is overwritten with zeros, so that a forgotten attempt is not in the file any more.
  database.pragma('secure_delete = ON');
  const turnstile = path === IN_MEMORY ? new Turnstile() : turnstileOf(path);
  return {
    dialect: new FileDialect(database, turnstile),
    explain: (error) => error,
    scrub: async () => {
      // Until it is checkpointed away, the write-ahead log still holds the pages as they were.
      await turnstile.enter();
      try {
        database.pragma('wal_checkpoint(TRUNCATE)');
      } finally {
        turnstile.leave();
      }
    },
  };
}

function ownFile(file: string): string {
  const path = resolve(file);
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  closeSync(openSync(path, 'a', 0o600));
  return realpathSync(path);
}
