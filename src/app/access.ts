import type { Group, GroupRole } from '../core/model/group';
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
 */
type Groups = Pick<Store, 'groups'>;
type GroupsAndHomework = Pick<Store, 'groups' | 'homework'>;

/** What somebody is in a group; null when they are not in it. */
export async function roleIn({ groups }: Groups, group: string, person: string): Promise<GroupRole | null> {
  return (await groups.membership(group, person))?.role ?? null;
}

export interface Place {
  readonly group: Group;
  readonly role: GroupRole;
}

/** Whoever is in the group, archived or not. */
export async function asMember(store: Groups, id: string, person: string): Promise<Place | null> {
  const role = await roleIn(store, id, person);
  const group = role === null ? null : await store.groups.group(id);
  return role === null || group === null ? null : { group, role };
}

/** For looking: also in an archived group. */
export async function asTrainer(store: Groups, id: string, person: string): Promise<Group | null> {
  const place = await asMember(store, id, person);
  return place?.role === 'trainer' ? place.group : null;
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

/** A trainer who looks at an attempt that a learner of their group handed in, and did not take back. */
export async function asTrainerOfHandIn(
  store: GroupsAndHomework,
  assignment: string,
  attempt: string,
  person: string,
): Promise<HandInPlace | null> {
  const place = await asTrainerOfAssignment(store, assignment, person);
  const handIn = place && (await store.homework.handInOf(attempt, assignment));
  return place && handIn ? { ...place, handIn } : null;
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
