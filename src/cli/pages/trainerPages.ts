import { type GroupPictureParts, readGroupPicture } from '../../app/groupPicture';
import { readMatrix } from '../../app/matrix';
import type { AttemptRecord } from '../../app/ports';
import type { SharedTalksParts } from '../../app/sharedTalks';
import type { PageView, PersonPage } from '../../channels/webchat/personPages';
import { ROUTES } from '../../pages/paths';
import { PAGE_STYLE } from '../../pages/style';
import { renderAgendaPage } from '../../pages/trainer/Agenda';
import { renderOverviewPage } from '../../pages/trainer/Overview';
import { renderPicturePage } from '../../pages/trainer/Picture';
import type { TrainerMeta } from '../../pages/trainer/words';
import type { Pages } from '.';
import { type PageParts, stagedOf } from './parts';
import { seenPages } from './seenPages';
import { readerOf } from './words';

/** What a trainer sees of a group, and of what was handed in. */
export function trainerPages(parts: PageParts): Pages {
  const { pages = [], forms = [] } = seenPages(parts);
  return {
    pages: [overviewPage(parts), picturePage(parts), agendaPage(parts), ...pages],
    forms,
  };
}

export async function trainerMeta(
  parts: PageParts,
  { person, locale, formToken }: Pick<PageView, 'person' | 'locale' | 'formToken'>,
): Promise<TrainerMeta> {
  const { scenarios } = parts.library.playbook;
  return {
    t: (await readerOf(parts, person, locale)).t,
    language: locale,
    token: formToken,
    titles: new Map(scenarios.map(({ scenario: { id, texts } }) => [id, texts.title])),
  };
}

/** What reading shared talks takes. */
export function talksParts(parts: PageParts): SharedTalksParts & Pick<GroupPictureParts, 'clock'> {
  const { store, clock, library } = parts;
  return {
    store,
    clock,
    rubric: library.playbook.rubric,
    scenarioOf: async (attempt: AttemptRecord) => (await stagedOf(parts, attempt))?.scenario ?? null,
  };
}

function overviewPage(parts: PageParts): PersonPage {
  return {
    path: ROUTES.overview,
    styles: [PAGE_STYLE],
    render: async (view) => {
      const matrix = await readMatrix(parts, view.person, view.params.group ?? '');
      return matrix && renderOverviewPage(matrix, await trainerMeta(parts, view));
    },
  };
}

function picturePage(parts: PageParts): PersonPage {
  return {
    path: ROUTES.picture,
    styles: [PAGE_STYLE],
    render: (view) => drawn(parts, view, renderPicturePage),
  };
}

function agendaPage(parts: PageParts): PersonPage {
  return {
    path: ROUTES.agenda,
    styles: [PAGE_STYLE],
    render: (view) => drawn(parts, view, renderAgendaPage),
  };
}

async function drawn(
  parts: PageParts,
  view: PageView,
  draw: typeof renderPicturePage | typeof renderAgendaPage,
): Promise<string | null> {
  const { person, params, query } = view;
  const seen = await readGroupPicture(
    talksParts(parts),
    person,
    params.group ?? '',
    query.assignment || null,
  );
  return seen && draw(seen, await trainerMeta(parts, view));
}
