import type { Group, GroupRole, Membership } from '../core/model/group';
import type { Assignment, HandIn } from '../core/model/homework';
import type { Person } from '../core/model/person';
import type { Store } from './ports';

/**
 * The one place that says who may do what. Every function answers what the person may see, or null; whoever asks
 * shows null as "there is nothing here", so that nobody learns what exists elsewhere.
 *
 * | who | may |
 * |---|---|
 * | anybody signed in | their own practice, their own account, entering a group by its code |
 * | learner of a group | the group's name and trainers, its homework, leaving |
 * | trainer of a group | its people, invitations and homework; of a learner what was handed in, at the agreed sight |
 * | trainer of any group, organiser | making a group, of which they become the trainer |
 * | organiser | names and sizes of all groups; no talk, no level, no name of a learner |
 *
 * Whoever hands in reads the names of the trainers who will see it. Somebody who becomes a trainer later, a fellow
 * learner perhaps, was not among them: of what is older they know that it is there, so that nobody is asked for it
 * twice, and open nothing of it. Handing in anew, with their name on the page, opens it to them too.
 */
type Groups = Pick<Store, 'groups'>;
type GroupsAndHomework = Pick<Store, 'groups' | 'homework'>;

export interface Place {
  readonly group: Group;
  readonly role: GroupRole;
  /** In that role. */
  readonly since: string;
}

/** Whoever is in the group, archived or not. */
export async function asMember(store: Groups, id: string, person: string): Promise<Place | null> {
  const membership = await store.groups.membership(id, person);
  const group = membership && (await store.groups.group(id));
  return membership && group && { group, role: membership.role, since: membership.since };
}

/** For looking: also in an archived group. */
export async function asTrainer(store: Groups, id: string, person: string): Promise<Group | null> {
  return (await asTrainerSince(store, id, person))?.group ?? null;
}

/** For looking at what was handed in. */
export async function asTrainerSince(
  store: Groups,
  id: string,
  person: string,
): Promise<Omit<Place, 'role'> | null> {
  const place = await asMember(store, id, person);
  return place?.role === 'trainer' ? place : null;
}

/** Whether a trainer since then was among those whom the learner showed this to. */
export function wasShownTo({ since }: Pick<Membership, 'since'>, { at }: Pick<HandIn, 'at'>): boolean {
  return at >= since;
}

/** For changing anything: an archived group stays as it is. */
export async function asActiveTrainer(store: Groups, id: string, person: string): Promise<Group | null> {
  const group = await asTrainer(store, id, person);
  return group?.archivedAt === null ? group : null;
}

export async function asLearner(store: Groups, id: string, person: string): Promise<Group | null> {
  const place = await asMember(store, id, person);
  return place?.role === 'learner' ? place.group : null;
}

export interface AssignmentPlace {
  readonly group: Group;
  readonly assignment: Assignment;
}

/** A trainer of the group that the assignment is for; also drafts. */
export async function asTrainerOfAssignment(
  store: GroupsAndHomework,
  id: string,
  person: string,
): Promise<AssignmentPlace | null> {
  const assignment = await store.homework.assignment(id);
  const group = assignment && (await asTrainer(store, assignment.group, person));
  return assignment && group ? { assignment, group } : null;
}

/** A learner of the group that the assignment is for, once it is handed out and open to them. */
export async function asLearnerOfAssignment(
  store: GroupsAndHomework,
  id: string,
  person: string,
  now: string,
): Promise<AssignmentPlace | null> {
  const assignment = await store.homework.assignment(id);
  if (!assignment || !isOut(assignment, now)) return null;
  const group = await asLearner(store, assignment.group, person);
  return group && { assignment, group };
}

function isOut({ publishedAt, opensAt }: Assignment, now: string): boolean {
  return publishedAt !== null && (opensAt === null || opensAt <= now);
}

export interface HandInPlace extends AssignmentPlace {
  /** Its `sight` says how much of the attempt may be shown. */
  readonly handIn: HandIn;
}

/** A trainer who looks at an attempt that a learner of their group handed in to them, and did not take back. */
export async function asTrainerOfHandIn(
  store: GroupsAndHomework,
  assignment: string,
  attempt: string,
  person: string,
): Promise<HandInPlace | null> {
  const given = await store.homework.assignment(assignment);
  const place = given && (await asTrainerSince(store, given.group, person));
  const handIn = place && (await store.homework.handInOf(attempt, assignment));
  if (!given || !place || !handIn || !wasShownTo(place, handIn)) return null;
  return { assignment: given, group: place.group, handIn };
}

export async function asOrganiser(store: Pick<Store, 'people'>, person: string): Promise<Person | null> {
  const known = await store.people.person(person);
  return known?.organiser === true ? known : null;
}

/** Organisers, and whoever trains a group already. */
export async function mayMakeGroups(
  store: Pick<Store, 'people' | 'groups'>,
  person: string,
): Promise<boolean> {
  if ((await asOrganiser(store, person)) !== null) return true;
  return (await store.groups.groupsOf(person)).some(({ role }) => role === 'trainer');
}
