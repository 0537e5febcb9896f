import { spacedCode } from '../../app/codes';
import { type InvitationFields, invite, MOST_USES, revokeInvitation } from '../../app/groups';
import { readGroup } from '../../app/readGroups';
import type { PersonForm } from '../../channels/webchat/personForms';
import type { PageView, PersonPage } from '../../channels/webchat/personPages';
import type { Texts } from '../../core/model/texts';
import type { FieldProblem } from '../../pages/fields';
import { renderGroupPage } from '../../pages/groups/Group';
import { paths, ROUTES } from '../../pages/paths';
import { PAGE_STYLE } from '../../pages/style';
import type { PageParts } from './parts';
import { readerOf } from './words';

const NEW_INVITATION: InvitationFields = { role: 'learner', days: '14', uses: '' };

/** One group, for those who are in it. */
export function groupPage(parts: PageParts): PersonPage {
  return {
    path: ROUTES.group,
    styles: [PAGE_STYLE],
    render: (view) => group(parts, view, NEW_INVITATION, () => []),
  };
}

export function inviteForm(parts: PageParts): PersonForm {
  return {
    path: ROUTES.invite,
    styles: [PAGE_STYLE],
    take: async (view) => {
      const { role = '', days = '', uses = '' } = view.fields;
      const typed = { role, days, uses };
      const id = view.params.group ?? '';
      const outcome = await invite(parts, id, view.person, typed);
      if (outcome === null) return null;
      if (outcome.kind === 'done') {
        return { kind: 'see', path: `${paths.group(id)}?made=${outcome.invitation.code}` };
      }
      const html = await group(parts, view, typed, (t) =>
        (['role', 'days', 'uses'] as const)
          .filter((field) => outcome[field])
          .map((field) => ({ field, words: t(`groups.invite.${field}.unknown`, { most: MOST_USES }) })),
      );
      return html === null ? null : { kind: 'again', html };
    },
  };
}

export function revokeForm(parts: PageParts): PersonForm {
  return {
    path: ROUTES.revoke,
    once: true,
    styles: [],
    take: async ({ person, params }) => {
      const id = params.group ?? '';
      const revoked = await revokeInvitation(parts, id, person, params.code ?? '');
      return revoked ? { kind: 'see', path: `${paths.group(id)}?done=revoked` } : null;
    },
  };
}

async function group(
  parts: PageParts,
  view: PageView,
  form: InvitationFields,
  problems: (t: Texts) => readonly FieldProblem[],
): Promise<string | null> {
  const { person, params, query, locale, formToken, origin } = view;
  const found = await readGroup(parts.store, params.group ?? '', person, parts.clock.now());
  if (!found) return null;
  const { t } = await readerOf(parts, person, locale);
  const made = found.invitations.find(({ code }) => code === query.made);
  const told = made ? t('groups.invite.made', { code: spacedCode(made.code) }) : toldBy(query.done, t);
  const wrong = problems(t);
  const page = { view: found, form, problems: wrong, told: wrong.length > 0 ? '' : told };
  return renderGroupPage(page, t, { language: locale, token: formToken, person, origin });
}

/** What the address says has just been done. */
const TOLD: Readonly<Record<string, string>> = {
  revoked: 'groups.invite.revoked',
  role: 'groups.people.changed',
  removed: 'groups.remove.done',
  saved: 'groups.settings.saved',
  last: 'groups.people.last',
};

function toldBy(done: string | undefined, t: Texts): string {
  const key = done !== undefined && Object.hasOwn(TOLD, done) ? TOLD[done] : undefined;
  return key === undefined ? '' : t(key);
}
