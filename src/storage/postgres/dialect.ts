import {
  CompiledQuery,
  type DatabaseConnection,
  type DataTypeNode,
  PostgresDialect,
  type PostgresDialectConfig,
  PostgresDriver,
  PostgresQueryCompiler,
  type TransactionSettings,
} from 'kysely';

/** Kysely's PostgreSQL dialect, made to do what our SQLite does: text in the order of its bytes, and one at a time. */
export class ServerDialect extends PostgresDialect {
  readonly #config: PostgresDialectConfig;

  constructor(config: PostgresDialectConfig) {
    super(config);
    this.#config = config;
  }

  override createDriver(): PostgresDriver {
    return new ServerDriver(this.#config);
  }

  override createQueryCompiler(): PostgresQueryCompiler {
    return new ByteOrderCompiler();
  }
}

/** Names our advisory lock among those of the database; any number will do, as long as it stays the same. */
const WRITERS = '7162018405526911361';

/**
 * On SQLite a transaction is always the only one. Here they run side by side, which is safe for all that begin by
 * locking the session they move on. One that reads widely before it writes asks to be `serializable`: it then waits
 * until it is alone, and the others wait for it. (PostgreSQL's own serializable would need every transaction to be
 * so, and all of them to be tried again.)
 */
class ServerDriver extends PostgresDriver {
  override async beginTransaction(
    connection: DatabaseConnection,
    { isolationLevel }: TransactionSettings,
  ): Promise<void> {
    const lock = isolationLevel === 'serializable' ? 'pg_advisory_xact_lock' : 'pg_advisory_xact_lock_shared';
    try {
      // Together, to spare a round trip. The level is named because a database may have another default.
      await connection.executeQuery(
        CompiledQuery.raw(`begin isolation level read committed; select ${lock}(${WRITERS})`),
      );
    } catch (error) {
      // It may have begun without getting the lock, and nobody rolls back what seems not to have begun.
      await connection.executeQuery(CompiledQuery.raw('rollback')).catch(() => undefined);
      throw error;
    }
  }
}

/**
 * Text sorts by its bytes whatever language the database was made for. The order of a language also changes with
 * the system's libraries, which silently breaks indexes that were built before.
 */
class ByteOrderCompiler extends PostgresQueryCompiler {
  protected override visitDataType(node: DataTypeNode): void {
    super.visitDataType(node);
    if (node.dataType === 'text') this.append(' collate "C"');
  }
}
