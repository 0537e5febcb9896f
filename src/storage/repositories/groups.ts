import { type Selectable, sql } from 'kysely';
import type { RemovalOutcome } from '../../app/ports';
import { GROUP_ROLES, type Group, type GroupRole, type Membership } from '../../core/model/group';
import { parseText, parseWord } from '../rows';
import type { Db, GroupsTable, MembershipsTable } from '../tables';
import { removeReviews, reviewIds, touchReview } from './reviews';

export function addGroup(db: Db, group: Group): Promise<void> {
  const { name, createdBy, createdAt, archivedAt, timeZone, id } = group;
  return db.transaction().execute(async (transaction) => {
    await transaction
      .insertInto('groups')
      .values({
        id,
        name: JSON.stringify(name),
        created_by: createdBy,
        created_at: createdAt,
        archived_at: archivedAt,
        time_zone: timeZone,
      })
      .execute();
    const first = { group: id, person: createdBy, role: 'trainer', since: createdAt } as const;
    await addMember(transaction, first);
  });
}

export async function findGroup(db: Db, id: string): Promise<Group | null> {
  const row = await db.selectFrom('groups').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? parseGroup(row) : null;
}

export async function changeGroup(
  db: Db,
  id: string,
  { name, archivedAt, timeZone }: Partial<Pick<Group, 'name' | 'archivedAt' | 'timeZone'>>,
): Promise<boolean> {
  const changes = {
    ...(name !== undefined && { name: JSON.stringify(name) }),
    ...(archivedAt !== undefined && { archived_at: archivedAt }),
    ...(timeZone !== undefined && { time_zone: timeZone }),
  };
  if (Object.keys(changes).length === 0) return (await findGroup(db, id)) !== null;
  const { numUpdatedRows } = await db
    .updateTable('groups')
    .set(changes)
    .where('id', '=', id)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function listGroupsOf(
  db: Db,
  person: string,
): Promise<readonly { readonly group: Group; readonly role: GroupRole }[]> {
  const rows = await db
    .selectFrom('memberships')
    .innerJoin('groups', 'groups.id', 'memberships.group_id')
    .selectAll('groups')
    .select('memberships.role')
    .where('memberships.person', '=', person)
    .orderBy('groups.name')
    .orderBy('groups.id')
    .execute();
  return rows.map(({ role, ...row }) => ({ group: parseGroup(row), role: parseRole(row.id, role) }));
}

export async function listGroups(db: Db): Promise<readonly Group[]> {
  const rows = await db.selectFrom('groups').selectAll().orderBy('name').orderBy('id').execute();
  return rows.map(parseGroup);
}

export async function listMembers(db: Db, group: string): Promise<readonly Membership[]> {
  const rows = await db
    .selectFrom('memberships')
    .selectAll()
    .where('group_id', '=', group)
    // "trainer" comes after "learner".
    .orderBy('role', 'desc')
    .orderBy('since')
    .orderBy('person')
    .execute();
  return rows.map(parseMembership);
}

export async function findMembership(db: Db, group: string, person: string): Promise<Membership | null> {
  const row = await db
    .selectFrom('memberships')
    .selectAll()
    .where('group_id', '=', group)
    .where('person', '=', person)
    .executeTakeFirst();
  return row ? parseMembership(row) : null;
}

export async function addMember(db: Db, { group, ...rest }: Membership): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('memberships')
    .values({ group_id: group, ...rest })
    .onConflict((conflict) => conflict.columns(['group_id', 'person']).doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export function removeMember(db: Db, group: string, person: string): Promise<RemovalOutcome> {
  return alone(db, async (transaction) => {
    const outcome = await mayGo(transaction, group, person);
    if (outcome !== 'done') return outcome;
    await takeBackIn(transaction, group, person);
    await leaveReviewsIn(transaction, group, person);
    await transaction
      .deleteFrom('memberships')
      .where('group_id', '=', group)
      .where('person', '=', person)
      .execute();
    return 'done';
  });
}

export function changeRole(
  db: Db,
  group: string,
  person: string,
  role: GroupRole,
  at: string,
): Promise<RemovalOutcome> {
  return alone(db, async (transaction) => {
    const now = await findMembership(transaction, group, person);
    if (now === null) return 'absent';
    if (now.role === role) return 'done';
    const outcome = role === 'trainer' ? 'done' : await mayGo(transaction, group, person);
    if (outcome !== 'done') return outcome;
    await transaction
      .updateTable('memberships')
      .set({ role, since: at })
      .where('group_id', '=', group)
      .where('person', '=', person)
      .execute();
    return 'done';
  });
}

/** Two trainers who leave at the same moment may not both be told that the other is still there. */
function alone<T>(db: Db, job: (transaction: Db) => Promise<T>): Promise<T> {
  return db.transaction().setIsolationLevel('serializable').execute(job);
}

async function mayGo(db: Db, group: string, person: string): Promise<RemovalOutcome> {
  const members = await listMembers(db, group);
  const member = members.find((one) => one.person === person);
  if (!member) return 'absent';
  const trainers = members.filter(({ role }) => role === 'trainer');
  return member.role === 'trainer' && trainers.length === 1 ? 'last-trainer' : 'done';
}

async function takeBackIn(db: Db, group: string, person: string): Promise<void> {
  const here = db.selectFrom('assignments').select('id').where('group_id', '=', group);
  const shown = await db
    .selectFrom('hand_ins')
    .select('attempt')
    .where('learner', '=', person)
    .where('assignment', 'in', here)
    .execute();
  const attempts = shown.map(({ attempt }) => attempt);
  if (attempts.length === 0) return;
  for (const table of ['trainer_notes', 'overrules', 'hand_ins'] as const) {
    await db.deleteFrom(table).where('assignment', 'in', here).where('attempt', 'in', attempts).execute();
  }
}

/** What they brought goes; in what others brought their words stay, as those of somebody who took part. */
async function leaveReviewsIn(db: Db, group: string, person: string): Promise<void> {
  await removeReviews(db, await reviewIds(db, { group_id: group, owner: person }));
  await db
    .updateTable('reviews')
    .set({ facilitator: null, version: sql`version + 1`, revision: sql`revision + 1` })
    .where('group_id', '=', group)
    .where('facilitator', '=', person)
    .execute();
  const joined = await db
    .selectFrom('review_members')
    .innerJoin('reviews', 'reviews.id', 'review_members.review')
    .select('reviews.id')
    .where('reviews.group_id', '=', group)
    .where('review_members.person', '=', person)
    .execute();
  // Coming back later does not let them in again; open screens of others show who takes part.
  for (const { id } of joined) {
    await touchReview(db, id);
    await db.deleteFrom('review_members').where('review', '=', id).where('person', '=', person).execute();
  }
}

function parseGroup(row: Selectable<GroupsTable>): Group {
  return {
    id: row.id,
    name: parseText({ table: 'groups', key: row.id }, row.name),
    createdBy: row.created_by,
    createdAt: row.created_at,
    archivedAt: row.archived_at,
    timeZone: row.time_zone,
  };
}

function parseMembership(row: Selectable<MembershipsTable>): Membership {
  const { group_id, person, since } = row;
  return { group: group_id, person, role: parseRole(`${group_id}#${person}`, row.role), since };
}

function parseRole(key: string, role: string): GroupRole {
  return parseWord({ table: 'memberships', key }, role, GROUP_ROLES);
}
