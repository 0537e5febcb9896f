import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

type Before = {
  corrections: { attempt: string; turn: number; sentence: number; why: string };
};

/** What a learner typed is JSON everywhere: the text of some databases cannot hold every character. */
export const anyCharacter: Migration = {
  async up(untyped: Kysely<unknown>) {
    const db = untyped.withTables<Before>();
    for (const { why, ...place } of await db.selectFrom('corrections').selectAll().execute()) {
      await db
        .updateTable('corrections')
        .set({ why: JSON.stringify(why) })
        .where('attempt', '=', place.attempt)
        .where('turn', '=', place.turn)
        .where('sentence', '=', place.sentence)
        .execute();
    }
  },
};
