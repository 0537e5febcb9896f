import type { Selectable } from 'kysely';
import type { Correction, SentencePlace } from '../../core/model/correction';
import { MOVES } from '../../core/model/moves';
import type { BranchPoint } from '../../core/model/session';
import type { Reading } from '../../core/model/understanding';
import { parseJson, parseText, parseWord } from '../rows';
import type { CorrectionsTable, Db } from '../tables';
import { findAttempt } from './attempts';

/** False when the attempt is not this learner's; else the correction stands in place of an earlier one. */
export function keepCorrection(db: Db, correction: Correction, learner: string): Promise<boolean> {
  const { machine, move, why, by, at, ...place } = correction;
  const said = { machine: JSON.stringify(machine), move, why: JSON.stringify(why), by, at };
  return db.transaction().execute(async (transaction) => {
    if (!(await isTheirs(transaction, place.attempt, learner))) return false;
    await transaction
      .insertInto('corrections')
      .values({ ...place, ...said })
      .onConflict((conflict) => conflict.columns(['attempt', 'turn', 'sentence']).doUpdateSet(said))
      .execute();
    return true;
  });
}

export function withdrawCorrection(db: Db, place: SentencePlace, learner: string): Promise<boolean> {
  return db.transaction().execute(async (transaction) => {
    if (!(await isTheirs(transaction, place.attempt, learner))) return false;
    const { numDeletedRows } = await transaction
      .deleteFrom('corrections')
      .where('attempt', '=', place.attempt)
      .where('turn', '=', place.turn)
      .where('sentence', '=', place.sentence)
      .executeTakeFirst();
    return numDeletedRows > 0n;
  });
}

export async function listCorrections(db: Db, attempt: string): Promise<Correction[]> {
  const rows = await inOrder(db).where('attempt', '=', attempt).execute();
  return rows.map(parseCorrection);
}

/** By attempt, each in the order of the talk. */
export async function listCorrectionsOf(
  db: Db,
  attempts: readonly string[],
): Promise<ReadonlyMap<string, readonly Correction[]>> {
  if (attempts.length === 0) return new Map();
  const rows = await inOrder(db).where('attempt', 'in', attempts).execute();
  return Map.groupBy(rows.map(parseCorrection), ({ attempt }) => attempt);
}

export async function listAllCorrections(db: Db): Promise<Correction[]> {
  return (await inOrder(db).execute()).map(parseCorrection);
}

/** Copies what was corrected in the turns before a branch. */
export async function copyCorrections(db: Db, from: BranchPoint, attempt: string): Promise<void> {
  const rows = await inOrder(db).where('attempt', '=', from.attempt).where('turn', '<', from.turn).execute();
  if (rows.length === 0) return;
  await db
    .insertInto('corrections')
    .values(rows.map((row) => ({ ...row, attempt })))
    .execute();
}

/** Removes the corrections of a turn and of all that came after it. */
export async function removeCorrectionsFrom(db: Db, attempt: string, turn: number): Promise<void> {
  await db.deleteFrom('corrections').where('attempt', '=', attempt).where('turn', '>=', turn).execute();
}

async function isTheirs(db: Db, attempt: string, learner: string): Promise<boolean> {
  return (await findAttempt(db, attempt))?.learner === learner;
}

function inOrder(db: Db) {
  return db.selectFrom('corrections').selectAll().orderBy('attempt').orderBy('turn').orderBy('sentence');
}

function parseCorrection(row: Selectable<CorrectionsTable>): Correction {
  const { attempt, turn, sentence, why, by, at } = row;
  const place = { table: 'corrections', key: `${attempt}#${turn}.${sentence}` };
  return {
    attempt,
    turn,
    sentence,
    machine: parseJson<Reading>(place, row.machine, (it) => typeof it.kind === 'string'),
    move: parseWord(place, row.move, MOVES),
    why: parseText(place, why),
    by,
    at,
  };
}
