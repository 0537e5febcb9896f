import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Attempts that were taken up again from a turn, and readings that were contested. */
export const secondThoughts: Migration = {
  async up(db: Kysely<unknown>) {
    // The reference keeps a branch from being written while what it copies is being forgotten.
    await db.schema
      .alterTable('attempts')
      .addColumn('branch_attempt', 'text', (column) => column.references('attempts.id'))
      .execute();
    await db.schema.alterTable('attempts').addColumn('branch_turn', 'integer').execute();
    await db.schema.createIndex('branches_of_attempt').on('attempts').column('branch_attempt').execute();

    // One reading of a sentence beside the machine's; whoever corrects again replaces the one before.
    await db.schema
      .createTable('corrections')
      .addColumn('attempt', 'text', (column) => column.notNull().references('attempts.id'))
      .addColumn('turn', 'integer', (column) => column.notNull())
      .addColumn('sentence', 'integer', (column) => column.notNull())
      .addColumn('machine', 'text', (column) => column.notNull())
      .addColumn('move', 'text', (column) => column.notNull())
      .addColumn('why', 'text', (column) => column.notNull())
      .addColumn('by', 'text', (column) => column.notNull())
      .addColumn('at', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('corrections_once', ['attempt', 'turn', 'sentence'])
      .execute();
  },
};
