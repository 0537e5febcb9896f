import type { KeptReport } from '../../app/ports';
import { type HandIn, SIGHTS } from '../../core/model/homework';
import { parseJson, parseWord } from '../rows';
import type { Db } from '../tables';

export async function listUnreported(db: Db, limit: number): Promise<readonly HandIn[]> {
  const rows = await db
    .selectFrom('hand_ins')
    .leftJoin('reported_hand_ins as told', (join) =>
      join
        .onRef('told.assignment', '=', 'hand_ins.assignment')
        .onRef('told.attempt', '=', 'hand_ins.attempt')
        .onRef('told.sight', '=', 'hand_ins.sight'),
    )
    .selectAll('hand_ins')
    .where('told.at', 'is', null)
    .orderBy('hand_ins.at')
    .orderBy('hand_ins.attempt')
    .limit(limit)
    .execute();
  return rows.map((row) => {
    const place = { table: 'hand_ins', key: `${row.assignment}#${row.attempt}` };
    return { ...row, sight: parseWord(place, row.sight, SIGHTS) };
  });
}

export async function listOutdated(db: Db, limit: number): Promise<readonly KeptReport[]> {
  const rows = await db
    .selectFrom('reported_hand_ins as told')
    .leftJoin('hand_ins', (join) =>
      join
        .onRef('told.assignment', '=', 'hand_ins.assignment')
        .onRef('told.attempt', '=', 'hand_ins.attempt')
        .onRef('told.sight', '=', 'hand_ins.sight'),
    )
    .selectAll('told')
    .where('hand_ins.at', 'is', null)
    .orderBy('told.at')
    .orderBy('told.attempt')
    .limit(limit)
    .execute();
  return rows.map((row) => {
    const place = { table: 'reported_hand_ins', key: `${row.assignment}#${row.attempt}` };
    return {
      ...row,
      sight: parseWord(place, row.sight, SIGHTS),
      statements: parseJson<readonly string[]>(place, row.statements, Array.isArray),
    };
  });
}

export async function keepReport(db: Db, report: KeptReport): Promise<void> {
  const { assignment, attempt, statements, ...rest } = report;
  const told = { ...rest, statements: JSON.stringify(statements) };
  await db
    .insertInto('reported_hand_ins')
    .values({ assignment, attempt, ...told })
    .onConflict((conflict) => conflict.columns(['assignment', 'attempt']).doUpdateSet(told))
    .execute();
}

export async function removeReport(db: Db, assignment: string, attempt: string): Promise<void> {
  await db
    .deleteFrom('reported_hand_ins')
    .where('assignment', '=', assignment)
    .where('attempt', '=', attempt)
    .execute();
}
