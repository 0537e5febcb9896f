import type { Dialect } from 'kysely';

/** What differs between the databases we run on. Everything else is written once, in SQL that all of them speak. */
export interface Backend {
  readonly dialect: Dialect;
  /** Puts what kept the tables from being made into words, where whoever runs this can mend it. */
  explain(error: unknown): unknown;
  /** Takes deleted content out of logs and free pages as well, as far as the database can. */
  scrub(): Promise<void>;
}
