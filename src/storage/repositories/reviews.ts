import { type Insertable, type Selectable, sql } from 'kysely';
import {
  type BroughtTalk,
  NOT_BEGUN,
  type Review,
  type ReviewConsent,
  type ReviewMember,
  type ReviewPlace,
} from '../../core/model/review';
import { parseJson } from '../rows';
import type { Db, ReviewConsentsTable, ReviewsTable } from '../tables';
import { findAttempt } from './attempts';

/** Without the talk, which is long. */
const COLUMNS = [
  'id',
  'group_id',
  'owner',
  'attempt',
  'facilitator',
  'until',
  'shared_at',
  'version',
  'revision',
  'review',
] as const;

export function addReview(
  db: Db,
  review: Review,
  talk: BroughtTalk,
  consent: ReviewConsent | null,
): Promise<boolean> {
  return db
    .transaction()
    .setIsolationLevel('serializable')
    .execute(async (transaction) => {
      const { source, owner } = review;
      const attempt = source.kind === 'attempt' ? await findAttempt(transaction, source.attempt) : null;
      if (source.kind === 'attempt' && attempt?.learner !== owner) return false;
      await transaction
        .insertInto('reviews')
        .values({ ...columnsOf(review), revision: review.revision, talk: JSON.stringify(talk) })
        .execute();
      await transaction
        .insertInto('review_members')
        .values({ review: review.id, person: owner, since: review.sharedAt })
        .execute();
      if (consent) await addConsent(transaction, consent);
      return true;
    });
}

async function addConsent(db: Db, consent: ReviewConsent): Promise<void> {
  const { review, person, at, withdrawnAt, ...rest } = consent;
  await db
    .insertInto('review_consents')
    .values({ review, person, at, withdrawn_at: withdrawnAt, consent: JSON.stringify(rest) })
    .execute();
}

export async function findReview(db: Db, id: string): Promise<Review | null> {
  const row = await db.selectFrom('reviews').select(COLUMNS).where('id', '=', id).executeTakeFirst();
  return row ? parseReview(row) : null;
}

export async function listReviewsIn(db: Db, groups: readonly string[]): Promise<readonly Review[]> {
  if (groups.length === 0) return [];
  const rows = await newestFirst(db).where('group_id', 'in', groups).execute();
  return rows.map(parseReview);
}

export async function listReviewsBy(db: Db, owner: string): Promise<readonly Review[]> {
  const rows = await newestFirst(db).where('owner', '=', owner).execute();
  return rows.map(parseReview);
}

function newestFirst(db: Db) {
  return db.selectFrom('reviews').select(COLUMNS).orderBy('shared_at', 'desc').orderBy('id');
}

export async function findTalk(db: Db, id: string): Promise<BroughtTalk | null> {
  const row = await db.selectFrom('reviews').select('talk').where('id', '=', id).executeTakeFirst();
  if (!row) return null;
  return parseJson<BroughtTalk>({ table: 'reviews', key: id }, row.talk, (it) => Array.isArray(it.turns));
}

export async function changeReview(db: Db, review: Review): Promise<boolean> {
  const { id, group_id, owner, attempt, version, ...changed } = columnsOf(review);
  const { numUpdatedRows } = await db
    .updateTable('reviews')
    .set({ ...changed, version: version + 1, revision: sql`revision + 1` })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function findRevisions(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('reviews').select(['id', 'revision']).where('id', 'in', ids).execute();
  return new Map(rows.map(({ id, revision }) => [id, revision]));
}

/** Tells open screens that something changed; false when the review is gone. Locks it for the transaction. */
export async function touchReview(db: Db, id: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('reviews')
    .set({ revision: sql`revision + 1` })
    .where('id', '=', id)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export function withdrawReview(db: Db, id: string, owner: string, at: string): Promise<boolean> {
  return db.transaction().execute(async (transaction) => {
    const review = await findReview(transaction, id);
    // Whoever is just writing in it goes first: what they add would else keep it from being removed.
    if (review?.owner !== owner || !(await touchReview(transaction, id))) return false;
    await transaction
      .updateTable('review_consents')
      .set({ withdrawn_at: at })
      .where('review', '=', id)
      .execute();
    await removeReviews(transaction, [id]);
    return true;
  });
}

/**
 * With everything that was written in them. Intentions stay with whoever made them; that something was agreed to and
 * withdrawn stays on record, what was only deleted leaves none. Where a card announces it stays known until the card is
 * taken back.
 */
export async function removeReviews(db: Db, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  for (const table of ['review_items', 'review_members'] as const) {
    await db.deleteFrom(table).where('review', 'in', ids).execute();
  }
  await db
    .deleteFrom('review_consents')
    .where('review', 'in', ids)
    .where('withdrawn_at', 'is', null)
    .execute();
  await db.deleteFrom('reviews').where('id', 'in', ids).execute();
}

/** Ids of the reviews that match on a column. */
export async function reviewIds(
  db: Db,
  where: Partial<Pick<Insertable<ReviewsTable>, 'attempt' | 'owner' | 'group_id'>>,
): Promise<readonly string[]> {
  let query = db.selectFrom('reviews').select('id');
  for (const column of ['attempt', 'owner', 'group_id'] as const) {
    const value = where[column];
    if (value) query = query.where(column, '=', value);
  }
  return (await query.execute()).map(({ id }) => id);
}

export function joinReview(db: Db, review: string, { person, since }: ReviewMember): Promise<boolean> {
  return db.transaction().execute(async (transaction) => {
    if (!(await touchReview(transaction, review))) return false;
    const { numInsertedOrUpdatedRows = 0n } = await transaction
      .insertInto('review_members')
      .values({ review, person, since })
      .onConflict((conflict) => conflict.columns(['review', 'person']).doNothing())
      .executeTakeFirst();
    return numInsertedOrUpdatedRows > 0n;
  });
}

export function listReviewMembers(db: Db, review: string): Promise<readonly ReviewMember[]> {
  return db
    .selectFrom('review_members')
    .select(['person', 'since'])
    .where('review', '=', review)
    .orderBy('since')
    .orderBy('person')
    .execute();
}

export async function listConsents(db: Db, person: string): Promise<readonly ReviewConsent[]> {
  const rows = await db
    .selectFrom('review_consents')
    .selectAll()
    .where('person', '=', person)
    .orderBy('at', 'desc')
    .orderBy('review')
    .execute();
  return rows.map(parseConsent);
}

export function keepPlace(db: Db, { review, reference, at }: ReviewPlace): Promise<void> {
  return db.transaction().execute(async (transaction) => {
    await touchReview(transaction, review);
    await transaction
      .insertInto('review_places')
      .values({ review, reference, at })
      .onConflict((conflict) => conflict.columns(['review', 'reference']).doUpdateSet({ at }))
      .execute();
  });
}

export async function findPlace(db: Db, review: string): Promise<ReviewPlace | null> {
  const row = await db
    .selectFrom('review_places')
    .selectAll()
    .where('review', '=', review)
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

export function listOrphanedPlaces(db: Db, limit: number): Promise<readonly ReviewPlace[]> {
  return db
    .selectFrom('review_places as place')
    .leftJoin('reviews', 'reviews.id', 'place.review')
    .selectAll('place')
    .where((where) => {
      const again = where
        .selectFrom('review_places as newer')
        .select('newer.at')
        .whereRef('newer.review', '=', 'place.review')
        .whereRef('newer.at', '>', 'place.at');
      return where.or([where('reviews.id', 'is', null), where.exists(again)]);
    })
    .orderBy('place.at')
    .orderBy('place.review')
    .limit(limit)
    .execute();
}

export async function dropPlace(
  db: Db,
  { review, reference }: Pick<ReviewPlace, 'review' | 'reference'>,
): Promise<void> {
  await db
    .deleteFrom('review_places')
    .where('review', '=', review)
    .where('reference', '=', reference)
    .execute();
}

function columnsOf(review: Review) {
  const { id, group, owner, source, facilitator, until, sharedAt, version, revision: _, ...rest } = review;
  return {
    id,
    group_id: group,
    owner,
    attempt: source.kind === 'attempt' ? source.attempt : null,
    facilitator,
    until,
    shared_at: sharedAt,
    version,
    review: JSON.stringify({ source, ...rest }),
  };
}

type ReviewRow = Omit<Selectable<ReviewsTable>, 'talk'>;

function parseReview(row: ReviewRow): Review {
  const { id, owner, facilitator, until, version, revision } = row;
  const rest = parseJson<Pick<Review, 'source' | 'title' | 'method' | 'freeze' | 'focus' | 'meeting'>>(
    { table: 'reviews', key: id },
    row.review,
    (it) => typeof it.title === 'string' && typeof it.meeting === 'object',
  );
  const columns = { id, owner, facilitator, until, version, revision };
  const meeting = { ...NOT_BEGUN, ...rest.meeting };
  return { ...rest, ...columns, meeting, group: row.group_id, sharedAt: row.shared_at };
}

function parseConsent(row: Selectable<ReviewConsentsTable>): ReviewConsent {
  const { review, person, at } = row;
  const rest = parseJson<Omit<ReviewConsent, 'review' | 'person' | 'at' | 'withdrawnAt'>>(
    { table: 'review_consents', key: review },
    row.consent,
    (it) => typeof it.turns === 'number',
  );
  return { ...rest, review, person, at, withdrawnAt: row.withdrawn_at };
}
