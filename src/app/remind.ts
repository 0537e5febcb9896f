import type { Assignment, Homework, HomeworkState } from '../core/model/homework';
import type { Notice } from '../core/model/notice';
import { NOTICE_CHANNELS, type NoticeChannel, type Person } from '../core/model/person';
import { dueDayOf, momentsOf, type NoticeRules, zoneOf } from './noticeMoments';
import type { Calendar, Clock, Ids, Store } from './ports';
import type { QuietTimes } from './quietHours';
import { remembering } from './rememberingCalendar';

export interface RemindParts {
  readonly store: Pick<Store, 'outbox' | 'people' | 'groups' | 'homework'>;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly calendar: Calendar;
  readonly quiet: QuietTimes;
  /** By which this installation can send. */
  readonly channels: readonly NoticeChannel[];
}

/** Somebody who has homework, and the ways by which they want to hear of it and can. */
export interface ReminderLearner {
  readonly person: Pick<Person, 'id' | 'timeZone'>;
  /** In the group since. */
  readonly since: string;
  readonly channels: readonly NoticeChannel[];
}

/** A state in which there is nothing to remind of any more. */
const DONE: readonly HomeworkState[] = ['handed-in', 'discussed', 'excused'];
const END_OF_TIME = '9999-12-31T00:00:00.000Z';

export function isDone(homework: Pick<Homework, 'state'> | null | undefined): boolean {
  return homework != null && DONE.includes(homework.state);
}

/** Everything one learner is to be told of one assignment. The same occasion has the same key whenever it is asked. */
export function noticesFor(
  assignment: Assignment,
  learner: ReminderLearner,
  rules: NoticeRules,
): readonly Omit<Notice, 'id'>[] {
  const { person, since, channels } = learner;
  const zone = zoneOf(person, assignment, rules.calendar);
  return momentsOf(assignment, since, zone, rules).flatMap(({ name, kind, dueAt, expiresAt }) =>
    channels.map((channel) => ({
      person: person.id,
      channel,
      kind,
      key: `${keyOf(assignment.id, person.id)}${name}:${channel}`,
      data: { assignment: assignment.id, day: dueDayOf(assignment, rules.calendar) },
      dueAt,
      expiresAt,
    })),
  );
}

/**
 * Plans what is still to be told of all homework that is not due yet. Everything planned before stays as it is, so it
 * may run as often as one likes, at several instances; what was missed while none ran is made up for.
 */
export async function planReminders(parts: RemindParts): Promise<number> {
  return plan(parts, await parts.store.homework.due(parts.clock.now(), END_OF_TIME));
}

/** After an assignment was published, changed or closed: what was planned for it is planned anew. */
export async function replanAssignment(parts: RemindParts, id: string): Promise<void> {
  await parts.store.outbox.cancel(`homework:${id}:`);
  const assignment = await parts.store.homework.assignment(id);
  if (assignment !== null) await plan(parts, [assignment]);
}

function keyOf(assignment: string, person: string): string {
  return `homework:${assignment}:${person}:`;
}

async function plan(parts: RemindParts, assignments: readonly Assignment[]): Promise<number> {
  const now = parts.clock.now();
  const open = assignments.filter((one) => one.publishedAt !== null && one.closedAt === null);
  const homework = await parts.store.homework.homeworkFor(open.map(({ id }) => id));
  const done = new Set(homework.filter(isDone).map(({ assignment, learner }) => keyOf(assignment, learner)));
  const groups = [...new Set(open.map(({ group }) => group))];
  const learners = new Map(await Promise.all(groups.map((id) => learnersOf(parts, id))));
  const rules = { quiet: parts.quiet, calendar: remembering(parts.calendar) };
  const notices = open.flatMap((assignment) =>
    (learners.get(assignment.group) ?? [])
      .filter(({ person }) => !done.has(keyOf(assignment.id, person.id)))
      .flatMap((learner) => noticesFor(assignment, learner, rules))
      .filter(({ expiresAt }) => expiresAt === null || expiresAt > now)
      .map((notice): Notice => ({ id: parts.ids.fresh(), ...notice })),
  );
  return notices.length === 0 ? 0 : parts.store.outbox.add(notices);
}

async function learnersOf(
  { store, channels }: RemindParts,
  id: string,
): Promise<readonly [string, readonly ReminderLearner[]]> {
  const group = await store.groups.group(id);
  if (group === null || group.archivedAt !== null) return [id, []];
  const members = (await store.groups.members(id)).filter(({ role }) => role === 'learner');
  const ids = members.map(({ person }) => person);
  const people = new Map((await store.people.people(ids)).map((person) => [person.id, person]));
  const inTeams = new Set(await store.outbox.inTeams(ids));
  const learners = members.flatMap(({ person: one, since }) => {
    const person = people.get(one);
    if (!person) return [];
    const ways = channels.filter((channel) => wants(person, channel) && reaches(person, channel, inTeams));
    return [{ person, since, channels: ways }];
  });
  return [id, learners];
}

function wants(person: Person, channel: NoticeChannel): boolean {
  return person.reminders[channel];
}

function reaches(person: Person, channel: NoticeChannel, inTeams: ReadonlySet<string>): boolean {
  switch (channel) {
    case 'mail':
      return person.email !== null;
    case 'teams':
      return inTeams.has(person.id);
  }
}

/** Every way that somebody wants to be reached by, and can be. */
export async function waysTo(
  { outbox }: Pick<Store, 'outbox'>,
  person: Person,
): Promise<readonly NoticeChannel[]> {
  const inTeams = new Set(await outbox.inTeams([person.id]));
  return NOTICE_CHANNELS.filter((channel) => wants(person, channel) && reaches(person, channel, inTeams));
}
