import type { Scorecard } from '../../core/model/scoring';
import { parseJson } from '../rows';
import type { Db } from '../tables';

export async function keepScorecard(
  db: Db,
  attempt: string,
  scorecard: Scorecard,
  at: string,
): Promise<void> {
  const row = { at, card: JSON.stringify(scorecard) };
  await db
    .insertInto('scorecards')
    .values({ attempt, ...row })
    .onConflict((conflict) => conflict.column('attempt').doUpdateSet(row))
    .execute();
}

export async function findScorecard(db: Db, attempt: string): Promise<Scorecard | null> {
  const row = await db
    .selectFrom('scorecards')
    .select('card')
    .where('attempt', '=', attempt)
    .executeTakeFirst();
  return row ? parseCard(attempt, row.card) : null;
}

export async function findScorecards(
  db: Db,
  attempts: readonly string[],
): Promise<ReadonlyMap<string, Scorecard>> {
  if (attempts.length === 0) return new Map();
  const rows = await db
    .selectFrom('scorecards')
    .select(['attempt', 'card'])
    .where('attempt', 'in', attempts)
    .execute();
  return new Map(rows.map(({ attempt, card }) => [attempt, parseCard(attempt, card)]));
}

function parseCard(attempt: string, card: string): Scorecard {
  return parseJson<Scorecard>(
    { table: 'scorecards', key: attempt },
    card,
    (it) => typeof it.rubricVersion === 'number' && Array.isArray(it.criteria),
  );
}

export async function removeScorecard(db: Db, attempt: string): Promise<void> {
  await db.deleteFrom('scorecards').where('attempt', '=', attempt).execute();
}
