import { mayMakeGroups } from '../../app/access';
import { TIME_ZONE } from '../../app/entry';
import { makeGroup } from '../../app/groups';
import { readMyGroups } from '../../app/readGroups';
import type { PersonForm } from '../../channels/webchat/personForms';
import type { PersonPage } from '../../channels/webchat/personPages';
import { renderNewGroupPage } from '../../pages/groups/Fields';
import { renderGroupsPage } from '../../pages/groups/List';
import { paths, ROUTES } from '../../pages/paths';
import { PAGE_STYLE } from '../../pages/style';
import type { PageParts } from './parts';
import { problemsIn, readerOf } from './words';

/** The groups somebody is in. */
export function groupListPage(parts: PageParts): PersonPage {
  return {
    path: ROUTES.groups,
    styles: [PAGE_STYLE],
    render: async ({ person, locale }) => {
      const { t } = await readerOf(parts, person, locale);
      return renderGroupsPage(await readMyGroups(parts.store, person), t, locale);
    },
  };
}

export function newGroupPage(parts: PageParts): PersonPage {
  return {
    path: ROUTES.newGroup,
    styles: [PAGE_STYLE],
    render: async (view) => {
      if (!(await mayMakeGroups(parts.store, view.person))) return null;
      const { person, t } = await readerOf(parts, view.person, view.locale);
      const form = { name: '', timeZone: person?.timeZone ?? TIME_ZONE, problems: [] };
      return renderNewGroupPage(form, t, { language: view.locale, token: view.formToken });
    },
  };
}

export function newGroupForm(parts: PageParts): PersonForm {
  return {
    path: ROUTES.newGroup,
    styles: [PAGE_STYLE],
    take: async (view) => {
      const { name = '', timeZone = '' } = view.fields;
      const outcome = await makeGroup(parts, view.person, { name, timeZone });
      if (outcome === null) return null;
      if (outcome.kind === 'done') return { kind: 'see', path: paths.group(outcome.group) };
      const { t } = await readerOf(parts, view.person, view.locale);
      const problems = problemsIn(t, 'groups.fields', { ...outcome.problems });
      const meta = { language: view.locale, token: view.formToken };
      return { kind: 'again', html: renderNewGroupPage({ name, timeZone, problems }, t, meta) };
    },
  };
}
