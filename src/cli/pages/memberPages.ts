import { changeMemberRole, leaveGroup, removeMember } from '../../app/groups';
import type { RemovalOutcome } from '../../app/ports';
import { type GroupView, readGroup } from '../../app/readGroups';
import type { FormAnswer, PersonForm } from '../../channels/webchat/personForms';
import type { PageView, PersonPage } from '../../channels/webchat/personPages';
import { GROUP_ROLES } from '../../core/model/group';
import type { Texts } from '../../core/model/texts';
import { type Question, renderQuestionPage } from '../../pages/groups/Ask';
import { paths, ROUTES } from '../../pages/paths';
import { PAGE_STYLE } from '../../pages/style';
import type { PageParts } from './parts';
import { readerOf } from './words';

/** Asks once more before somebody gets another role, and says what they will see then. */
export function memberRolePage(parts: PageParts): PersonPage {
  return {
    path: ROUTES.memberRole,
    styles: [PAGE_STYLE],
    render: async (view) => {
      const found = await groupOf(parts, view);
      const member = found?.members.find(({ person }) => person === view.params.person);
      if (found?.role !== 'trainer' || !member || found.group.archivedAt !== null) return null;
      const role = member.role === 'trainer' ? 'learner' : 'trainer';
      return ask(parts, view, (t) => {
        const name = member.name || t('groups.people.nameless');
        const of = `groups.people.role.${role}`;
        return {
          title: t(`groups.people.make.${role}`),
          heading: t(`${of}.heading`, { name }),
          paragraphs: [t(`${of}.what`, { name }), t(`${of}.handedIn`, { name })],
          confirm: {
            action: paths.memberRole(found.group.id, member.person),
            label: t(`${of}.confirm`),
            fields: { role },
            ...(role === 'trainer' && { kind: 'primary' as const }),
          },
          back: { href: paths.group(found.group.id), label: found.group.name },
          cancel: t('groups.remove.cancel'),
        };
      });
    },
  };
}

export function memberRoleForm(parts: PageParts): PersonForm {
  return {
    path: ROUTES.memberRole,
    styles: [],
    take: async ({ person, params, fields }) => {
      const role = GROUP_ROLES.find((one) => one === fields.role);
      const [group, member] = [params.group ?? '', params.person ?? ''];
      if (!role) return null;
      return after(group, await changeMemberRole(parts, group, person, member, role), 'role');
    },
  };
}

/** Asks once more before somebody is removed. */
export function removeMemberPage(parts: PageParts): PersonPage {
  return {
    path: ROUTES.removeMember,
    styles: [PAGE_STYLE],
    render: async (view) => {
      const found = await groupOf(parts, view);
      const member = found?.members.find(({ person }) => person === view.params.person);
      if (found?.role !== 'trainer' || !member || found.group.archivedAt !== null) return null;
      return ask(parts, view, (t) => {
        const name = member.name || t('groups.people.nameless');
        return {
          title: t('groups.remove.title'),
          heading: t('groups.remove.heading', { name }),
          paragraphs: [t('groups.remove.what', { name })],
          confirm: {
            action: paths.removeMember(found.group.id, member.person),
            label: t('groups.remove.confirm'),
          },
          back: { href: paths.group(found.group.id), label: found.group.name },
          cancel: t('groups.remove.cancel'),
        };
      });
    },
  };
}

export function removeMemberForm(parts: PageParts): PersonForm {
  return {
    path: ROUTES.removeMember,
    once: true,
    styles: [],
    take: async ({ person, params }) => {
      const [group, member] = [params.group ?? '', params.person ?? ''];
      return after(group, await removeMember(parts, group, person, member), 'removed');
    },
  };
}

/** Asks once more before somebody leaves. */
export function leaveGroupPage(parts: PageParts): PersonPage {
  return {
    path: ROUTES.leaveGroup,
    styles: [PAGE_STYLE],
    render: async (view) => {
      const found = await groupOf(parts, view);
      if (!found) return null;
      const { group, lastTrainer } = found;
      return ask(parts, view, (t) => ({
        title: t('groups.leave.title'),
        heading: t('groups.leave.heading'),
        paragraphs: [t(leaveWords(found))],
        confirm: lastTrainer
          ? null
          : { action: paths.leaveGroup(group.id), label: t('groups.leave.confirm') },
        back: { href: paths.group(group.id), label: group.name },
        cancel: t('groups.leave.cancel'),
      }));
    },
  };
}

function leaveWords({ group, role, lastTrainer }: GroupView): string {
  if (!lastTrainer) return `groups.leave.what.${role}`;
  return group.archivedAt === null ? 'groups.leave.last' : 'groups.leave.lastArchived';
}

export function leaveGroupForm(parts: PageParts): PersonForm {
  return {
    path: ROUTES.leaveGroup,
    once: true,
    styles: [],
    take: async ({ person, params }) => {
      const group = params.group ?? '';
      const outcome = await leaveGroup(parts, group, person);
      return outcome === 'done' ? { kind: 'see', path: paths.groups } : after(group, outcome, 'removed');
    },
  };
}

function after(group: string, outcome: RemovalOutcome, done: 'role' | 'removed'): FormAnswer | null {
  switch (outcome) {
    case 'done':
      return { kind: 'see', path: `${paths.group(group)}?done=${done}#people` };
    case 'last-trainer':
      return { kind: 'see', path: `${paths.group(group)}?done=last` };
    case 'absent':
      return null;
  }
}

function groupOf(parts: PageParts, { params, person }: PageView) {
  return readGroup(parts.store, params.group ?? '', person, parts.clock.now());
}

async function ask(parts: PageParts, view: PageView, question: (t: Texts) => Question): Promise<string> {
  const { t } = await readerOf(parts, view.person, view.locale);
  return renderQuestionPage(question(t), t, { language: view.locale, token: view.formToken });
}
