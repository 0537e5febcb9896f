import type { Assignment } from '../core/model/homework';
import type { CalendarDay } from '../core/model/letter';
import type { Texts } from '../core/model/texts';
import { asLearnerOfAssignment, asTrainerOfAssignment } from './access';
import { dueDayOf } from './noticeMoments';
import type { Calendar, Store } from './ports';

/** The due day of an assignment, for somebody's own calendar. */
export function calendarDayOf(assignment: Assignment, calendar: Calendar, texts: Texts): CalendarDay {
  return {
    uid: `homework-${assignment.id}@bruggesprek`,
    sequence: assignment.version,
    title: texts('notices.calendar.title', { title: assignment.title }),
    path: `/me/homework/${encodeURIComponent(assignment.id)}`,
    day: dueDayOf(assignment, calendar),
    cancelled: assignment.closedAt !== null,
    stamp: assignment.publishedAt ?? assignment.createdAt,
  };
}

export interface CalendarDayParts {
  readonly store: Pick<Store, 'groups' | 'homework'>;
  readonly calendar: Calendar;
  readonly texts: Texts;
  readonly now: string;
}

/** The same for somebody who asks for it; null unless it is open to them. */
export async function dueDayFor(
  { store, calendar, texts, now }: CalendarDayParts,
  id: string,
  person: string,
): Promise<CalendarDay | null> {
  const place =
    (await asLearnerOfAssignment(store, id, person, now)) ?? (await asTrainerOfAssignment(store, id, person));
  if (place === null || place.assignment.publishedAt === null) return null;
  return calendarDayOf(place.assignment, calendar, texts);
}
