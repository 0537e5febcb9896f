import { DateTime, IANAZone } from 'luxon';
import type { Calendar } from './app/ports';

const DAY = 'yyyy-MM-dd';
const TIME = 'HH:mm';

/** The calendar of the places people live in, by the time zone data of this machine. */
export const calendar: Calendar = {
  knows: (zone) => IANAZone.isValidZone(zone),
  at: (day, time, zone) => iso(first(DateTime.fromFormat(`${day} ${time}`, `${DAY} ${TIME}`, { zone }))),
  there(moment, zone) {
    const there = DateTime.fromISO(moment, { zone });
    return { day: there.toFormat(DAY), time: there.toFormat(TIME), weekday: there.weekday };
  },
  plusDays: (day, days) => DateTime.fromFormat(day, DAY, { zone: 'utc' }).plus({ days }).toFormat(DAY),
  isDay: (text) => /^\d{4}-\d\d-\d\d$/.test(text) && DateTime.fromFormat(text, DAY, { zone: 'utc' }).isValid,
};

/**
 * Luxon moves a time that the clock skips on by as much as is skipped. Which one it takes of a time that comes twice
 * depends on whether it is summer while it is asked; the first of them does not.
 */
function first(moment: DateTime): DateTime {
  return moment.getPossibleOffsets()[0] ?? moment;
}

function iso(moment: DateTime): string {
  const text = moment.toUTC().toISO();
  if (text === null) throw new Error('No such day, time or zone.');
  return text;
}
