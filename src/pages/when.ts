import type { Locale } from '../core/model/session';

const TONGUE: Readonly<Record<Locale, string>> = { nl: 'nl-NL', en: 'en-GB' };

/** The people we serve live in one time zone; the server may stand in another. */
const ZONE = 'Europe/Amsterdam';

/** Day and time in words, from ISO 8601 in UTC. */
export function moment(locale: Locale, iso: string): string {
  return format(locale, iso, { dateStyle: 'long', timeStyle: 'short' });
}

/** The day in words. */
export function day(locale: Locale, iso: string): string {
  return format(locale, iso, { dateStyle: 'long' });
}

/** The day of the week and the day as people live it in a time zone. */
export function dayThere(locale: Locale, iso: string, timeZone: string): string {
  const options = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone } as const;
  return new Intl.DateTimeFormat(TONGUE[locale], options).format(new Date(iso));
}

/** What a clock shows in a time zone. */
export function timeThere(locale: Locale, iso: string, timeZone: string): string {
  const options = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone } as const;
  return new Intl.DateTimeFormat(TONGUE[locale], options).format(new Date(iso));
}

/** The day as short as it can be read. */
export function shortDay(locale: Locale, iso: string): string {
  return format(locale, iso, { day: 'numeric', month: 'short' });
}

function format(locale: Locale, iso: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(TONGUE[locale], { ...options, timeZone: ZONE }).format(new Date(iso));
}
