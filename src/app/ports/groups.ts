import type { Group, GroupRole, Invitation, Membership } from '../../core/model/group';
import type { Person } from '../../core/model/person';

export type UseOutcome =
  | { readonly kind: 'joined' | 'already'; readonly group: string; readonly role: GroupRole }
  /** There is no such code, or it expired, was used up or revoked, or its group is archived: which is not told. */
  | { readonly kind: 'refused' };

/** A group keeps at least one trainer. */
export type RemovalOutcome = 'done' | 'absent' | 'last-trainer';

export interface GroupStore {
  /** With its first trainer. */
  addGroup(group: Group): Promise<void>;
  group(id: string): Promise<Group | null>;
  /** False when there is none. */
  changeGroup(
    id: string,
    changes: Partial<Pick<Group, 'name' | 'archivedAt' | 'timeZone'>>,
  ): Promise<boolean>;
  /** By name. */
  groupsOf(person: string): Promise<readonly { readonly group: Group; readonly role: GroupRole }[]>;
  /** By name. */
  allGroups(): Promise<readonly Group[]>;
  /** Trainers first, then by since when. */
  members(group: string): Promise<readonly Membership[]>;
  membership(group: string, person: string): Promise<Membership | null>;
  /** False when they are in it already, whatever their role. */
  addMember(membership: Membership): Promise<boolean>;
  /** Also takes back what the learner handed in there, so that trainers lose sight of it. */
  removeMember(group: string, person: string): Promise<RemovalOutcome>;
  /** From `at` on; who has the role already keeps it since when they have it. */
  changeRole(group: string, person: string, role: GroupRole, at: string): Promise<RemovalOutcome>;

  /** False when the code is taken. */
  addInvitation(invitation: Invitation): Promise<boolean>;
  invitation(code: string): Promise<Invitation | null>;
  /** Newest first, with those that no longer work. */
  invitations(group: string): Promise<readonly Invitation[]>;
  /** Makes somebody a member and counts the use, in one step; who is new is added only when they come in. */
  useInvitation(code: string, person: Person, now: string): Promise<UseOutcome>;
  revokeInvitation(code: string, group: string, at: string): Promise<boolean>;
}
