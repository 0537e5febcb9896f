import type { Selectable } from 'kysely';
import {
  type Assignment,
  HOMEWORK_STATES,
  type Homework,
  isWider,
  SIGHTS,
  type Sight,
} from '../../core/model/homework';
import { parseJson, parseWord } from '../rows';
import type { Db, HomeworkTable } from '../tables';

export async function addAssignment(db: Db, assignment: Assignment): Promise<void> {
  await db
    .insertInto('assignments')
    .values({ id: assignment.id, group_id: assignment.group, ...columnsOf(assignment) })
    .execute();
}

export async function findAssignment(db: Db, id: string): Promise<Assignment | null> {
  const row = await db
    .selectFrom('assignments')
    .select(['id', 'assignment'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? parseAssignment(row) : null;
}

export async function listAssignments(db: Db, groups: readonly string[]): Promise<readonly Assignment[]> {
  if (groups.length === 0) return [];
  const rows = await db
    .selectFrom('assignments')
    .select(['id', 'assignment'])
    .where('group_id', 'in', groups)
    .orderBy('due_at')
    .orderBy('id')
    .execute();
  return rows.map(parseAssignment);
}

/** Those that were handed out and are due in a stretch of time, of all groups. */
export async function listDue(db: Db, from: string, to: string): Promise<readonly Assignment[]> {
  const rows = await db
    .selectFrom('assignments')
    .select(['id', 'assignment'])
    .where('published', '=', 1)
    .where('due_at', '>=', from)
    .where('due_at', '<', to)
    .orderBy('due_at')
    .orderBy('id')
    .execute();
  return rows.map(parseAssignment);
}

export function changeAssignment(db: Db, assignment: Assignment): Promise<boolean> {
  return db.transaction().execute(async (transaction) => {
    const next = { ...assignment, version: assignment.version + 1 };
    const { numUpdatedRows } = await transaction
      .updateTable('assignments')
      .set(columnsOf(next))
      .where('id', '=', assignment.id)
      .where('group_id', '=', assignment.group)
      .where('version', '=', assignment.version)
      .executeTakeFirst();
    if (numUpdatedRows > 0n) await narrowHandIns(transaction, assignment.id, assignment.sight);
    return numUpdatedRows > 0n;
  });
}

/** Leaves none of an assignment wider than this. */
async function narrowHandIns(db: Db, assignment: string, sight: Sight): Promise<void> {
  const wider = SIGHTS.filter((one) => isWider(one, sight));
  if (wider.length === 0) return;
  await db
    .updateTable('hand_ins')
    .set({ sight })
    .where('assignment', '=', assignment)
    .where('sight', 'in', wider)
    .execute();
}

export async function removeDraft(db: Db, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('assignments')
    .where('id', '=', id)
    .where('published', '=', 0)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

export async function findHomework(db: Db, assignment: string, learner: string): Promise<Homework | null> {
  const row = await db
    .selectFrom('homework')
    .selectAll()
    .where('assignment', '=', assignment)
    .where('learner', '=', learner)
    .executeTakeFirst();
  return row ? parseHomework(row) : null;
}

export async function listHomework(db: Db, assignments: readonly string[]): Promise<readonly Homework[]> {
  if (assignments.length === 0) return [];
  const rows = await db.selectFrom('homework').selectAll().where('assignment', 'in', assignments).execute();
  return rows.map(parseHomework);
}

export async function keepHomework(db: Db, homework: Homework): Promise<boolean> {
  const { assignment, learner, state, late, version, updatedAt } = homework;
  const columns = { state, late: Number(late), version: version + 1, updated_at: updatedAt };
  if (version === 0) {
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('homework')
      .values({ assignment, learner, ...columns })
      .onConflict((conflict) => conflict.columns(['assignment', 'learner']).doNothing())
      .executeTakeFirst();
    return (numInsertedOrUpdatedRows ?? 0n) > 0n;
  }
  const { numUpdatedRows } = await db
    .updateTable('homework')
    .set(columns)
    .where('assignment', '=', assignment)
    .where('learner', '=', learner)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

function columnsOf(assignment: Assignment) {
  return {
    due_at: assignment.dueAt,
    published: Number(assignment.publishedAt !== null),
    version: assignment.version,
    assignment: JSON.stringify(assignment),
  };
}

function parseAssignment(row: { readonly id: string; readonly assignment: string }): Assignment {
  const place = { table: 'assignments', key: row.id };
  return parseJson<Assignment>(
    place,
    row.assignment,
    (it) => it.id === row.id && Array.isArray(it.scenarios),
  );
}

function parseHomework(row: Selectable<HomeworkTable>): Homework {
  const { state, late, updated_at, ...rest } = row;
  const place = { table: 'homework', key: `${row.assignment}#${row.learner}` };
  return {
    ...rest,
    state: parseWord(place, state, HOMEWORK_STATES),
    late: late === 1,
    updatedAt: updated_at,
  };
}
