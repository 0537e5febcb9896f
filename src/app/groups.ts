import { GROUP_ROLES, type Group, type GroupRole, type Invitation } from '../core/model/group';
import { asActiveTrainer, asMember, asTrainer, mayMakeGroups } from './access';
import { freshCode } from './codes';
import type { Calendar, Clock, Ids, RemovalOutcome, Secrets, Store } from './ports';
import type { SignInKeeper } from './signIns';
import { type NameProblem, readName } from './typed';

export interface GroupParts {
  readonly store: Pick<Store, 'people' | 'groups'>;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly secrets: Secrets;
  readonly calendar: Calendar;
  readonly signIns: Pick<SignInKeeper, 'renewSoon'>;
}

/** What was typed about a group. */
export interface GroupFields {
  readonly name: string;
  readonly timeZone: string;
}

export interface GroupProblems {
  readonly name: NameProblem | null;
  readonly timeZone: 'unknown' | null;
}

/** Null where this person may not, or there is no such group: which of the two is not told. */
export type GroupOutcome =
  | { readonly kind: 'done'; readonly group: string }
  | { readonly kind: 'unreadable'; readonly problems: GroupProblems }
  | null;

/** Makes a group with its maker as trainer. */
export async function makeGroup(
  parts: GroupParts,
  person: string,
  fields: GroupFields,
): Promise<GroupOutcome> {
  const { store, clock, ids } = parts;
  if (!(await mayMakeGroups(store, person))) return null;
  const read = readFields(parts, fields);
  if (read.kind === 'unreadable') return read;
  const group: Group = {
    id: ids.fresh(),
    name: read.name,
    createdBy: person,
    createdAt: clock.now(),
    archivedAt: null,
    timeZone: fields.timeZone,
  };
  await store.groups.addGroup(group);
  await parts.signIns.renewSoon(person);
  return { kind: 'done', group: group.id };
}

/** Gives a group another name or time zone. What was handed out keeps the zone it was made in. */
export async function changeGroup(
  parts: GroupParts,
  id: string,
  person: string,
  fields: GroupFields,
): Promise<GroupOutcome> {
  const group = await asActiveTrainer(parts.store, id, person);
  if (!group) return null;
  const read = readFields(parts, fields);
  if (read.kind === 'unreadable') return read;
  await parts.store.groups.changeGroup(id, { name: read.name, timeZone: fields.timeZone });
  return { kind: 'done', group: id };
}

function readFields({ calendar }: GroupParts, { name, timeZone }: GroupFields) {
  const read = readName(name);
  const known = calendar.knows(timeZone);
  if (read.ok && known) return { kind: 'readable', name: read.value } as const;
  const problems: GroupProblems = {
    name: read.ok ? null : read.problem,
    timeZone: known ? null : 'unknown',
  };
  return { kind: 'unreadable', problems } as const;
}

/** Puts a group away, or takes it into use again. False when this person may not. */
export async function archiveGroup(
  { store, clock }: Pick<GroupParts, 'store' | 'clock'>,
  id: string,
  person: string,
  archived: boolean,
): Promise<boolean> {
  if (!(await asTrainer(store, id, person))) return false;
  return store.groups.changeGroup(id, { archivedAt: archived ? clock.now() : null });
}

export const INVITATION_DAYS = [1, 7, 14, 30] as const;
export const MOST_USES = 200;
/** A code for trainers opens a great deal: it is for one person unless somebody says otherwise. */
export const USES_WHERE_EMPTY: Readonly<Record<GroupRole, number>> = { learner: 20, trainer: 1 };

export interface InvitationFields {
  readonly role: string;
  readonly days: string;
  readonly uses: string;
}

export type InvitationOutcome =
  | { readonly kind: 'done'; readonly invitation: Invitation }
  | { readonly kind: 'unreadable'; readonly uses: boolean; readonly days: boolean; readonly role: boolean }
  | null;

const DAY = 24 * 60 * 60 * 1_000;
/** More than enough to find a code that nobody has, among 64 million. */
const CODE_TRIES = 20;

/** Makes a way into a group. */
export async function invite(
  { store, clock, secrets }: GroupParts,
  id: string,
  person: string,
  fields: InvitationFields,
): Promise<InvitationOutcome> {
  if (!(await asActiveTrainer(store, id, person))) return null;
  const role = GROUP_ROLES.find((one) => one === fields.role);
  const days = INVITATION_DAYS.find((one) => String(one) === fields.days);
  const uses = usesIn(fields.uses, role);
  const usable = uses >= 1 && uses <= MOST_USES;
  if (!role || !days || !usable) {
    return { kind: 'unreadable', uses: !usable, days: !days, role: !role };
  }
  const createdAt = clock.now();
  const expiresAt = new Date(Date.parse(createdAt) + days * DAY).toISOString();
  for (let tries = 0; tries < CODE_TRIES; tries++) {
    const code = freshCode(secrets);
    const made = { code, group: id, role, createdBy: person, createdAt, expiresAt, uses, revokedAt: null };
    if (await store.groups.addInvitation(made)) return { kind: 'done', invitation: made };
  }
  throw new Error('No code is free.');
}

function usesIn(typed: string, role: GroupRole | undefined): number {
  if (typed.trim() === '') return USES_WHERE_EMPTY[role ?? 'trainer'];
  return /^\s*\d{1,4}\s*$/.test(typed) ? Number(typed) : 0;
}

/** False when this person may not, or there was nothing to revoke. */
export async function revokeInvitation(
  { store, clock }: Pick<GroupParts, 'store' | 'clock'>,
  id: string,
  person: string,
  code: string,
): Promise<boolean> {
  if (!(await asTrainer(store, id, person))) return false;
  return store.groups.revokeInvitation(code, id, clock.now());
}

/** `absent` also where this person may not. */
export async function removeMember(
  { store }: Pick<GroupParts, 'store'>,
  id: string,
  trainer: string,
  member: string,
): Promise<RemovalOutcome> {
  return (await asActiveTrainer(store, id, trainer)) ? store.groups.removeMember(id, member) : 'absent';
}

/** Makes a learner a trainer of the group too, or a trainer a learner. */
export async function changeMemberRole(
  { store, signIns, clock }: Pick<GroupParts, 'store' | 'signIns' | 'clock'>,
  id: string,
  trainer: string,
  member: string,
  role: GroupRole,
): Promise<RemovalOutcome> {
  if (!(await asActiveTrainer(store, id, trainer))) return 'absent';
  const outcome = await store.groups.changeRole(id, member, role, clock.now());
  if (outcome === 'done' && role === 'trainer') await signIns.renewSoon(member);
  return outcome;
}

/** Everybody may always leave; only the last trainer may not leave the others alone. */
export async function leaveGroup(
  { store }: Pick<GroupParts, 'store'>,
  id: string,
  person: string,
): Promise<RemovalOutcome> {
  return (await asMember(store, id, person)) ? store.groups.removeMember(id, person) : 'absent';
}
