import type { Selectable } from 'kysely';
import type { AttemptRecord } from '../../app/ports';
import { type HandIn, narrower, type Overrule, SIGHTS, type TrainerNote } from '../../core/model/homework';
import { CRITERIA, LEVELS } from '../../core/model/scoring';
import { parseText, parseWord } from '../rows';
import type { Db, HandInsTable, OverrulesTable, TrainerNotesTable } from '../tables';
import { findAssignment } from './assignments';
import { findAttempt, parseAttempt } from './attempts';

/** Never wider than the assignment is by now, whatever was read before. */
export function handIn(db: Db, { assignment, learner, scenario, ...rest }: HandIn): Promise<boolean> {
  return db.transaction().execute(async (transaction) => {
    const attempt = await findAttempt(transaction, rest.attempt);
    if (attempt?.learner !== learner || attempt.scenario !== scenario) return false;
    const given = await findAssignment(transaction, assignment);
    if (given === null) return false;
    const place = { assignment, learner, scenario };
    const earlier = await handInAt(transaction, place);
    if (earlier !== undefined && earlier !== rest.attempt) await unsay(transaction, assignment, earlier);
    const shown = { ...rest, sight: narrower(rest.sight, given.sight) };
    await transaction
      .insertInto('hand_ins')
      .values({ ...place, ...shown })
      .onConflict((conflict) => conflict.columns(['assignment', 'learner', 'scenario']).doUpdateSet(shown))
      .execute();
    return true;
  });
}

/** What trainers said of it goes with it. */
export function takeBack(db: Db, assignment: string, learner: string, scenario: string): Promise<boolean> {
  return db.transaction().execute(async (transaction) => {
    const taken = await transaction
      .deleteFrom('hand_ins')
      .where('assignment', '=', assignment)
      .where('learner', '=', learner)
      .where('scenario', '=', scenario)
      .returning('attempt')
      .executeTakeFirst();
    if (!taken) return false;
    await unsay(transaction, assignment, taken.attempt);
    return true;
  });
}

async function handInAt(
  db: Db,
  place: Pick<HandIn, 'assignment' | 'learner' | 'scenario'>,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('hand_ins')
    .select('attempt')
    .where('assignment', '=', place.assignment)
    .where('learner', '=', place.learner)
    .where('scenario', '=', place.scenario)
    .executeTakeFirst();
  return row?.attempt;
}

/** Removes what trainers said of an attempt that they do not see any more. */
async function unsay(db: Db, assignment: string, attempt: string): Promise<void> {
  for (const table of ['trainer_notes', 'overrules'] as const) {
    await db.deleteFrom(table).where('assignment', '=', assignment).where('attempt', '=', attempt).execute();
  }
}

/** When the attempt itself goes. */
export async function removeHandInsOf(db: Db, attempt: string): Promise<void> {
  for (const table of ['trainer_notes', 'overrules', 'hand_ins'] as const) {
    await db.deleteFrom(table).where('attempt', '=', attempt).execute();
  }
}

export async function listHandInsOf(db: Db, learner: string): Promise<readonly HandIn[]> {
  const rows = await db
    .selectFrom('hand_ins')
    .selectAll()
    .where('learner', '=', learner)
    .orderBy('at')
    .orderBy('attempt')
    .execute();
  return rows.map(parseHandIn);
}

export async function listHandInsFor(db: Db, assignments: readonly string[]): Promise<readonly HandIn[]> {
  if (assignments.length === 0) return [];
  const rows = await db.selectFrom('hand_ins').selectAll().where('assignment', 'in', assignments).execute();
  return rows.map(parseHandIn);
}

export async function findHandIn(db: Db, attempt: string, assignment: string): Promise<HandIn | null> {
  const row = await db
    .selectFrom('hand_ins')
    .selectAll()
    .where('attempt', '=', attempt)
    .where('assignment', '=', assignment)
    .executeTakeFirst();
  return row ? parseHandIn(row) : null;
}

export async function listAttemptsAt(
  db: Db,
  learners: readonly string[],
  scenarios: readonly string[],
  since: string,
): Promise<readonly AttemptRecord[]> {
  if (learners.length === 0 || scenarios.length === 0) return [];
  const rows = await db
    .selectFrom('attempts')
    .selectAll()
    .where('learner', 'in', learners)
    .where('scenario', 'in', scenarios)
    .where('started_at', '>=', since)
    .orderBy('started_at')
    .orderBy('id')
    .execute();
  return rows.map(parseAttempt);
}

/** Only while it is handed in: a learner may take it back at the very moment at which somebody writes. */
export function keepNote(db: Db, note: TrainerNote): Promise<boolean> {
  const { text, ...rest } = note;
  return whileHandedIn(db, note, async (transaction) => {
    const { numInsertedOrUpdatedRows } = await transaction
      .insertInto('trainer_notes')
      .values({ ...rest, note: JSON.stringify(text) })
      .onConflict((conflict) =>
        conflict
          .column('id')
          .doUpdateSet({ note: JSON.stringify(text), turn: note.turn, at: note.at })
          .where('trainer_notes.by', '=', note.by)
          .where('trainer_notes.assignment', '=', note.assignment)
          .where('trainer_notes.attempt', '=', note.attempt),
      )
      .executeTakeFirst();
    return (numInsertedOrUpdatedRows ?? 0n) > 0n;
  });
}

async function whileHandedIn(
  db: Db,
  { attempt, assignment }: Pick<HandIn, 'attempt' | 'assignment'>,
  write: (transaction: Db) => Promise<boolean>,
): Promise<boolean> {
  const transaction = db.transaction().setIsolationLevel('serializable');
  return transaction.execute(async (alone) =>
    (await findHandIn(alone, attempt, assignment)) === null ? false : write(alone),
  );
}

export async function removeNote(db: Db, id: string, by: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('trainer_notes')
    .where('id', '=', id)
    .where('by', '=', by)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

export async function listNotes(
  db: Db,
  attempt: string,
  assignment: string,
): Promise<readonly TrainerNote[]> {
  const rows = await db
    .selectFrom('trainer_notes')
    .selectAll()
    .where('attempt', '=', attempt)
    .where('assignment', '=', assignment)
    .orderBy('at')
    .orderBy('id')
    .execute();
  return rows.map(parseNote);
}

export function keepOverrule(db: Db, overrule: Overrule): Promise<boolean> {
  const { assignment, attempt, criterion, reason, ...rest } = overrule;
  const said = { ...rest, reason: JSON.stringify(reason) };
  return whileHandedIn(db, overrule, async (transaction) => {
    await transaction
      .insertInto('overrules')
      .values({ assignment, attempt, criterion, ...said })
      .onConflict((conflict) => conflict.columns(['assignment', 'attempt', 'criterion']).doUpdateSet(said))
      .execute();
    return true;
  });
}

export async function removeOverrule(
  db: Db,
  assignment: string,
  attempt: string,
  criterion: string,
): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('overrules')
    .where('assignment', '=', assignment)
    .where('attempt', '=', attempt)
    .where('criterion', '=', criterion)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

export async function listOverrules(db: Db, attempt: string): Promise<readonly Overrule[]> {
  const rows = await inOrder(db).where('attempt', '=', attempt).execute();
  return rows.map(parseOverrule);
}

export async function listOverrulesFor(db: Db, assignments: readonly string[]): Promise<readonly Overrule[]> {
  if (assignments.length === 0) return [];
  const rows = await inOrder(db).where('assignment', 'in', assignments).execute();
  return rows.map(parseOverrule);
}

function inOrder(db: Db) {
  return db.selectFrom('overrules').selectAll().orderBy('at').orderBy('criterion');
}

function parseHandIn(row: Selectable<HandInsTable>): HandIn {
  const place = { table: 'hand_ins', key: `${row.assignment}#${row.learner}` };
  return { ...row, sight: parseWord(place, row.sight, SIGHTS) };
}

function parseNote(row: Selectable<TrainerNotesTable>): TrainerNote {
  const { note, ...rest } = row;
  return { ...rest, text: parseText({ table: 'trainer_notes', key: row.id }, note) };
}

function parseOverrule(row: Selectable<OverrulesTable>): Overrule {
  const place = { table: 'overrules', key: `${row.attempt}#${row.criterion}` };
  return {
    ...row,
    criterion: parseWord(place, row.criterion, CRITERIA),
    machine: parseWord(place, row.machine, LEVELS),
    level: parseWord(place, row.level, LEVELS),
    reason: parseText(place, row.reason),
  };
}
