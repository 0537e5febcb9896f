import { dueDayFor } from '../../app/calendarDay';
import { chooseReminders, readReminderChoice, stopReminders } from '../../app/reminderChoice';
import { CALENDAR_TYPE, calendarFile } from '../../channels/mail/calendarFile';
import type { OpenForm, OpenPage, OpenView } from '../../channels/webchat/openPages';
import type { PersonFile } from '../../channels/webchat/personFiles';
import type { PersonForm } from '../../channels/webchat/personForms';
import type { PersonPage } from '../../channels/webchat/personPages';
import type { Person } from '../../core/model/person';
import { paths, ROUTES } from '../../pages/paths';
import { renderRemindersPage } from '../../pages/reminders/Reminders';
import { renderStopMailPage } from '../../pages/reminders/StopMail';
import { PAGE_STYLE } from '../../pages/style';
import type { Pages } from '.';
import type { PageParts } from './parts';

/** By which ways somebody is reminded, the way out of e-mail, and the due day for their own calendar. */
export function reminderPages(parts: PageParts): Pages {
  return {
    pages: [remindersPage(parts)],
    forms: [remindersForm(parts)],
    files: [dueDayFile(parts)],
    openPages: [stopMailPage(parts)],
    openForms: [stopMailForm(parts)],
  };
}

function remindersPage({ store, library, reminders }: PageParts): PersonPage {
  return {
    path: ROUTES.reminders,
    styles: [PAGE_STYLE],
    render: async ({ person, locale, query, formToken }) => {
      const known = await store.people.person(person);
      const choice = await readReminderChoice(store, person);
      if (known === null || choice === null) return null;
      const { quiet, channels } = reminders;
      const view = { ...choice, quiet, channels, saved: query.saved === 'yes' };
      const texts = library.playbook.texts(locale, known.address);
      return renderRemindersPage(view, texts, { language: locale, token: formToken });
    },
  };
}

function remindersForm({ store }: PageParts): PersonForm {
  return {
    path: ROUTES.reminders,
    styles: [],
    take: async ({ person, locale, fields }) => {
      const wanted = { mail: fields.mail === 'yes', teams: fields.teams === 'yes' };
      const kept = await chooseReminders(store, person, wanted);
      return kept ? { kind: 'see', path: paths.reminders(locale, true) } : null;
    },
  };
}

function dueDayFile({ store, library, clock, calendar, reminders }: PageParts): PersonFile {
  return {
    path: ROUTES.dueDay,
    make: async ({ person, locale, params }) => {
      const texts = library.playbook.texts(locale, 'je');
      const parts = { store, calendar, texts, now: clock.now() };
      const day = await dueDayFor(parts, params.assignment ?? '', person);
      if (day === null) return null;
      const content = calendarFile(day, reminders.origin);
      return { name: `bruggesprek-${day.day}.ics`, type: CALENDAR_TYPE, content };
    },
  };
}

function stopMailPage(parts: PageParts): OpenPage {
  return {
    path: ROUTES.stopMail,
    styles: [PAGE_STYLE],
    render: async (view) => {
      const person = await personOf(parts, view);
      if (person === null) return invalid(parts, view);
      const page = { kind: 'ask', token: view.query.who ?? '' } as const;
      const html = renderStopMailPage(page, wordsFor(parts, person), person.locale);
      return { kind: 'page', html };
    },
  };
}

function stopMailForm(parts: PageParts): OpenForm {
  return {
    path: ROUTES.stopMail,
    styles: [PAGE_STYLE],
    byAddress: true,
    take: async (view) => {
      const person = await personOf(parts, view);
      if (person === null) return invalid(parts, view);
      await stopReminders(parts.store, person.id, 'mail');
      const html = renderStopMailPage({ kind: 'done' }, wordsFor(parts, person), person.locale);
      return { kind: 'page', html };
    },
  };
}

/** Whom a link in an e-mail was for; null when it is none of ours, or they are gone. */
async function personOf({ store, reminders }: PageParts, { query }: OpenView): Promise<Person | null> {
  const id = reminders.tokens.read(query.who ?? '');
  return id === null ? null : store.people.person(id);
}

function wordsFor({ library }: PageParts, { locale, address }: Person) {
  return library.playbook.texts(locale, address);
}

function invalid({ library }: PageParts, { locale }: OpenView) {
  const html = renderStopMailPage({ kind: 'invalid' }, library.playbook.texts(locale, 'je'), locale);
  return { kind: 'page', html, status: 404 } as const;
}
