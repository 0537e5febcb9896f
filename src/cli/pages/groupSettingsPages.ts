import { asTrainer } from '../../app/access';
import { archiveGroup, changeGroup } from '../../app/groups';
import type { PersonForm } from '../../channels/webchat/personForms';
import type { PersonPage } from '../../channels/webchat/personPages';
import { renderGroupSettingsPage } from '../../pages/groups/Settings';
import { paths, ROUTES } from '../../pages/paths';
import { PAGE_STYLE } from '../../pages/style';
import type { PageParts } from './parts';
import { problemsIn, readerOf } from './words';

export function groupSettingsPage(parts: PageParts): PersonPage {
  return {
    path: ROUTES.groupSettings,
    styles: [PAGE_STYLE],
    render: async ({ params, person, locale, formToken }) => {
      const group = await asTrainer(parts.store, params.group ?? '', person);
      if (!group) return null;
      const { t } = await readerOf(parts, person, locale);
      const form = { name: group.name, timeZone: group.timeZone, problems: [] };
      return renderGroupSettingsPage({ group, form }, t, { language: locale, token: formToken });
    },
  };
}

export function groupSettingsForm(parts: PageParts): PersonForm {
  return {
    path: ROUTES.groupSettings,
    styles: [PAGE_STYLE],
    take: async ({ params, person, locale, formToken, fields }) => {
      const { name = '', timeZone = '' } = fields;
      const id = params.group ?? '';
      const outcome = await changeGroup(parts, id, person, { name, timeZone });
      if (outcome?.kind === 'done') return { kind: 'see', path: `${paths.group(id)}?done=saved` };
      const group = outcome && (await asTrainer(parts.store, id, person));
      if (!outcome || !group) return null;
      const { t } = await readerOf(parts, person, locale);
      const problems = problemsIn(t, 'groups.fields', { ...outcome.problems });
      const view = { group, form: { name, timeZone, problems } };
      return {
        kind: 'again',
        html: renderGroupSettingsPage(view, t, { language: locale, token: formToken }),
      };
    },
  };
}

/** Putting a group away, and taking it into use again. */
export function archiveForms(parts: PageParts): readonly PersonForm[] {
  return [
    { path: ROUTES.archiveGroup, archived: true },
    { path: ROUTES.restoreGroup, archived: false },
  ].map(({ path, archived }) => ({
    path,
    styles: [],
    take: async ({ params, person }) => {
      const id = params.group ?? '';
      const done = await archiveGroup(parts, id, person, archived);
      return done ? { kind: 'see', path: paths.group(id) } : null;
    },
  }));
}
