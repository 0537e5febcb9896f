import type { Assignment } from '../core/model/homework';
import type { NoticeKind } from '../core/model/notice';
import type { Person } from '../core/model/person';
import type { Calendar } from './ports';
import { isQuiet, nextAllowed, type QuietTimes } from './quietHours';
import { plusSeconds } from './time';

/** When somebody is told of their homework. */
export interface NoticeMoment {
  readonly kind: Extract<NoticeKind, 'homework-assigned' | 'homework-due-soon' | 'homework-due-today'>;
  /** Tells it from the others of this homework, also when the due day moves. */
  readonly name: string;
  readonly dueAt: string;
  readonly expiresAt: string;
}

export interface NoticeRules {
  readonly calendar: Calendar;
  readonly quiet: QuietTimes;
}

/** By the clock of the reader. */
const MORNING = '09:00';
/** Days. */
const SOON = 2;
const WEEK_SECONDS = 7 * 24 * 3600;
const DAYS_IN_WEEK = 7;

/**
 * The moments for one learner, who is in the group since `since` and lives in `zone`. Who got the homework later than
 * a moment is not told of that moment: the first message says the same.
 */
export function momentsOf(
  assignment: Assignment,
  since: string,
  zone: string,
  { calendar, quiet }: NoticeRules,
): readonly NoticeMoment[] {
  if (assignment.publishedAt === null || assignment.closedAt !== null) return [];
  const seen = latest(assignment.publishedAt, assignment.opensAt ?? since, since);
  const seenDay = calendar.there(seen, zone).day;
  const dueDay = calendar.there(assignment.dueAt, zone).day;
  const assigned = nextAllowed(seen, zone, quiet, calendar);
  const reminders = [
    reminder('due-soon', morningBefore(calendar.plusDays(dueDay, -SOON), zone, { calendar, quiet })),
    reminder('due-today', morningOf(dueDay, zone, { calendar, quiet })),
  ].flat();
  const moments: readonly NoticeMoment[] = [
    {
      kind: 'homework-assigned',
      name: 'assigned',
      dueAt: assigned,
      expiresAt: earliest(plusSeconds(assigned, WEEK_SECONDS), assignment.dueAt),
    },
    ...reminders.filter(({ dueAt }) => calendar.there(dueAt, zone).day > seenDay),
  ];
  return moments.filter(({ dueAt, expiresAt }) => dueAt < expiresAt);

  function reminder(name: 'due-soon' | 'due-today', dueAt: string | null): readonly NoticeMoment[] {
    if (dueAt === null) return [];
    const expiresAt = name === 'due-soon' ? calendar.at(dueDay, '00:00', zone) : assignment.dueAt;
    const day = dueDayOf(assignment, calendar);
    return [{ kind: `homework-${name}`, name: `${name}-${day}`, dueAt, expiresAt }];
  }
}

function latest(first: string, ...others: readonly string[]): string {
  return [first, ...others].sort().at(-1) ?? first;
}

function earliest(first: string, ...others: readonly string[]): string {
  return [first, ...others].sort().at(0) ?? first;
}

/** Where somebody lives, as far as their zone is one we know; else where the group is. */
export function zoneOf(
  { timeZone }: Pick<Person, 'timeZone'>,
  assignment: Pick<Assignment, 'timeZone'>,
  calendar: Calendar,
): string {
  return calendar.knows(timeZone) ? timeZone : assignment.timeZone;
}

/** The day by which it is due, where the group is. */
export function dueDayOf(assignment: Pick<Assignment, 'dueAt' | 'timeZone'>, calendar: Calendar): string {
  return calendar.there(assignment.dueAt, assignment.timeZone).day;
}

/** The first moment of a day from the morning on at which somebody may be sent something; null when it is all quiet. */
function morningOf(day: string, zone: string, { calendar, quiet }: NoticeRules): string | null {
  const moment = nextAllowed(calendar.at(day, MORNING, zone), zone, quiet, calendar);
  return calendar.there(moment, zone).day === day && !isQuiet(moment, zone, quiet, calendar) ? moment : null;
}

/** The morning of this day, or of the last before it on which somebody may be sent something. */
function morningBefore(day: string, zone: string, rules: NoticeRules): string | null {
  for (let back = 0; back < DAYS_IN_WEEK; back++) {
    const morning = morningOf(rules.calendar.plusDays(day, -back), zone, rules);
    if (morning !== null) return morning;
  }
  return null;
}
