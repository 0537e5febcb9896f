import type { Selectable } from 'kysely';
import type { KeepOutcome, ReviewItem, ReviewItemKind, ReviewValues } from '../../app/ports';
import type { Intention } from '../../core/model/review';
import { parseJson, parseWord } from '../rows';
import type { Db, IntentionsTable, ReviewItemsTable } from '../tables';
import { touchReview } from './reviews';

const KINDS: readonly ReviewItemKind[] = ['note', 'variant', 'mark', 'label', 'insight'];

export function keepItem(db: Db, item: ReviewItem): Promise<KeepOutcome> {
  return db.transaction().execute(async (transaction) => {
    if (!(await touchReview(transaction, item.review))) return 'gone';
    const written =
      item.version === 1 ? await addItem(transaction, item) : await changeItem(transaction, item);
    return written ? 'kept' : 'moved';
  });
}

async function addItem(db: Db, item: ReviewItem): Promise<boolean> {
  const { review, kind, key, version, value } = item;
  const { last } = await db
    .selectFrom('review_items')
    .select((row) => row.fn.max('number').as('last'))
    .where('review', '=', review)
    .executeTakeFirstOrThrow();
  const { numInsertedOrUpdatedRows = 0n } = await db
    .insertInto('review_items')
    .values({
      ...{ review, kind, key, version, by: value.by },
      number: Number(last ?? 0) + 1,
      item: JSON.stringify(value),
    })
    .onConflict((conflict) => conflict.columns(['review', 'kind', 'key']).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows > 0n;
}

async function changeItem(db: Db, { review, kind, key, version, value }: ReviewItem): Promise<boolean> {
  let query = db
    .updateTable('review_items')
    .set({ version, by: value.by, item: JSON.stringify(value) })
    .where('review', '=', review)
    .where('kind', '=', kind)
    .where('key', '=', key)
    .where('version', '=', version - 1);
  if (kind !== 'label') query = query.where('by', '=', value.by);
  return (await query.executeTakeFirst()).numUpdatedRows > 0n;
}

export function removeItem(
  db: Db,
  { review, kind, key }: Pick<ReviewItem, 'review' | 'kind' | 'key'>,
  by: string,
): Promise<boolean> {
  return db.transaction().execute(async (transaction) => {
    if (!(await touchReview(transaction, review))) return false;
    let query = transaction
      .deleteFrom('review_items')
      .where('review', '=', review)
      .where('kind', '=', kind)
      .where('key', '=', key);
    if (kind !== 'label') query = query.where('by', '=', by);
    const { numDeletedRows } = await query.executeTakeFirst();
    return numDeletedRows > 0n;
  });
}

export async function listItems<Kind extends ReviewItemKind>(
  db: Db,
  review: string | null,
  kind: Kind,
): Promise<readonly ReviewItem<Kind>[]> {
  let query = db.selectFrom('review_items').selectAll().where('kind', '=', kind);
  if (review !== null) query = query.where('review', '=', review);
  const rows = await query.orderBy('review').orderBy('number').execute();
  return rows.map((row) => parseItem<Kind>(row, kind));
}

export async function listItemsBy(db: Db, person: string): Promise<readonly ReviewItem[]> {
  const rows = await db
    .selectFrom('review_items')
    .selectAll()
    .where('by', '=', person)
    .orderBy('review')
    .orderBy('number')
    .execute();
  return rows.map((row) => parseItem(row, parseWord(placeOf(row), row.kind, KINDS)));
}

function parseItem<Kind extends ReviewItemKind>(
  row: Selectable<ReviewItemsTable>,
  kind: Kind,
): ReviewItem<Kind> {
  const { review, key, version } = row;
  const value = parseJson<ReviewValues[Kind]>(placeOf(row), row.item, (it) => typeof it.by === 'string');
  return { review, kind, key, version, value };
}

function placeOf({ review, kind, key }: Selectable<ReviewItemsTable>) {
  return { table: 'review_items', key: `${review}#${kind}#${key}` };
}

/** Open screens of the review are told, while there is one. */
export function keepIntention(db: Db, intention: Intention): Promise<boolean> {
  return db.transaction().execute(async (transaction) => {
    await touchReview(transaction, intention.review);
    return writeIntention(transaction, intention);
  });
}

async function writeIntention(db: Db, intention: Intention): Promise<boolean> {
  const { id, person, review, reminds, day, version, ...rest } = intention;
  const columns = { review, reminds, day, version, intention: JSON.stringify(rest) };
  if (version > 1) {
    const { numUpdatedRows } = await db
      .updateTable('intentions')
      .set(columns)
      .where('id', '=', id)
      .where('person', '=', person)
      .where('version', '=', version - 1)
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  }
  const { numInsertedOrUpdatedRows = 0n } = await db
    .insertInto('intentions')
    .values({ id, person, ...columns })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows > 0n;
}

export function removeIntention(db: Db, id: string, person: string): Promise<boolean> {
  return db.transaction().execute(async (transaction) => {
    const removed = await transaction
      .deleteFrom('intentions')
      .where('id', '=', id)
      .where('person', '=', person)
      .returning('review')
      .executeTakeFirst();
    if (removed) await touchReview(transaction, removed.review);
    return removed !== undefined;
  });
}

export async function findIntention(db: Db, id: string): Promise<Intention | null> {
  const row = await db.selectFrom('intentions').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? parseIntention(row) : null;
}

export async function listIntentions(
  db: Db,
  column: 'person' | 'review',
  id: string,
): Promise<readonly Intention[]> {
  const rows = await db
    .selectFrom('intentions')
    .selectAll()
    .where(column, '=', id)
    .orderBy('day')
    .orderBy('id')
    .execute();
  return rows.map(parseIntention);
}

function parseIntention(row: Selectable<IntentionsTable>): Intention {
  const { intention, ...columns } = row;
  const place = { table: 'intentions', key: row.id };
  const rest = parseJson<Pick<Intention, 'text' | 'done' | 'at'>>(
    place,
    intention,
    (it) => typeof it.text === 'string',
  );
  return { ...columns, ...rest };
}
