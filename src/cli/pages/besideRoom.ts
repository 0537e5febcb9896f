import { join } from 'node:path';
import { assetUrl, loadAsset } from '../../channels/http/assets';
import type { PersonForm } from '../../channels/webchat/personForms';
import type { PageView, PersonPage } from '../../channels/webchat/personPages';
import { renderBesideRoom } from '../../pages/review/BesideRoom';
import { PROJECT_ROOT } from '../root';
import type { Pages } from '.';
import type { PageParts } from './parts';
import { readerOf } from './words';

export const BESIDE_SCRIPTS = ['roomGone.js', 'besideRoom.js'].map((name) =>
  loadAsset(join(PROJECT_ROOT, 'src', 'pages', 'assets', name)),
);

/** Pages of a review beside its room hear too that the group went on, and lose what they show when it is withdrawn. */
export function besideRoom(parts: PageParts, area: Pages): Pages {
  return {
    ...area,
    pages: area.pages?.map((page) => (isOfReview(page) ? pageBeside(parts, page) : page)) ?? [],
    forms: area.forms?.map((form) => (isOfReview(form) ? formBeside(parts, form) : form)) ?? [],
  };
}

function isOfReview({ path }: { readonly path: string }): boolean {
  return path.startsWith('/reviews/:review/');
}

export function pageBeside(parts: PageParts, page: PersonPage): PersonPage {
  return {
    ...page,
    script: true,
    render: async (view) => {
      const html = await page.render(view);
      return html === null ? null : listening(parts, view, html);
    },
  };
}

function formBeside(parts: PageParts, form: PersonForm): PersonForm {
  return {
    ...form,
    script: true,
    take: async (view) => {
      const answer = await form.take(view);
      if (answer === null || !('html' in answer)) return answer;
      return { ...answer, html: await listening(parts, view, answer.html) };
    },
  };
}

const MAIN = '<main id="main">';

async function listening(parts: PageParts, view: PageView, html: string): Promise<string> {
  const { t } = await readerOf(parts, view.person, view.locale);
  const told = renderBesideRoom(view.params.review ?? '', t, BESIDE_SCRIPTS.map(assetUrl));
  return html.replace(MAIN, () => MAIN + told);
}
