import type { Selectable } from 'kysely';
import type { UseOutcome } from '../../app/ports';
import { GROUP_ROLES, type Invitation } from '../../core/model/group';
import type { Person } from '../../core/model/person';
import { parseWord } from '../rows';
import type { Db, InvitationsTable } from '../tables';
import { addMember, findGroup, findMembership } from './groups';
import { settlePerson } from './people';

export async function addInvitation(db: Db, invitation: Invitation): Promise<boolean> {
  const { code, role, uses } = invitation;
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('invitations')
    .values({
      code,
      group_id: invitation.group,
      role,
      created_by: invitation.createdBy,
      created_at: invitation.createdAt,
      expires_at: invitation.expiresAt,
      uses,
      revoked_at: invitation.revokedAt,
    })
    .onConflict((conflict) => conflict.column('code').doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function findInvitation(db: Db, code: string): Promise<Invitation | null> {
  const row = await db.selectFrom('invitations').selectAll().where('code', '=', code).executeTakeFirst();
  return row ? parseInvitation(row) : null;
}

export async function listInvitations(db: Db, group: string): Promise<readonly Invitation[]> {
  const rows = await db
    .selectFrom('invitations')
    .selectAll()
    .where('group_id', '=', group)
    .orderBy('created_at', 'desc')
    .orderBy('code')
    .execute();
  return rows.map(parseInvitation);
}

const REFUSED: UseOutcome = { kind: 'refused' };

/** Takes back what was written for somebody who comes too late. */
class TooLate extends Error {}

export async function useInvitation(db: Db, code: string, person: Person, now: string): Promise<UseOutcome> {
  try {
    return await db.transaction().execute((transaction) => comeIn(transaction, code, person, now));
  } catch (error) {
    if (error instanceof TooLate) return REFUSED;
    throw error;
  }
}

async function comeIn(db: Db, code: string, person: Person, now: string): Promise<UseOutcome> {
  const invitation = await findInvitation(db, code);
  if (!invitation || invitation.revokedAt !== null || invitation.expiresAt <= now) return REFUSED;
  const { group, role } = invitation;
  if ((await findGroup(db, group))?.archivedAt !== null) return REFUSED;
  const member = await findMembership(db, group, person.id);
  if (member) return { kind: 'already', group, role: member.role };
  if (invitation.uses < 1) return REFUSED;
  await settlePerson(db, person);
  // Who comes twice at once waits here for themselves, and uses the code once.
  if (!(await addMember(db, { group, person: person.id, role, since: now }))) {
    return { kind: 'already', group, role };
  }
  if (!(await countUse(db, code))) throw new TooLate();
  return { kind: 'joined', group, role };
}

/** False when it was used up meanwhile. */
async function countUse(db: Db, code: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('invitations')
    .set((old) => ({ uses: old('uses', '-', 1) }))
    .where('code', '=', code)
    .where('uses', '>', 0)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function revokeInvitation(db: Db, code: string, group: string, at: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('invitations')
    .set({ revoked_at: at })
    .where('code', '=', code)
    .where('group_id', '=', group)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

function parseInvitation(row: Selectable<InvitationsTable>): Invitation {
  return {
    code: row.code,
    group: row.group_id,
    role: parseWord({ table: 'invitations', key: row.group_id }, row.role, GROUP_ROLES),
    createdBy: row.created_by,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    uses: row.uses,
    revokedAt: row.revoked_at,
  };
}
