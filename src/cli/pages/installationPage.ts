import { readInstallation } from '../../app/readGroups';
import type { PersonPage } from '../../channels/webchat/personPages';
import { renderInstallationPage } from '../../pages/groups/Installation';
import { ROUTES } from '../../pages/paths';
import { PAGE_STYLE } from '../../pages/style';
import type { PageParts } from './parts';
import { readerOf } from './words';

/** What who runs the installation sees of it. */
export function installationPage(parts: PageParts): PersonPage {
  return {
    path: ROUTES.installation,
    styles: [PAGE_STYLE],
    render: async ({ person, locale }) => {
      const groups = await readInstallation(parts.store, person);
      const { t } = await readerOf(parts, person, locale);
      return groups && renderInstallationPage(groups, t, locale);
    },
  };
}
