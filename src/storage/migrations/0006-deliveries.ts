import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** How far the sending of each answer has come, and which instance is at it. */
export const deliveries: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .alterTable('messages')
      .addColumn('sent', 'integer', (column) => column.notNull().defaultTo(0))
      .execute();
    await db.schema.alterTable('messages').addColumn('sender', 'text').execute();
    await db.schema.alterTable('messages').addColumn('sending_until', 'text').execute();
    // Holds only the few that are under way, or never arrived.
    await db.schema
      .createIndex('messages_undelivered')
      .on('messages')
      .column('at')
      .where('delivered' as never, '=', 0)
      .execute();
  },
};
