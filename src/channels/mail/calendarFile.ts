import ical, {
  ICalCalendarMethod,
  ICalEventBusyStatus,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';
import type { CalendarDay } from '../../core/model/letter';

export const CALENDAR_TYPE = 'text/calendar; charset=utf-8';
const DAY_MS = 24 * 3600 * 1000;

/**
 * A due day as an all-day event: a date without a time, so that no time zone can move it. It keeps nobody busy. Later
 * versions replace earlier ones, a cancelled one takes it out. `origin` stands before our pages;
 * null leaves the link out.
 */
export function calendarFile(day: CalendarDay, origin: string | null): string {
  const calendar = ical({
    prodId: { company: 'bruggesprek', product: 'bruggesprek' },
    method: day.cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
  });
  calendar.createEvent({
    id: day.uid,
    sequence: day.sequence,
    stamp: new Date(day.stamp),
    start: dateOf(day.day),
    end: dateOf(day.day, 1),
    allDay: true,
    summary: day.title,
    ...(origin !== null && { url: `${origin}${day.path}` }),
    status: day.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    busystatus: ICalEventBusyStatus.FREE,
    transparency: ICalEventTransparency.TRANSPARENT,
  });
  return calendar.toString();
}

/** That day as the library reads dates without a zone: by what they are in UTC. */
function dateOf(day: string, later = 0): Date {
  return new Date(Date.parse(`${day}T00:00:00Z`) + later * DAY_MS);
}
