import { handIn, offerHandIn, sharedBy, takeBack } from '../../app/handIn';
import { homeworkOf, openHomework, startHomework } from '../../app/homework';
import { broughtBy } from '../../app/reviews/withdraw';
import { readTrainerSaid } from '../../app/trainerSaid';
import type { PersonForm } from '../../channels/webchat/personForms';
import type { PageView, PersonPage } from '../../channels/webchat/personPages';
import { renderHandInPage } from '../../pages/homework/HandIn';
import { renderMePage } from '../../pages/homework/Me';
import { renderWorkPage, type WorkTold } from '../../pages/homework/Work';
import { paths, ROUTES } from '../../pages/paths';
import { PAGE_STYLE } from '../../pages/style';
import type { Pages } from '.';
import { assignmentPages } from './assignmentPages';
import { homeworkMeta } from './homeworkMeta';
import { type PageParts, stagedOf } from './parts';

/** Homework for who does it, and for who gives it. */
export function homeworkPages(parts: PageParts): Pages {
  const { pages = [], forms = [] } = assignmentPages(parts);
  return {
    pages: [mePage(parts), workPage(parts), handInPage(parts), ...pages],
    forms: [startForm(parts), handInForm(parts), takeBackForm(parts), ...forms],
  };
}

/** Talks that the own page shows; the others are on the page of progress. */
const LATEST = 5;
const ME_TOLD = ['taken-back', 'withdrawn'] as const;

function mePage(parts: PageParts): PersonPage {
  return {
    path: ROUTES.me,
    styles: [PAGE_STYLE],
    render: async (view) => {
      const { person, query } = view;
      const [homework, shared, attempts, brought, meta] = await Promise.all([
        homeworkOf(parts, person),
        sharedBy(parts, person),
        parts.store.attemptsOf(person),
        broughtBy(parts, person),
        homeworkMeta(parts, view),
      ]);
      const rows = await Promise.all(
        attempts.slice(0, LATEST).map(async (attempt) => ({
          attempt: attempt.id,
          title: (await stagedOf(parts, attempt))?.scenario.texts.title ?? attempt.scenario,
          at: attempt.startedAt,
          finished: attempt.finishedAt !== null,
        })),
      );
      const told = ME_TOLD.find((word) => word === query.told) ?? null;
      return renderMePage({ homework, shared, attempts: rows, brought, told }, meta);
    },
  };
}

function workPage(parts: PageParts): PersonPage {
  return {
    path: ROUTES.homework,
    styles: [PAGE_STYLE],
    render: (view) => renderWork(parts, view, false),
  };
}

const TOLD: readonly WorkTold[] = ['handed-in', 'taken-back'];

async function renderWork(parts: PageParts, view: PageView, busy: boolean): Promise<string | null> {
  const homework = await openHomework(parts, view.person, view.params.assignment ?? '');
  if (!homework) return null;
  const told = TOLD.find((word) => word === view.query.told) ?? null;
  const { assignment } = homework.homework;
  const handIns = homework.parts.flatMap(({ handIn }) => handIn ?? []);
  const said = await Promise.all(
    handIns.map(
      async ({ attempt }) =>
        [attempt, await readTrainerSaid(parts.store, view.person, { attempt, assignment })] as const,
    ),
  );
  const work = { view: homework, told, busy, said: new Map(said) };
  return renderWorkPage(work, await homeworkMeta(parts, view));
}

/** The chat goes on with the scenario of the homework. */
function startForm(parts: PageParts): PersonForm {
  return {
    path: ROUTES.startHomework,
    styles: [PAGE_STYLE],
    take: async (view) => {
      const { person, params, fields } = view;
      const outcome = await startHomework(parts, person, params.assignment ?? '', fields.scenario ?? '');
      switch (outcome?.kind) {
        case 'start':
          await view.say(outcome.say);
          return { kind: 'see', path: paths.chat };
        case 'busy':
        case 'closed': {
          const html = await renderWork(parts, view, outcome.kind === 'busy');
          return html === null ? null : { kind: 'again', html };
        }
        case undefined:
          return null;
      }
    },
  };
}

function handInPage(parts: PageParts): PersonPage {
  return {
    path: ROUTES.handIn,
    styles: [PAGE_STYLE],
    render: async (view) => {
      const { person, params } = view;
      const offer = await offerHandIn(parts, person, params.assignment ?? '', params.attempt ?? '');
      return offer && renderHandInPage(offer, await homeworkMeta(parts, view), false);
    },
  };
}

function handInForm(parts: PageParts): PersonForm {
  return {
    path: ROUTES.handIn,
    once: true,
    styles: [PAGE_STYLE],
    take: async (view) => {
      const { person, params, fields } = view;
      const { assignment = '', attempt = '' } = params;
      const outcome = await handIn(parts, person, { assignment, attempt, consent: fields.consent });
      switch (outcome?.kind) {
        case 'handed-in':
          return { kind: 'see', path: `${paths.homework(assignment)}?told=handed-in` };
        case 'no-consent':
          return {
            kind: 'again',
            html: renderHandInPage(outcome.offer, await homeworkMeta(parts, view), true),
          };
        case undefined:
          return null;
      }
    },
  };
}

function takeBackForm(parts: PageParts): PersonForm {
  return {
    path: ROUTES.takeBack,
    standsOn: ROUTES.me,
    once: true,
    styles: [],
    take: async ({ person, locale, params, fields }) => {
      const { assignment = '' } = params;
      const taken = await takeBack(parts, person, assignment, fields.scenario ?? '');
      if (!taken) return null;
      const page = fields.to === 'homework' ? `${paths.homework(assignment)}?` : `${paths.me(locale)}&`;
      return { kind: 'see', path: `${page}told=taken-back` };
    },
  };
}
