import {
  REMOVAL_REASONS,
  type Removal,
  type RemovalReason,
  type RemovedCounts,
} from '../../core/model/removal';
import { parseJson, parseWord } from '../rows';
import type { Db } from '../tables';

export async function logRemoval(
  db: Db,
  at: string,
  reason: RemovalReason,
  counts: RemovedCounts,
): Promise<void> {
  await db
    .insertInto('removals')
    .values({ at, reason, counts: JSON.stringify(counts) })
    .execute();
}

export async function listRemovals(db: Db, limit: number): Promise<readonly Removal[]> {
  const rows = await db.selectFrom('removals').selectAll().orderBy('at', 'desc').limit(limit).execute();
  return rows.map(({ at, reason, counts }) => {
    const place = { table: 'removals', key: at };
    return {
      at,
      reason: parseWord(place, reason, REMOVAL_REASONS),
      // Lines from before there were reviews do not count them.
      counts: {
        reviews: 0,
        ...parseJson<Omit<RemovedCounts, 'reviews'>>(place, counts, (it) => typeof it.attempts === 'number'),
      },
    };
  });
}
