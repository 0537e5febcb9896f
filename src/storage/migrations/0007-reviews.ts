import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Talks that teams look at together, and what they make of them. */
export const reviews: Migration = {
  async up(db: Kysely<unknown>) {
    // `review` and `talk` are JSON; the columns beside them are what a review is found by, or what changes by itself.
    await db.schema
      .createTable('reviews')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('group_id', 'text', (column) => column.notNull().references('groups.id'))
      .addColumn('owner', 'text', (column) => column.notNull().references('people.id'))
      .addColumn('attempt', 'text', (column) => column.references('attempts.id'))
      .addColumn('facilitator', 'text', (column) => column.references('people.id'))
      .addColumn('until', 'text', (column) => column.notNull())
      .addColumn('shared_at', 'text', (column) => column.notNull())
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('revision', 'integer', (column) => column.notNull())
      .addColumn('review', 'text', (column) => column.notNull())
      .addColumn('talk', 'text', (column) => column.notNull())
      .execute();
    for (const column of ['group_id', 'owner', 'attempt'] as const) {
      await db.schema.createIndex(`reviews_of_${column}`).on('reviews').column(column).execute();
    }

    await db.schema
      .createTable('review_members')
      .addColumn('review', 'text', (column) => column.notNull().references('reviews.id'))
      .addColumn('person', 'text', (column) => column.notNull().references('people.id'))
      .addColumn('since', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('review_members_once', ['review', 'person'])
      .execute();
    await db.schema.createIndex('review_members_person').on('review_members').column('person').execute();

    // `item` is JSON; `number` puts them in the order in which they were first written.
    await db.schema
      .createTable('review_items')
      .addColumn('review', 'text', (column) => column.notNull().references('reviews.id'))
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('key', 'text', (column) => column.notNull())
      .addColumn('by', 'text', (column) => column.notNull().references('people.id'))
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('item', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('review_items_once', ['review', 'kind', 'key'])
      .execute();
    await db.schema.createIndex('review_items_by').on('review_items').column('by').execute();

    // No reference to the review: what was agreed to stays on record when it is withdrawn.
    await db.schema
      .createTable('review_consents')
      .addColumn('review', 'text', (column) => column.primaryKey())
      .addColumn('person', 'text', (column) => column.notNull().references('people.id'))
      .addColumn('at', 'text', (column) => column.notNull())
      .addColumn('withdrawn_at', 'text')
      .addColumn('consent', 'text', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('review_consents_person').on('review_consents').column('person').execute();

    // No reference to the review: its card still has to be taken back when it is gone, and who answers for that is
    // elsewhere and may not answer now.
    await db.schema
      .createTable('review_places')
      .addColumn('review', 'text', (column) => column.notNull())
      .addColumn('reference', 'text', (column) => column.notNull())
      .addColumn('at', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('review_places_once', ['review', 'reference'])
      .execute();

    // An intention is its person's own and outlives the review.
    await db.schema
      .createTable('intentions')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('person', 'text', (column) => column.notNull().references('people.id'))
      .addColumn('review', 'text', (column) => column.notNull())
      .addColumn('reminds', 'text', (column) => column.references('people.id'))
      .addColumn('day', 'text', (column) => column.notNull())
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('intention', 'text', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('intentions_person').on('intentions').column('person').execute();
    await db.schema.createIndex('intentions_review').on('intentions').column('review').execute();
  },
};
