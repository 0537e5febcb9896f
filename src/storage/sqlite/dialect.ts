import type { Database } from 'better-sqlite3';
import {
  CompiledQuery,
  type DatabaseConnection,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  SqliteDriver,
  type SqliteStatement,
} from 'kysely';
import type { Turnstile } from './turnstile';

/** Kysely's SQLite dialect with the three things it leaves out: kept statements, write locks first, shared files. */
export class FileDialect extends SqliteDialect {
  readonly #database: SqliteDatabase;
  readonly #turnstile: Turnstile;

  constructor(database: Database, turnstile: Turnstile) {
    const kept = keepStatements(database);
    super({ database: kept });
    this.#database = kept;
    this.#turnstile = turnstile;
  }

  override createDriver(): SqliteDriver {
    return new FileDriver(this.#database, this.#turnstile);
  }

  override createAdapter(): SqliteAdapter {
    return new FileAdapter();
  }
}

class FileDriver extends SqliteDriver {
  readonly #turnstile: Turnstile;

  constructor(database: SqliteDatabase, turnstile: Turnstile) {
    super({ database });
    this.#turnstile = turnstile;
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    await this.#turnstile.enter();
    return super.acquireConnection();
  }

  override async releaseConnection(): Promise<void> {
    this.#turnstile.leave();
  }

  /** All our transactions write. Taking the lock at once lets another process wait instead of fail half-way. */
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}

class FileAdapter extends SqliteAdapter {
  /** SQLite rolls back CREATE and ALTER like anything else; with this a broken migration leaves nothing behind. */
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** Preparing costs more than running. The texts are few: parameters are bound, never written into them. */
function keepStatements(database: Database): SqliteDatabase {
  const kept = new Map<string, SqliteStatement>();
  return {
    close: () => {
      database.close();
    },
    prepare: (sql) => {
      const known = kept.get(sql);
      if (known) return known;
      const statement = database.prepare<unknown[]>(sql);
      kept.set(sql, statement);
      return statement;
    },
  };
}
