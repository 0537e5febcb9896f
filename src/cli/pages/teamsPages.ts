import { enterFromTeams, lookAtTeamsLink } from '../../app/teamsLink';
import { REVIEW_WITHIN_TAB } from '../../channels/botframework/tab';
import type { OpenAnswer, OpenForm, OpenPage, OpenView } from '../../channels/webchat/openPages';
import { renderNoticePage } from '../../pages/entry/Notice';
import { paths, ROUTES } from '../../pages/paths';
import { PAGE_STYLE } from '../../pages/style';
import { renderLinkPage } from '../../pages/teams/Link';
import type { Pages } from '.';
import { comerOf } from './enterPages';
import type { PageParts } from './parts';
import { readerOf } from './words';

/** The way from Teams to the pages, in a browser and in the tab. */
export function teamsPages(parts: PageParts): Pages {
  return { openPages: [linkPage(parts), tabPage(parts)], openForms: [linkForm(parts)] };
}

function linkPage(parts: PageParts): OpenPage {
  return {
    path: ROUTES.teamsLink,
    styles: [PAGE_STYLE],
    render: (view) => question(parts, view, view.params.secret ?? ''),
  };
}

function linkForm(parts: PageParts): OpenForm {
  return {
    path: ROUTES.teamsLink,
    styles: [PAGE_STYLE],
    take: async (view) => {
      const entered = await enterFromTeams(parts, comerOf(view), view.params.secret ?? '');
      return entered === null ? gone(parts, view) : { kind: 'enter', ...entered };
    },
  };
}

/** The tab of the app. Teams hands over the secret that the chat gave out as the page within the tab. */
function tabPage(parts: PageParts): OpenPage {
  return {
    path: ROUTES.teamsTab,
    styles: [PAGE_STYLE],
    render: async (view) => {
      const review = reviewIn(view.query.entry);
      if (review !== null) return toReview(parts, view, paths.review(review));
      const secret = secretIn(view.query.entry);
      const link = secret === '' ? null : await lookAtTeamsLink(parts, secret);
      if (view.visitor !== null && (link === null || link.person.id === view.visitor)) {
        return { kind: 'see', path: link?.path ?? paths.me(view.locale) };
      }
      return secret === '' ? welcome(parts, view) : question(parts, view, secret);
    },
  };
}

/** The review that a card in a group chat or channel leads to. */
function reviewIn(entry = ''): string | null {
  if (!entry.startsWith(REVIEW_WITHIN_TAB)) return null;
  const id = entry.slice(REVIEW_WITHIN_TAB.length);
  return /^[\w-]{1,100}$/.test(id) ? id : null;
}

/** Whether it is there for them, the page itself decides. Who is nobody yet is told how to come in. */
async function toReview(parts: PageParts, view: OpenView, path: string): Promise<OpenAnswer> {
  if (view.visitor !== null) return { kind: 'see', path };
  const paragraphs = ['teams.tab.review', 'teams.tab.reviewHow'];
  return notice(parts, view, 'teams.tab.title', paragraphs, 200, path);
}

/** Without a page within the tab Teams may leave its placeholder as it is. */
function secretIn(entry = ''): string {
  return /^[\w-]+$/.test(entry) ? entry : '';
}

async function question(parts: PageParts, view: OpenView, secret: string): Promise<OpenAnswer> {
  const link = await lookAtTeamsLink(parts, secret);
  if (link === null) return gone(parts, view);
  const { person } = link;
  const texts = parts.library.playbook.texts(person.locale, person.address);
  return { kind: 'page', html: renderLinkPage({ secret, name: person.name }, texts, person.locale) };
}

async function gone(parts: PageParts, view: OpenView): Promise<OpenAnswer> {
  return notice(parts, view, 'teams.link.gone', ['teams.link.why', 'teams.link.what'], 404);
}

function welcome(parts: PageParts, view: OpenView): Promise<OpenAnswer> {
  return notice(parts, view, 'teams.tab.title', ['teams.tab.intro', 'teams.tab.how'], 200);
}

async function notice(
  parts: PageParts,
  view: OpenView,
  title: string,
  paragraphs: readonly string[],
  status: 200 | 404,
  next?: string,
): Promise<OpenAnswer> {
  const { t } = await readerOf(parts, view.visitor, view.locale);
  const page = {
    title: t(title),
    paragraphs: paragraphs.map((key) => t(key)),
    links: [{ href: paths.enter(next), label: t('entry.enter.title') }],
    inside: view.visitor !== null,
  };
  return { kind: 'page', status, html: renderNoticePage(page, t, view.locale) };
}
