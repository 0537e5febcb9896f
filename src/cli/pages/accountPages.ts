import { type AccountTyped, changeAccount, readBrowsers } from '../../app/account';
import type { FormView, PersonForm } from '../../channels/webchat/personForms';
import type { PageView, PersonPage } from '../../channels/webchat/personPages';
import { GUEST, type Person } from '../../core/model/person';
import { type AccountFields, renderAccountPage } from '../../pages/account/Account';
import { renderLeavePage } from '../../pages/entry/Leave';
import type { FieldProblem } from '../../pages/fields';
import { paths, ROUTES } from '../../pages/paths';
import { PAGE_STYLE } from '../../pages/style';
import type { Pages } from '.';
import type { PageParts } from './parts';
import { problemsIn, readerOf } from './words';

/** Somebody's own details, where they are signed in, and the way out. */
export function accountPages(parts: PageParts): Pages {
  return {
    pages: [accountPage, leavePage].map((page) => page(parts)),
    forms: [accountForm, leaveForm, endSignInForm, endSignInsForm].map((form) => form(parts)),
  };
}

function accountPage(parts: PageParts): PersonPage {
  return {
    path: ROUTES.account,
    styles: [PAGE_STYLE],
    render: async (view) => {
      const { person } = await readerOf(parts, view.person, view.locale);
      const fields = view.person === GUEST || !person ? null : fieldsOf(person);
      return account(parts, view, fields);
    },
  };
}

function accountForm(parts: PageParts): PersonForm {
  return {
    path: ROUTES.account,
    styles: [PAGE_STYLE],
    take: async (view) => {
      const typed = await typedIn(parts, view);
      const outcome = await changeAccount(parts, view.person, typed);
      if (outcome === null) return null;
      if (outcome.kind === 'done') return { kind: 'see', path: `${paths.account}?saved=1` };
      const { t } = await readerOf(parts, view.person, view.locale);
      const problems = problemsIn(t, 'entry.account', { ...outcome.problems });
      return { kind: 'again', html: await account(parts, view, typed, problems) };
    },
  };
}

async function account(
  parts: PageParts,
  view: PageView,
  fields: AccountFields | null,
  problems: readonly FieldProblem[] = [],
): Promise<string> {
  const { t } = await readerOf(parts, view.person, view.locale);
  const browsers = await readBrowsers(parts.store, view.person, view.visit, parts.clock.now());
  const { channels } = parts.reminders;
  const saved = view.query.saved !== undefined && problems.length === 0;
  return renderAccountPage({ fields, browsers, channels, saved, problems }, t, {
    language: view.locale,
    token: view.formToken,
  });
}

function fieldsOf({ name, email, locale, address, timeZone, reminders }: Person): AccountFields {
  const { mail: byMail, teams: byTeams } = reminders;
  return { name, email: email ?? '', locale, address, timeZone, byMail, byTeams };
}

/** A way of reminding that the page did not offer stays as it was. */
async function typedIn({ store, reminders }: PageParts, { person, fields }: FormView): Promise<AccountTyped> {
  const { name = '', email = '', locale = '', address = '', timeZone = '' } = fields;
  const wanted = (await store.people.person(person))?.reminders;
  const { channels } = reminders;
  const byMail = channels.includes('mail') ? fields.byMail === 'yes' : wanted?.mail === true;
  const byTeams = channels.includes('teams') ? fields.byTeams === 'yes' : wanted?.teams === true;
  return { name, email, locale, address, timeZone, byMail, byTeams };
}

function leavePage(parts: PageParts): PersonPage {
  return {
    path: ROUTES.leave,
    styles: [PAGE_STYLE],
    render: async (view) => {
      const { person, t } = await readerOf(parts, view.person, view.locale);
      const browsers = await readBrowsers(parts.store, view.person, view.visit, parts.clock.now());
      const here = browsers.find((browser) => browser.here);
      if (!person || !here) return null;
      const elsewhere = browsers.length > 1;
      const page = {
        name: person.name || t('entry.enter.nameless'),
        forGood: !elsewhere && (here.way === 'code' || here.way === 'organiser'),
        browsers: browsers.length,
      };
      return renderLeavePage(page, t, { language: view.locale, token: view.formToken });
    },
  };
}

function leaveForm({ signIns }: PageParts): PersonForm {
  return {
    path: ROUTES.leave,
    once: true,
    styles: [],
    take: async ({ visit, person, locale }) =>
      (await signIns.end(visit, person)) ? { kind: 'leave', path: paths.signedOut(locale) } : null,
  };
}

/** Another browser of one’s own. */
function endSignInForm({ signIns }: PageParts): PersonForm {
  return {
    path: ROUTES.endSignIn,
    once: true,
    styles: [],
    take: async ({ person, params, visit, locale }) => {
      const ended = params.visit ?? '';
      const was = await signIns.end(ended, person);
      if (!was) return null;
      return ended === visit
        ? { kind: 'leave', path: paths.signedOut(locale) }
        : { kind: 'see', path: `${paths.account}#browsers` };
    },
  };
}

function endSignInsForm({ signIns }: PageParts): PersonForm {
  return {
    path: ROUTES.endSignIns,
    once: true,
    styles: [],
    take: async ({ person, locale }) => {
      if (person === GUEST) return null;
      await signIns.endAll(person);
      return { kind: 'leave', path: paths.signedOut(locale) };
    },
  };
}
