import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Who there is, how they come in, groups with homework, and messages that wait. */
export const peopleAndGroups: Migration = {
  async up(db: Kysely<unknown>) {
    await describePeople(db);
    await createEntries(db);
    await createGroups(db);
    await createHomework(db);
    await createHandIns(db);
    await createOutbox(db);
  },
};

/** Everybody who was only a learner so far; trainers and organisers are people too. */
async function describePeople(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('learners').renameTo('people').execute();
  // `name` and `email` are JSON: they were typed.
  const columns = [
    ['name', '""'],
    ['email', 'null'],
    ['locale', 'nl'],
    ['address', 'je'],
    ['time_zone', 'Europe/Amsterdam'],
  ] as const;
  for (const [name, value] of columns) {
    await db.schema
      .alterTable('people')
      .addColumn(name, 'text', (column) => column.notNull().defaultTo(value))
      .execute();
  }
  for (const [name, value] of [
    ['organiser', 0],
    ['by_teams', 1],
    ['by_mail', 1],
  ] as const) {
    await db.schema
      .alterTable('people')
      .addColumn(name, 'integer', (column) => column.notNull().defaultTo(value))
      .execute();
  }
}

async function createEntries(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('sign_ins')
    .addColumn('hash', 'text', (column) => column.primaryKey())
    .addColumn('previous', 'text', (column) => column.unique())
    .addColumn('visit', 'text', (column) => column.notNull().unique())
    .addColumn('person', 'text', (column) => column.notNull().references('people.id'))
    .addColumn('way', 'text', (column) => column.notNull())
    .addColumn('since', 'text', (column) => column.notNull())
    .addColumn('renewed_at', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('sign_ins_of_person').on('sign_ins').column('person').execute();

  await db.schema
    .createTable('entry_links')
    .addColumn('hash', 'text', (column) => column.primaryKey())
    .addColumn('way', 'text', (column) => column.notNull())
    .addColumn('person', 'text', (column) => column.references('people.id'))
    .addColumn('path', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'text', (column) => column.notNull())
    .execute();
}

async function createGroups(db: Kysely<unknown>): Promise<void> {
  // `name` is JSON: it was typed.
  await db.schema
    .createTable('groups')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('created_by', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('archived_at', 'text')
    .addColumn('time_zone', 'text', (column) => column.notNull())
    .execute();

  await db.schema
    .createTable('memberships')
    .addColumn('group_id', 'text', (column) => column.notNull().references('groups.id'))
    .addColumn('person', 'text', (column) => column.notNull().references('people.id'))
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('since', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('memberships_once', ['group_id', 'person'])
    .execute();
  await db.schema.createIndex('memberships_of_person').on('memberships').column('person').execute();

  await db.schema
    .createTable('invitations')
    .addColumn('code', 'text', (column) => column.primaryKey())
    .addColumn('group_id', 'text', (column) => column.notNull().references('groups.id'))
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('created_by', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'text', (column) => column.notNull())
    .addColumn('uses', 'integer', (column) => column.notNull())
    .addColumn('revoked_at', 'text')
    .execute();
  await db.schema.createIndex('invitations_of_group').on('invitations').column('group_id').execute();
}

async function createHomework(db: Kysely<unknown>): Promise<void> {
  // `assignment` is the whole of it as JSON; the columns beside it are what it is found by.
  await db.schema
    .createTable('assignments')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('group_id', 'text', (column) => column.notNull().references('groups.id'))
    .addColumn('due_at', 'text', (column) => column.notNull())
    .addColumn('published', 'integer', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('assignment', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('assignments_of_group').on('assignments').column('group_id').execute();
  await db.schema.createIndex('assignments_due').on('assignments').column('due_at').execute();

  await db.schema
    .createTable('homework')
    .addColumn('assignment', 'text', (column) => column.notNull().references('assignments.id'))
    .addColumn('learner', 'text', (column) => column.notNull().references('people.id'))
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('late', 'integer', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('updated_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('homework_once', ['assignment', 'learner'])
    .execute();
  await db.schema.createIndex('homework_of_learner').on('homework').column('learner').execute();
}

async function createHandIns(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('hand_ins')
    .addColumn('assignment', 'text', (column) => column.notNull().references('assignments.id'))
    .addColumn('learner', 'text', (column) => column.notNull().references('people.id'))
    .addColumn('scenario', 'text', (column) => column.notNull())
    .addColumn('attempt', 'text', (column) => column.notNull().references('attempts.id'))
    .addColumn('sight', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('hand_ins_once', ['assignment', 'learner', 'scenario'])
    .execute();
  await db.schema.createIndex('hand_ins_of_attempt').on('hand_ins').column('attempt').execute();
  await db.schema.createIndex('hand_ins_of_learner').on('hand_ins').column('learner').execute();

  // `note` and `reason` are JSON: they were typed.
  await db.schema
    .createTable('trainer_notes')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('assignment', 'text', (column) => column.notNull().references('assignments.id'))
    .addColumn('attempt', 'text', (column) => column.notNull().references('attempts.id'))
    .addColumn('turn', 'integer')
    .addColumn('note', 'text', (column) => column.notNull())
    .addColumn('by', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('trainer_notes_of_attempt').on('trainer_notes').column('attempt').execute();

  await db.schema
    .createTable('overrules')
    .addColumn('assignment', 'text', (column) => column.notNull().references('assignments.id'))
    .addColumn('attempt', 'text', (column) => column.notNull().references('attempts.id'))
    .addColumn('criterion', 'text', (column) => column.notNull())
    .addColumn('machine', 'text', (column) => column.notNull())
    .addColumn('level', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('by', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('overrules_once', ['assignment', 'attempt', 'criterion'])
    .execute();
  await db.schema.createIndex('overrules_of_attempt').on('overrules').column('attempt').execute();
}

async function createOutbox(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('notices')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('person', 'text', (column) => column.notNull().references('people.id'))
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull().unique())
    .addColumn('data', 'text', (column) => column.notNull())
    .addColumn('due_at', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'text')
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('tries', 'integer', (column) => column.notNull())
    .addColumn('claimed_by', 'text')
    .addColumn('claimed_until', 'text')
    .addColumn('changed_at', 'text', (column) => column.notNull())
    .addColumn('code', 'text')
    .execute();
  await db.schema.createIndex('notices_due').on('notices').columns(['state', 'due_at']).execute();
  await db.schema.createIndex('notices_of_person').on('notices').columns(['person', 'state']).execute();

  await db.schema
    .createTable('teams_references')
    .addColumn('person', 'text', (column) => column.primaryKey().references('people.id'))
    .addColumn('conversation', 'text', (column) => column.notNull())
    .addColumn('reference', 'text', (column) => column.notNull())
    .addColumn('updated_at', 'text', (column) => column.notNull())
    .execute();
}
