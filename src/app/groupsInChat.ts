import type { GroupOutcome, GroupsSeen, GroupWish } from '../core/model/groupsInChat';
import { GUEST } from '../core/model/person';
import { asMember } from './access';
import { readCode, spacedCode } from './codes';
import { newPerson } from './entry';
import { type GroupParts, invite, leaveGroup, makeGroup } from './groups';
import type { Guesses } from './guesses';
import { readMyGroups } from './readGroups';

export interface GroupsInChatParts extends GroupParts {
  readonly guesses: Guesses;
}

/** Makes wishes about groups come true. `freshId` makes the same message make the same group, however often it is decided. */
export type GroupsInChat = (person: string, wish: GroupWish, freshId: string) => Promise<GroupsSeen>;

/** What a code from the chat is good for. */
const DAYS = 14;
const USES = 30;

export function createGroupsInChat(parts: GroupsInChatParts): GroupsInChat {
  return async (person, wish, freshId) => {
    const outcome = await fulfil({ ...parts, ids: { fresh: () => freshId } }, person, wish);
    const { active, mayMake } = await readMyGroups(parts.store, person);
    const groups = await Promise.all(
      active.map(async ({ group: { id, name }, role }) => ({
        id,
        name,
        role,
        people: (await parts.store.groups.members(id)).length,
      })),
    );
    return { groups, mayMake, outcome };
  };
}

async function fulfil(
  parts: GroupsInChatParts,
  person: string,
  wish: GroupWish,
): Promise<GroupOutcome | null> {
  switch (wish.kind) {
    case 'look':
      return null;
    case 'make':
      return make(parts, person, wish.name);
    case 'join':
      return join(parts, person, wish.code);
    case 'invite':
      return code(parts, person, wish.group);
    case 'leave':
      return leave(parts, person, wish.group, wish.sure);
  }
}

async function make(parts: GroupsInChatParts, person: string, name: string): Promise<GroupOutcome> {
  const id = parts.ids.fresh();
  const before = await parts.store.groups.group(id);
  if (before?.createdBy === person) return { kind: 'made', name: before.name, group: id };
  const known = await parts.store.people.person(person);
  const made = await makeGroup(parts, person, { name, timeZone: known?.timeZone ?? 'Europe/Amsterdam' });
  if (made === null) return { kind: 'not-yours' };
  if (made.kind === 'unreadable') return { kind: 'no-name' };
  const group = await parts.store.groups.group(made.group);
  return { kind: 'made', name: group?.name ?? name, group: made.group };
}

async function join(parts: GroupsInChatParts, person: string, typed: string): Promise<GroupOutcome> {
  if (person === GUEST) return { kind: 'at-the-door' };
  const { store, clock, guesses } = parts;
  const read = readCode(typed);
  if (read === null) return { kind: 'no-code' };
  const seconds = guesses.tryOne(`person ${person}`);
  if (seconds > 0) return { kind: 'wait', seconds };
  const now = clock.now();
  const known = (await store.people.person(person)) ?? newPerson(person, '', 'nl', now);
  const used = await store.groups.useInvitation(read, known, now);
  if (used.kind === 'refused') return { kind: 'refused' };
  guesses.wasRight(`person ${person}`);
  if (used.kind === 'joined' && used.role === 'trainer') await parts.signIns.renewSoon(person);
  const group = await store.groups.group(used.group);
  return { kind: used.kind, name: group?.name ?? '', role: used.role };
}

async function code(parts: GroupsInChatParts, person: string, id: string): Promise<GroupOutcome> {
  const made = await invite(parts, id, person, { role: 'learner', days: String(DAYS), uses: String(USES) });
  const group = await parts.store.groups.group(id);
  if (made?.kind !== 'done' || !group) return { kind: 'not-yours' };
  return {
    kind: 'invited',
    name: group.name,
    code: spacedCode(made.invitation.code),
    days: DAYS,
    uses: USES,
  };
}

async function leave(
  parts: GroupsInChatParts,
  person: string,
  id: string,
  sure: boolean,
): Promise<GroupOutcome> {
  const place = await asMember(parts.store, id, person);
  if (!place) return { kind: 'not-yours' };
  const { name } = place.group;
  if (!sure) return { kind: 'ask-leave', name, group: id };
  const outcome = await leaveGroup(parts, id, person);
  return { kind: outcome === 'last-trainer' ? 'last-trainer' : 'left', name, group: id };
}
