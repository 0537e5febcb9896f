import type { Group } from '../core/model/group';
import type { Assignment, AssignmentState } from '../core/model/homework';
import { asActiveTrainer, asTrainer } from './access';
import {
  type AssignmentContent,
  type AssignmentDraft,
  type Checked,
  checkDraft,
  checkLateChange,
  type DraftGround,
  draftOf,
  endOf,
  type Flaw,
} from './assignmentDraft';
import { assignmentState } from './assignmentState';
import { reckonLateness } from './homeworkState';
import type { Calendar, Clock, Ids, Store } from './ports';

export interface AssignmentParts {
  readonly store: Pick<Store, 'groups' | 'homework'>;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly calendar: Calendar;
  /** What can be practised now, and at which levels. */
  readonly scenarios: DraftGround['scenarios'];
  /** Plans, moves or calls off what the learners are told; after a change was written. */
  readonly announce: (assignment: Assignment) => Promise<void>;
}

/** Which assignment of which group, as an address names it. */
export interface AssignmentPath {
  readonly group: string;
  readonly assignment: string;
}

export type AssignmentOutcome =
  | { readonly kind: 'done'; readonly assignment: Assignment }
  | { readonly kind: 'flawed'; readonly flaws: readonly Flaw[] }
  /** Somebody else changed it in between. */
  | { readonly kind: 'moved-on' }
  /** It is not in a state in which this can be done. */
  | { readonly kind: 'not-now' };

export interface GivenAssignment {
  readonly group: Group;
  readonly assignment: Assignment;
  readonly state: AssignmentState;
}

/** All of a group for its trainers, drafts too, in the order of their due dates; null for everybody else. */
export async function groupAssignments(
  { store, clock }: Pick<AssignmentParts, 'store' | 'clock'>,
  trainer: string,
  groupId: string,
): Promise<{ readonly group: Group; readonly given: readonly GivenAssignment[] } | null> {
  const group = await asTrainer(store, groupId, trainer);
  if (!group) return null;
  const now = clock.now();
  const assignments = await store.homework.assignments([groupId]);
  return {
    group,
    given: assignments.map((assignment) => ({ group, assignment, state: assignmentState(assignment, now) })),
  };
}

/** For a trainer of its group; null when there is none at this address. */
export async function readAssignment(
  { store, clock }: Pick<AssignmentParts, 'store' | 'clock'>,
  trainer: string,
  path: AssignmentPath,
): Promise<GivenAssignment | null> {
  const group = await asTrainer(store, path.group, trainer);
  const assignment = group && (await store.homework.assignment(path.assignment));
  if (!group || assignment?.group !== group.id) return null;
  return { group, assignment, state: assignmentState(assignment, clock.now()) };
}

/** Makes a draft, or hands it out at once. */
export async function createAssignment(
  parts: AssignmentParts,
  trainer: string,
  groupId: string,
  draft: AssignmentDraft,
  publish: boolean,
): Promise<AssignmentOutcome | null> {
  const group = await asActiveTrainer(parts.store, groupId, trainer);
  if (!group) return null;
  const now = parts.clock.now();
  const checked = checkDraft(draft, groundOf(parts, group.timeZone, now));
  if (!checked.ok) return { kind: 'flawed', flaws: checked.flaws };
  const assignment = fresh(parts, group, trainer, checked.value, { now, publishedAt: publish ? now : null });
  await parts.store.homework.addAssignment(assignment);
  if (publish) await parts.announce(assignment);
  return { kind: 'done', assignment };
}

/**
 * Changes a draft as one likes, and what is handed out only harmlessly: title, note, a later day, a narrower sight.
 * `version` is that of the assignment that the form showed.
 */
export async function editAssignment(
  parts: AssignmentParts,
  trainer: string,
  path: AssignmentPath,
  draft: AssignmentDraft,
  { version, publish }: { readonly version: number; readonly publish: boolean },
): Promise<AssignmentOutcome | null> {
  const given = await changeable(parts, trainer, path);
  if (!given) return null;
  const { assignment, state } = given;
  if (assignment.version !== version) return { kind: 'moved-on' };
  const now = parts.clock.now();
  const ground = groundOf(parts, assignment.timeZone, now);
  const checked: Checked<Partial<Assignment>> =
    state === 'draft' ? checkDraft(draft, ground) : checkLateChange(draft, assignment, ground);
  if (!checked.ok) return { kind: 'flawed', flaws: checked.flaws };
  const publishedAt = state === 'draft' && publish ? now : assignment.publishedAt;
  return keep(parts, { ...assignment, ...checked.value, publishedAt }, assignment);
}

/** Hands a draft out; what was fine when it was written may be past by now. */
export async function publishAssignment(
  parts: AssignmentParts,
  trainer: string,
  path: AssignmentPath,
): Promise<AssignmentOutcome | null> {
  const given = await changeable(parts, trainer, path);
  if (!given) return null;
  const { assignment, state } = given;
  if (state !== 'draft') return { kind: 'not-now' };
  const now = parts.clock.now();
  const checked = checkDraft(draftOf(assignment, parts.calendar), groundOf(parts, assignment.timeZone, now));
  if (!checked.ok) return { kind: 'flawed', flaws: checked.flaws };
  return keep(parts, { ...assignment, ...checked.value, publishedAt: now }, assignment);
}

/** Nothing can be handed in any more; what was handed in stays. */
export function closeAssignment(
  parts: AssignmentParts,
  trainer: string,
  path: AssignmentPath,
): Promise<AssignmentOutcome | null> {
  return setClosed(parts, trainer, path, ['open', 'scheduled'], parts.clock.now());
}

export function reopenAssignment(
  parts: AssignmentParts,
  trainer: string,
  path: AssignmentPath,
): Promise<AssignmentOutcome | null> {
  return setClosed(parts, trainer, path, ['closed'], null);
}

async function setClosed(
  parts: AssignmentParts,
  trainer: string,
  path: AssignmentPath,
  from: readonly AssignmentState[],
  closedAt: string | null,
): Promise<AssignmentOutcome | null> {
  const given = await changeable(parts, trainer, path);
  if (!given) return null;
  const { assignment, state } = given;
  return from.includes(state) ? keep(parts, { ...assignment, closedAt }, assignment) : { kind: 'not-now' };
}

/** Days that a copy is given when the day of the first is past. */
const DAYS_FOR_A_COPY = 14;

/** A draft with the same content, to hand out again. */
export async function copyAssignment(
  parts: AssignmentParts,
  trainer: string,
  path: AssignmentPath,
): Promise<AssignmentOutcome | null> {
  const given = await changeable(parts, trainer, path);
  if (!given) return null;
  const { assignment, group } = given;
  const now = parts.clock.now();
  const { calendar } = parts;
  const later = calendar.plusDays(calendar.there(now, group.timeZone).day, DAYS_FOR_A_COPY);
  const inTime = assignment.dueAt > now && assignment.timeZone === group.timeZone;
  const content = {
    ...assignment,
    opensAt: null,
    dueAt: inTime ? assignment.dueAt : endOf(later, group.timeZone, calendar),
    timeZone: group.timeZone,
  };
  const copy = fresh(parts, group, trainer, content, { now, publishedAt: null });
  await parts.store.homework.addAssignment(copy);
  return { kind: 'done', assignment: copy };
}

/** What was handed out can be closed, not removed: people handed things in. */
export async function removeDraft(
  parts: AssignmentParts,
  trainer: string,
  path: AssignmentPath,
): Promise<AssignmentOutcome | null> {
  const given = await changeable(parts, trainer, path);
  if (!given) return null;
  const removed = await parts.store.homework.removeDraft(given.assignment.id);
  return removed ? { kind: 'done', assignment: given.assignment } : { kind: 'not-now' };
}

async function changeable(
  parts: AssignmentParts,
  trainer: string,
  path: AssignmentPath,
): Promise<GivenAssignment | null> {
  const given = await readAssignment(parts, trainer, path);
  return given?.group.archivedAt === null ? given : null;
}

/** Writes a change, and what follows from it for others. */
async function keep(
  parts: AssignmentParts,
  next: Assignment,
  before: Assignment,
): Promise<AssignmentOutcome> {
  if (!(await parts.store.homework.changeAssignment(next))) return { kind: 'moved-on' };
  const assignment = { ...next, version: next.version + 1 };
  if (before.publishedAt !== null && before.dueAt !== next.dueAt) await reckonLateness(parts, assignment);
  if (next.publishedAt !== null) await parts.announce(assignment);
  return { kind: 'done', assignment };
}

function groundOf(parts: AssignmentParts, timeZone: string, now: string): DraftGround {
  return { scenarios: parts.scenarios, calendar: parts.calendar, timeZone, now };
}

function fresh(
  { ids }: Pick<AssignmentParts, 'ids'>,
  group: Group,
  trainer: string,
  content: AssignmentContent,
  { now, publishedAt }: { readonly now: string; readonly publishedAt: string | null },
): Assignment {
  return {
    ...content,
    id: ids.fresh(),
    group: group.id,
    publishedAt,
    closedAt: null,
    createdBy: trainer,
    createdAt: now,
    version: 1,
  };
}
