import type { Calendar } from './ports';

/** When nobody is sent anything, by the clock where they are. */
export interface QuietTimes {
  /** `18:00`; over midnight when `from` is the later one. Null when no hour is quiet. */
  readonly hours: { readonly from: string; readonly until: string } | null;
  readonly weekends: boolean;
}

export const DEFAULT_QUIET: QuietTimes = { hours: { from: '18:00', until: '08:00' }, weekends: true };

/** A weekend, a night, and a day more for a night in which the clock changes. */
const DAYS_AHEAD = 5;
const SATURDAY = 6;

export function isQuiet(moment: string, zone: string, quiet: QuietTimes, calendar: Calendar): boolean {
  const { time, weekday } = calendar.there(moment, zone);
  if (quiet.weekends && weekday >= SATURDAY) return true;
  if (quiet.hours === null) return false;
  const { from, until } = quiet.hours;
  return from < until ? time >= from && time < until : time >= from || time < until;
}

/** The moment itself, or when it is quiet the first after it that is not. */
export function nextAllowed(moment: string, zone: string, quiet: QuietTimes, calendar: Calendar): string {
  const allowed = (one: string) => !isQuiet(one, zone, quiet, calendar);
  if (allowed(moment)) return moment;
  const { day } = calendar.there(moment, zone);
  const days = Array.from({ length: DAYS_AHEAD }, (_, ahead) => calendar.plusDays(day, ahead));
  const openings = days.flatMap((one) =>
    ['00:00', ...(quiet.hours ? [quiet.hours.until] : [])].map((time) => calendar.at(one, time, zone)),
  );
  const next = openings.filter((opening) => opening > moment && allowed(opening)).sort()[0];
  if (next === undefined) throw new Error('Every hour is quiet.');
  return next;
}
