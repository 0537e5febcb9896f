import type { Assignment } from '../core/model/homework';
import type { Notice } from '../core/model/notice';
import type { Person } from '../core/model/person';
import type { HomeworkFacts, NoticeFacts } from '../core/rendering/notice';
import { dueDayOf, zoneOf } from './noticeMoments';
import type { Calendar, Store } from './ports';
import { isDone } from './remind';
import { announcementFacts, intentionFacts } from './reviews/stillTold';

export interface WantedParts {
  readonly store: Pick<Store, 'outbox' | 'people' | 'groups' | 'homework' | 'reviews'>;
  readonly calendar: Calendar;
}

/** Whether a notice is still to go, with what it tells of; else a word of ours that says why not. */
export type Verdict =
  | {
      readonly kind: 'go';
      /** In a time zone that we know. */
      readonly person: Person;
      readonly facts: NoticeFacts;
      /** The homework it is about; null when it is about something else. */
      readonly assignment: Assignment | null;
    }
  | { readonly kind: 'drop'; readonly code: string };

/** Looks once more at everything that may have changed since a notice was planned. */
export async function stillWanted(parts: WantedParts, notice: Notice, now: string): Promise<Verdict> {
  const person = await parts.store.people.person(notice.person);
  if (person === null) return drop('no-person');
  if (!person.reminders[notice.channel]) return drop('opted-out');
  if (notice.expiresAt !== null && notice.expiresAt <= now) return drop('expired');
  const reached = await isReached(parts, notice, person);
  if (!reached) return drop('not-reachable');
  switch (notice.kind) {
    case 'review-announced':
      return told(parts, person, await announcementFacts(parts.store, notice, now));
    case 'intention':
      return told(parts, person, await intentionFacts(parts.store, notice, now));
    default:
      return ofHomework(parts, { ...notice, kind: notice.kind }, person, now);
  }
}

type HomeworkNotice = Notice & { readonly kind: Exclude<Notice['kind'], 'review-announced' | 'intention'> };

async function ofHomework(
  parts: WantedParts,
  notice: HomeworkNotice,
  person: Person,
  now: string,
): Promise<Verdict> {
  const assignment = await parts.store.homework.assignment(notice.data.assignment ?? '');
  if (assignment === null || assignment.publishedAt === null) return drop('no-homework');
  const why = await objection(parts, notice, assignment, now);
  if (why !== null) return drop(why);
  const group = await parts.store.groups.group(assignment.group);
  if (group === null || group.archivedAt !== null) return drop('no-group');
  const timeZone = zoneOf(person, assignment, parts.calendar);
  const facts = factsOf(notice, assignment, group.name);
  return { kind: 'go', person: { ...person, timeZone }, assignment, facts };
}

/** What is not homework; a code when it is not to be told any more. */
function told({ calendar }: WantedParts, person: Person, facts: NoticeFacts | string): Verdict {
  if (typeof facts === 'string') return drop(facts);
  const timeZone = calendar.knows(person.timeZone) ? person.timeZone : 'Europe/Amsterdam';
  return { kind: 'go', person: { ...person, timeZone }, assignment: null, facts };
}

function drop(code: string): Verdict {
  return { kind: 'drop', code };
}

async function isReached({ store }: WantedParts, { channel }: Notice, person: Person): Promise<boolean> {
  switch (channel) {
    case 'mail':
      return person.email !== null;
    case 'teams':
      return (await store.outbox.reference(person.id)) !== null;
  }
}

/** What there is against it, by its kind; null when there is nothing. */
async function objection(
  parts: WantedParts,
  notice: HomeworkNotice,
  assignment: Assignment,
  now: string,
): Promise<string | null> {
  switch (notice.kind) {
    case 'homework-assigned':
      return toDo(parts, notice, assignment, now);
    case 'homework-due-soon':
    case 'homework-due-today':
      if (dueDayOf(assignment, parts.calendar) !== notice.data.day) return 'day-moved';
      return toDo(parts, notice, assignment, now);
    case 'homework-discussed':
      return (await isHandedIn(parts, notice)) ? null : 'taken-back';
    case 'mark-overruled':
      return (await isOverruled(parts, notice)) ? null : 'taken-back';
  }
}

async function toDo(
  { store }: WantedParts,
  { person }: Notice,
  assignment: Assignment,
  now: string,
): Promise<string | null> {
  if (assignment.closedAt !== null) return 'closed';
  if (assignment.dueAt <= now) return 'too-late';
  if (assignment.opensAt !== null && assignment.opensAt > now) return 'not-open';
  const membership = await store.groups.membership(assignment.group, person);
  if (membership?.role !== 'learner') return 'not-a-learner';
  return isDone(await store.homework.homework(assignment.id, person)) ? 'done' : null;
}

async function isHandedIn({ store }: WantedParts, { data, person }: Notice): Promise<boolean> {
  const handIn = await store.homework.handInOf(data.attempt ?? '', data.assignment ?? '');
  return handIn?.learner === person;
}

async function isOverruled(parts: WantedParts, notice: Notice): Promise<boolean> {
  if (!(await isHandedIn(parts, notice))) return false;
  const overrules = await parts.store.homework.overrules(notice.data.attempt ?? '');
  return overrules.some(({ assignment }) => assignment === notice.data.assignment);
}

function factsOf(notice: Notice, { id, title, dueAt }: Assignment, group: string): HomeworkFacts {
  const [path, due] =
    notice.kind === 'mark-overruled'
      ? ([`/debrief/${encodeURIComponent(notice.data.attempt ?? '')}`, null] as const)
      : ([
          `/me/homework/${encodeURIComponent(id)}`,
          notice.kind === 'homework-discussed' ? null : dueAt,
        ] as const);
  return { about: 'homework', title, group, dueAt: due, path };
}
