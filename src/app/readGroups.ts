import { type Group, type GroupRole, type Invitation, RECOMMENDED_GROUP_SIZE } from '../core/model/group';
import { asMember, asOrganiser, mayMakeGroups } from './access';
import type { Store } from './ports';

type Stores = Pick<Store, 'people' | 'groups'>;

/** The groups somebody is in. */
export interface MyGroups {
  readonly active: readonly { readonly group: Group; readonly role: GroupRole }[];
  readonly archived: readonly { readonly group: Group; readonly role: GroupRole }[];
  readonly mayMake: boolean;
  readonly organiser: boolean;
}

export async function readMyGroups(store: Stores, person: string): Promise<MyGroups> {
  const all = await store.groups.groupsOf(person);
  return {
    active: all.filter(({ group }) => group.archivedAt === null),
    archived: all.filter(({ group }) => group.archivedAt !== null),
    mayMake: await mayMakeGroups(store, person),
    organiser: (await asOrganiser(store, person)) !== null,
  };
}

export interface MemberView {
  readonly person: string;
  /** '' when they never said. */
  readonly name: string;
  readonly role: GroupRole;
  readonly since: string;
}

/** A group as one of its people may see it. */
export interface GroupView {
  readonly group: Group;
  readonly role: GroupRole;
  /** Everybody for a trainer; the trainers and oneself for a learner. */
  readonly members: readonly MemberView[];
  readonly learners: number;
  readonly large: boolean;
  /** Those that still let people in, newest first; none for a learner. */
  readonly invitations: readonly Invitation[];
  readonly lastTrainer: boolean;
}

export async function readGroup(
  store: Stores,
  id: string,
  person: string,
  now: string,
): Promise<GroupView | null> {
  const place = await asMember(store, id, person);
  if (!place) return null;
  const { group, role } = place;
  const memberships = await store.groups.members(id);
  const shown = memberships.filter(
    (one) => role === 'trainer' || one.role === 'trainer' || one.person === person,
  );
  const names = await namesOf(
    store,
    shown.map((one) => one.person),
  );
  const invitations = role === 'trainer' ? await store.groups.invitations(id) : [];
  return {
    group,
    role,
    members: shown.map((one) => ({ ...one, name: names.get(one.person) ?? '' })),
    learners: memberships.filter((one) => one.role === 'learner').length,
    large: memberships.length > RECOMMENDED_GROUP_SIZE,
    invitations: invitations.filter(
      ({ revokedAt, expiresAt, uses }) => revokedAt === null && expiresAt > now && uses > 0,
    ),
    lastTrainer: role === 'trainer' && memberships.filter((one) => one.role === 'trainer').length === 1,
  };
}

export async function namesOf(
  store: Pick<Store, 'people'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  return new Map((await store.people.people(ids)).map(({ id, name }) => [id, name]));
}

/** What who runs the installation sees of a group: whom to ask, and how many there are. */
export interface GroupSize {
  readonly group: Group;
  readonly trainers: readonly string[];
  readonly learners: number;
}

export async function readInstallation(store: Stores, person: string): Promise<readonly GroupSize[] | null> {
  if (!(await asOrganiser(store, person))) return null;
  return Promise.all(
    (await store.groups.allGroups()).map(async (group) => {
      const members = await store.groups.members(group.id);
      const trainers = members.filter(({ role }) => role === 'trainer').map((one) => one.person);
      const names = await namesOf(store, trainers);
      return {
        group,
        trainers: trainers.map((id) => names.get(id) ?? ''),
        learners: members.length - trainers.length,
      };
    }),
  );
}
