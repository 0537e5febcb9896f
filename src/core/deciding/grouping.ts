import type { NeedsGroups } from '../model/decision';
import type { GroupOutcome, GroupWish } from '../model/groupsInChat';
import { groupsCard, leaveCard } from '../rendering/groupsCard';
import { type Desk, type Need, reply, value } from './desk';

/** Tells what came of a wish about groups, and shows the groups. */
export function groups(desk: Desk, wish: GroupWish): Desk | Need {
  const seen = desk.given.groups;
  if (seen === undefined) return { needs: 'groups', wish } satisfies NeedsGroups;
  const { texts } = desk;
  const { outcome } = seen;
  if (outcome?.kind === 'ask-leave') {
    return reply(desk, { kind: 'card', card: leaveCard(outcome.name, outcome.group, texts) });
  }
  const told = outcome === null ? desk : reply(desk, { kind: 'coach', text: wordsFor(desk, outcome) });
  return reply(told, { kind: 'card', card: groupsCard(seen, texts) });
}

function wordsFor({ texts }: Desk, outcome: GroupOutcome): string {
  const { kind, ...values } = outcome;
  const said = Object.fromEntries(
    Object.entries(values).map(([name, what]) => [name, typeof what === 'number' ? what : String(what)]),
  );
  return texts(`groupchat.outcomes.${kind}`, said);
}

/** What a card about groups asks for; a card that asks for nothing we know only looks. */
export function wishOfGroupsCard(desk: Desk): GroupWish {
  const group = value(desk, 'group') ?? '';
  switch (value(desk, 'wish')) {
    case 'make':
      return { kind: 'make', name: value(desk, 'name') ?? '' };
    case 'join':
      return { kind: 'join', code: value(desk, 'code') ?? '' };
    case 'invite':
      return { kind: 'invite', group };
    case 'leave':
      return { kind: 'leave', group, sure: value(desk, 'sure') === 'yes' };
    default:
      return { kind: 'look' };
  }
}

/** "groep BCD-FGH": a code that was typed right away. Null when it is none. */
export function typedCode(text: string): GroupWish | null {
  const code = /^(?:groep|groepscode|group|code)\s*:?\s+([\p{L}][\p{L}\s-]{4,12}[\p{L}])$/iu.exec(text)?.[1];
  return code !== undefined && code.replace(/[\s-]/g, '').length === 6 ? { kind: 'join', code } : null;
}
