import type { GroupsSeen } from '../model/groupsInChat';
import type { Card, CardAction, CardBlock } from '../model/message';
import type { Texts } from '../model/texts';

/** Groups with a button each; who has more finds them on the page. */
const SHOWN = 4;

/** Somebody's groups, with what they can do about them here; everything else is on the page. */
export function groupsCard({ groups, mayMake }: GroupsSeen, texts: Texts): Card {
  return {
    title: texts('groupchat.title'),
    blocks: [
      groups.length === 0
        ? { kind: 'text', text: texts('groupchat.none') }
        : {
            kind: 'list',
            items: groups.map(({ name, role, people }) =>
              texts(`groupchat.row.${role}`, { name, count: people }),
            ),
          },
      input('code', texts),
      ...(mayMake ? [input('name', texts)] : []),
    ],
    actions: [
      { kind: 'submit', label: texts('groupchat.join'), action: 'groups', values: { wish: 'join' } },
      ...(mayMake ? [submit(texts('groupchat.make'), { wish: 'make' })] : []),
      ...groups.slice(0, SHOWN).flatMap((group) => actionsFor(group, texts)),
      { kind: 'entry', label: texts('groupchat.page'), path: '/groups' },
    ],
  };
}

function actionsFor({ id, name, role }: GroupsSeen['groups'][number], texts: Texts): readonly CardAction[] {
  return role === 'trainer'
    ? [submit(texts('groupchat.invite', { name }), { wish: 'invite', group: id })]
    : [submit(texts('groupchat.leave', { name }), { wish: 'leave', group: id })];
}

/** Asks once more before somebody leaves. */
export function leaveCard(name: string, group: string, texts: Texts): Card {
  return {
    title: texts('groupchat.askLeave.title', { name }),
    blocks: [{ kind: 'text', text: texts('groupchat.askLeave.text') }],
    actions: [
      submit(texts('groupchat.askLeave.yes'), { wish: 'leave', group, sure: 'yes' }),
      submit(texts('groupchat.askLeave.no'), { wish: 'look' }),
    ],
  };
}

function submit(label: string, values: Readonly<Record<string, string>>): CardAction {
  return { kind: 'submit', label, action: 'groups', values };
}

function input(id: 'code' | 'name', texts: Texts): CardBlock {
  return { kind: 'input', id, label: texts(`groupchat.fields.${id}`), value: '' };
}
