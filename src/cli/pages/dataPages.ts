import { asOrganiser } from '../../app/access';
import { type ExportParts, groupRows, groupStatements, ownStatements, ownTalks } from '../../app/exports';
import { collectMyData } from '../../app/myData';
import type { PersonFile } from '../../channels/webchat/personFiles';
import type { PersonForm } from '../../channels/webchat/personForms';
import type { PersonPage } from '../../channels/webchat/personPages';
import type { Locale } from '../../core/model/session';
import { renderForgetMePage } from '../../pages/ownData/ForgetMe';
import { renderMyDataPage } from '../../pages/ownData/MyData';
import { renderRemovalsPage } from '../../pages/ownData/Removals';
import { paths, ROUTES } from '../../pages/paths';
import { PAGE_STYLE } from '../../pages/style';
import { toCsv } from '../csv';
import type { Pages } from '.';
import { groupTable, talksTable } from './dataTables';
import { type PageParts, stagedOf } from './parts';

const JSON_TYPE = 'application/json; charset=utf-8';
const CSV_TYPE = 'text/csv; charset=utf-8';
/** Removals that are shown. */
const REMOVALS = 200;

/** Taking one's own data along, wiping it, and tables for trainers. */
export function dataPages(parts: PageParts): Pages {
  return {
    pages: [myDataPage, forgetMePage, removalsPage].map((page) => page(parts)),
    forms: [forgetMeForm(parts)],
    files: [myJson, myCsv, myXapi, groupCsv, groupXapi].map((file) => file(parts)),
  };
}

function myDataPage({ store, library, retentionDays }: PageParts): PersonPage {
  return {
    path: ROUTES.myData,
    styles: [PAGE_STYLE],
    render: async ({ person, locale }) => {
      const [attempts, groups, handedIn, browsers, reviews] = await Promise.all([
        store.attemptsOf(person),
        store.groups.groupsOf(person),
        store.homework.handInsOf(person),
        store.people.signInsOf(person),
        store.reviews.reviewsBy(person),
      ]);
      const view = {
        attempts: attempts.length,
        groups: groups.length,
        handedIn: handedIn.length,
        reviews: reviews.length,
        browsers: browsers.length,
        retentionDays,
      };
      return renderMyDataPage(view, await wordsFor({ store, library }, person, locale), locale);
    },
  };
}

function forgetMePage({ store, library }: PageParts): PersonPage {
  return {
    path: ROUTES.forgetMe,
    styles: [PAGE_STYLE],
    render: async ({ person, locale, formToken }) => {
      const texts = await wordsFor({ store, library }, person, locale);
      const alone = await ledAlone(store, person);
      return renderForgetMePage(alone, texts, { language: locale, token: formToken });
    },
  };
}

/** Names of groups of which somebody is the only trainer. */
async function ledAlone(store: PageParts['store'], person: string): Promise<readonly string[]> {
  const led = (await store.groups.groupsOf(person)).filter(
    ({ group, role }) => role === 'trainer' && group.archivedAt === null,
  );
  const names = await Promise.all(
    led.map(async ({ group }) => {
      const members = await store.groups.members(group.id);
      return members.filter(({ role }) => role === 'trainer').length === 1 ? [group.name] : [];
    }),
  );
  return names.flat();
}

function forgetMeForm({ store, clock }: PageParts): PersonForm {
  return {
    path: ROUTES.forgetMe,
    once: true,
    styles: [],
    take: async ({ person, locale }) => {
      await store.privacy.forgetPerson(person, clock.now());
      return { kind: 'leave', path: paths.signedOut(locale, true) };
    },
  };
}

function removalsPage({ store, library }: PageParts): PersonPage {
  return {
    path: ROUTES.removals,
    styles: [PAGE_STYLE],
    render: async ({ person, locale }) => {
      if ((await asOrganiser(store, person)) === null) return null;
      const texts = await wordsFor({ store, library }, person, locale);
      return renderRemovalsPage(await store.privacy.removals(REMOVALS), texts, locale);
    },
  };
}

function myJson({ store, clock }: PageParts): PersonFile {
  return {
    path: ROUTES.myJson,
    make: async ({ person }) => ({
      name: 'bruggesprek.json',
      type: JSON_TYPE,
      content: JSON.stringify(await collectMyData(store, person, clock.now()), null, 2),
    }),
  };
}

function myCsv(parts: PageParts): PersonFile {
  return {
    path: ROUTES.myCsv,
    make: async ({ person, locale }) => {
      const texts = await wordsFor(parts, person, locale);
      const rows = talksTable(await ownTalks(exportParts(parts), person), texts, locale);
      return { name: 'bruggesprek.csv', type: CSV_TYPE, content: toCsv(rows, locale) };
    },
  };
}

function myXapi({ store, naming }: PageParts): PersonFile {
  return {
    path: ROUTES.myXapi,
    make: async ({ person }) => xapiFile(await ownStatements(store, naming, person)),
  };
}

function groupCsv(parts: PageParts): PersonFile {
  return {
    path: ROUTES.groupCsv,
    make: async ({ person, params, locale }) => {
      const rows = await groupRows(exportParts(parts), params.group ?? '', person);
      if (rows === null) return null;
      const texts = await wordsFor(parts, person, locale);
      return {
        name: 'bruggesprek.csv',
        type: CSV_TYPE,
        content: toCsv(groupTable(rows, { t: texts, locale, titleOf: titlesIn(parts) }), locale),
      };
    },
  };
}

/** Of what can be practised now; another is named by its id. */
function titlesIn({ library }: PageParts): (scenario: string) => string {
  const titles = new Map(library.playbook.scenarios.map(({ scenario: { id, texts } }) => [id, texts.title]));
  return (scenario) => titles.get(scenario) ?? scenario;
}

function groupXapi({ store, naming }: PageParts): PersonFile {
  return {
    path: ROUTES.groupXapi,
    make: async ({ person, params }) => {
      const statements = await groupStatements(store, naming, params.group ?? '', person);
      return statements && xapiFile(statements);
    },
  };
}

function xapiFile(statements: readonly unknown[]) {
  return {
    name: 'bruggesprek-xapi.json',
    type: JSON_TYPE,
    content: JSON.stringify(statements, null, 2),
  };
}

function exportParts(parts: PageParts): ExportParts {
  return {
    store: parts.store,
    rubric: parts.library.playbook.rubric,
    scenarioOf: async (attempt) => (await stagedOf(parts, attempt))?.scenario ?? null,
  };
}

/** In the form of address that somebody chose. */
async function wordsFor(
  { store, library }: Pick<PageParts, 'store' | 'library'>,
  person: string,
  locale: Locale,
) {
  const known = await store.people.person(person);
  return library.playbook.texts(locale, known?.address ?? 'je');
}
