import { enterAsOrganiser, organiserLinkHolds } from '../../app/organiserLink';
import type { NameProblem } from '../../app/typed';
import type { OpenAnswer, OpenForm, OpenPage, OpenView } from '../../channels/webchat/openPages';
import { GUEST } from '../../core/model/person';
import { renderNoticePage } from '../../pages/entry/Notice';
import { renderOrganiserPage } from '../../pages/entry/Organiser';
import { paths, ROUTES } from '../../pages/paths';
import { PAGE_STYLE } from '../../pages/style';
import { comerOf } from './enterPages';
import type { PageParts } from './parts';
import { problemsIn, readerOf } from './words';

/** Looking at the link does not use it up: programs that check mail look at links too. */
export function organiserPage(parts: PageParts): OpenPage {
  return {
    path: ROUTES.organiserLink,
    styles: [PAGE_STYLE],
    render: async (view) =>
      (await organiserLinkHolds(parts, view.params.secret ?? ''))
        ? { kind: 'page', html: await question(parts, view, '', null) }
        : gone(parts, view),
  };
}

export function organiserForm(parts: PageParts): OpenForm {
  return {
    path: ROUTES.organiserLink,
    styles: [PAGE_STYLE],
    take: async (view) => {
      const { name = '' } = view.fields;
      const entry = await enterAsOrganiser(parts, comerOf(view), view.params.secret ?? '', name);
      switch (entry.kind) {
        case 'entered':
          return { kind: 'enter', secret: entry.secret, path: entry.path };
        case 'unreadable':
          return { kind: 'again', html: await question(parts, view, name, entry.name) };
        case 'refused':
          return gone(parts, view);
      }
    },
  };
}

async function question(
  parts: PageParts,
  view: OpenView,
  name: string,
  problem: NameProblem | null,
): Promise<string> {
  const { person, t } = await readerOf(parts, view.visitor, view.locale);
  const known = view.visitor === GUEST ? null : person;
  const page = {
    secret: view.params.secret ?? '',
    name,
    signedInAs: known && (known.name || t('entry.enter.nameless')),
    problems: problemsIn(t, 'entry.enter', { name: problem }),
  };
  return renderOrganiserPage(page, t, view.locale);
}

async function gone(parts: PageParts, view: OpenView): Promise<OpenAnswer> {
  const { t } = await readerOf(parts, view.visitor, view.locale);
  const notice = {
    title: t('entry.organiser.gone.title'),
    paragraphs: [t('entry.organiser.gone.why'), t('entry.organiser.gone.how')],
    links: [{ href: paths.enter(), label: t('entry.enter.title') }],
    inside: view.visitor !== null,
  };
  return { kind: 'page', status: 404, html: renderNoticePage(notice, t, view.locale) };
}
