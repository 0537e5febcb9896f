import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Conversations, what was practised in them, and the content they were played with. */
export const conversations: Migration = {
  async up(db: Kysely<unknown>) {
    await createPeople(db);
    await createAttempts(db);
    await createShelf(db);
  },
};

async function createPeople(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('learners')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('since', 'text', (column) => column.notNull())
    .execute();

  // `sequence` counts messages, `version` every change: forgetting an attempt changes a session without a message.
  // `attempt_before` is the attempt that was active one version ago.
  await db.schema
    .createTable('sessions')
    .addColumn('conversation', 'text', (column) => column.primaryKey())
    .addColumn('learner', 'text', (column) => column.notNull().references('learners.id'))
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('sequence', 'integer', (column) => column.notNull())
    .addColumn('attempt', 'text')
    .addColumn('attempt_before', 'text')
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('updated_at', 'text', (column) => column.notNull())
    .execute();
  // Without `updated_at`, which changes with every message: a learner's few conversations are soon sorted.
  await db.schema.createIndex('sessions_of_learner').on('sessions').column('learner').execute();

  // The attempts before and after a message tell which messages to blank when an attempt is forgotten.
  await db.schema
    .createTable('messages')
    .addColumn('conversation', 'text', (column) => column.notNull().references('sessions.conversation'))
    .addColumn('sequence', 'integer', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('replies', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('delivered', 'integer', (column) => column.notNull())
    .addColumn('attempt', 'text')
    .addColumn('attempt_before', 'text')
    .addPrimaryKeyConstraint('messages_in_order', ['conversation', 'sequence'])
    .addUniqueConstraint('messages_once', ['conversation', 'id'])
    .execute();
}

async function createAttempts(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('attempts')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('learner', 'text', (column) => column.notNull().references('learners.id'))
    .addColumn('conversation', 'text', (column) => column.notNull().references('sessions.conversation'))
    .addColumn('scenario', 'text', (column) => column.notNull())
    .addColumn('content', 'text', (column) => column.notNull())
    .addColumn('level', 'text', (column) => column.notNull())
    .addColumn('locale', 'text', (column) => column.notNull())
    .addColumn('started_at', 'text', (column) => column.notNull())
    .addColumn('finished_at', 'text')
    .addColumn('ending', 'text')
    .addColumn('reason', 'text')
    .addColumn('preparation', 'text', (column) => column.notNull())
    .addColumn('reflection', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex('attempts_of_learner')
    .on('attempts')
    .columns(['learner', 'started_at'])
    .execute();

  await db.schema
    .createTable('turns')
    .addColumn('attempt', 'text', (column) => column.notNull().references('attempts.id'))
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('turn', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('turns_in_order', ['attempt', 'number'])
    .execute();

  await db.schema
    .createTable('scorecards')
    .addColumn('attempt', 'text', (column) => column.primaryKey().references('attempts.id'))
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('card', 'text', (column) => column.notNull())
    .execute();
}

async function createShelf(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('content_versions')
    .addColumn('hash', 'text', (column) => column.primaryKey())
    .addColumn('content', 'text', (column) => column.notNull())
    .execute();

  await db.schema
    .createTable('settings')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('value', 'text', (column) => column.notNull())
    .execute();
}
