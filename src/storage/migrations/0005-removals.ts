import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What was removed, as numbers; and what a learning record store was told. */
export const removals: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('removals')
      .addColumn('at', 'text', (column) => column.notNull())
      .addColumn('reason', 'text', (column) => column.notNull())
      .addColumn('counts', 'text', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('removals_in_order').on('removals').column('at').execute();

    // `statements` holds the ids that were sent, so that they can be voided when a hand-in is taken back.
    await db.schema
      .createTable('reported_hand_ins')
      .addColumn('assignment', 'text', (column) => column.notNull())
      .addColumn('attempt', 'text', (column) => column.notNull())
      .addColumn('sight', 'text', (column) => column.notNull())
      .addColumn('statements', 'text', (column) => column.notNull())
      .addColumn('at', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('reported_hand_ins_once', ['assignment', 'attempt'])
      .execute();
  },
};
