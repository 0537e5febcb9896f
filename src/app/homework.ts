import type { Group } from '../core/model/group';
import type { Assignment, AssignmentState, HandIn, Homework } from '../core/model/homework';
import type { MessageBody } from '../core/model/message';
import { asLearnerOfAssignment } from './access';
import { assignmentState, visibleSince } from './assignmentState';
import { type JudgedAttempt, judgeAttempts } from './countingAttempts';
import { advance, factsOf, settle } from './homeworkState';
import type { AttemptRecord, Clock, Store } from './ports';

export interface HomeworkParts {
  readonly store: Store;
  readonly clock: Clock;
}

/** One scenario of somebody's homework. */
export interface HomeworkPart {
  readonly scenario: string;
  /** Oldest first. */
  readonly attempts: readonly JudgedAttempt[];
  readonly handIn: HandIn | null;
  /** How many attempts may still count; null for as many as one likes. */
  readonly left: number | null;
}

/** Everything a learner has to know about one assignment: what to do, what is there, who will see what. */
export interface HomeworkView {
  readonly group: Group;
  readonly assignment: Assignment;
  readonly state: AssignmentState;
  readonly homework: Homework;
  /** The last moment is past. */
  readonly overdue: boolean;
  readonly parts: readonly HomeworkPart[];
  /** Names of who will see what is handed in; '' for who never gave one. */
  readonly trainers: readonly string[];
}

/** For the learner who looks at it; that they did is noted. Null when there is nothing for them at this address. */
export async function openHomework(
  parts: HomeworkParts,
  learner: string,
  id: string,
): Promise<HomeworkView | null> {
  const place = await asLearnerOfAssignment(parts.store, id, learner, parts.clock.now());
  if (!place) return null;
  await advance(parts, place.assignment, learner, { type: 'OPENED' });
  const material = await materialFor(parts.store, learner, [place.assignment]);
  return viewOf(parts, learner, place.group, place.assignment, material);
}

/** All homework of a learner, what is open first, then the nearest day first. */
export async function homeworkOf(parts: HomeworkParts, learner: string): Promise<readonly HomeworkView[]> {
  const groups = await groupsAsLearner(parts, learner);
  const now = parts.clock.now();
  const assignments = await parts.store.homework.assignments([...groups.keys()]);
  const visible = assignments.filter((one) => (visibleSince(one) ?? END_OF_TIME) <= now);
  const material = await materialFor(parts.store, learner, visible);
  const views = await Promise.all(
    visible.flatMap((assignment) => {
      const group = groups.get(assignment.group);
      return group ? [viewOf(parts, learner, group, assignment, material)] : [];
    }),
  );
  return views.toSorted((a, b) => Number(a.state !== 'open') - Number(b.state !== 'open'));
}

export type StartOutcome =
  /** What to say in the learner's conversation. */
  | { readonly kind: 'start'; readonly say: MessageBody }
  /** They are in the middle of a talk, which would be lost. */
  | { readonly kind: 'busy' }
  | { readonly kind: 'closed' };

/** Begins a scenario of the homework, at the level that is asked. */
export async function startHomework(
  { store, clock }: HomeworkParts,
  learner: string,
  id: string,
  scenario: string,
): Promise<StartOutcome | null> {
  const now = clock.now();
  const place = await asLearnerOfAssignment(store, id, learner, now);
  if (!place?.assignment.scenarios.includes(scenario)) return null;
  const { assignment, group } = place;
  if (assignmentState(assignment, now) !== 'open' || group.archivedAt !== null) return { kind: 'closed' };
  const conversation = await store.latestConversation(learner);
  const session = conversation === null ? null : await store.session(conversation);
  if (session?.stage === 'playing' || session?.paused) return { kind: 'busy' };
  const level = assignment.level === null ? {} : { level: assignment.level };
  return {
    kind: 'start',
    say: { kind: 'action', action: 'choose', values: { scenario, homework: id, ...level } },
  };
}

/** After anything changed about what is handed in. */
export async function factsNow({ store }: HomeworkParts, learner: string, assignment: Assignment) {
  const [attempts, handIns] = await Promise.all([
    attemptsFor(store, learner, [assignment]),
    store.homework.handInsOf(learner),
  ]);
  const practised = judgeAttempts(assignment, attempts).some(({ whyNot }) => whyNot === null);
  return factsOf(assignment, learner, handIns, practised);
}

/** What views of somebody's homework are made from; read once for all of them. */
interface Material {
  readonly attempts: readonly AttemptRecord[];
  readonly handIns: readonly HandIn[];
  /** Names, by group. */
  readonly trainers: ReadonlyMap<string, readonly string[]>;
}

async function materialFor(
  store: Store,
  learner: string,
  assignments: readonly Assignment[],
): Promise<Material> {
  const groups = [...new Set(assignments.map(({ group }) => group))];
  const [attempts, handIns, trainers] = await Promise.all([
    attemptsFor(store, learner, assignments),
    store.homework.handInsOf(learner),
    Promise.all(groups.map(async (group) => [group, await trainerNames(store, group, learner)] as const)),
  ]);
  return { attempts, handIns, trainers: new Map(trainers) };
}

async function viewOf(
  parts: HomeworkParts,
  learner: string,
  group: Group,
  assignment: Assignment,
  { attempts, handIns, trainers }: Material,
): Promise<HomeworkView> {
  const judged = judgeAttempts(assignment, attempts);
  const own = handIns.filter((one) => one.assignment === assignment.id);
  const practised = judged.some(({ whyNot }) => whyNot === null);
  const homework = await settle(parts, assignment, learner, factsOf(assignment, learner, own, practised));
  const now = parts.clock.now();
  return {
    group,
    assignment,
    state: group.archivedAt === null ? assignmentState(assignment, now) : 'closed',
    homework,
    overdue: now > assignment.dueAt,
    parts: assignment.scenarios.map((scenario) => partOf(assignment, scenario, judged, own)),
    trainers: trainers.get(group.id) ?? [],
  };
}

function partOf(
  assignment: Assignment,
  scenario: string,
  judged: readonly JudgedAttempt[],
  handIns: readonly HandIn[],
): HomeworkPart {
  const attempts = judged.filter(({ attempt }) => attempt.scenario === scenario);
  const counting = attempts.filter(({ whyNot }) => whyNot === null).length;
  return {
    scenario,
    attempts,
    handIn: handIns.find((one) => one.scenario === scenario) ?? null,
    left: assignment.attempts === null ? null : Math.max(0, assignment.attempts - counting),
  };
}

/** Since the first of them could be seen. */
function attemptsFor(store: Store, learner: string, assignments: readonly Assignment[]) {
  const since = assignments.flatMap((one) => visibleSince(one) ?? []).toSorted()[0];
  const scenarios = [...new Set(assignments.flatMap((one) => one.scenarios))];
  return since === undefined ? [] : store.homework.attemptsAt([learner], scenarios, since);
}

/** Who else trains a group, by the name they want to be called; nobody shares anything with themselves. */
export async function trainersOf(
  store: Pick<Store, 'groups' | 'people'>,
  group: string,
  self: string,
): Promise<readonly { readonly name: string; readonly since: string }[]> {
  const members = await store.groups.members(group);
  const trainers = members.filter(({ role, person }) => role === 'trainer' && person !== self);
  const people = await store.people.people(trainers.map(({ person }) => person));
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return trainers.map(({ person, since }) => ({ name: names.get(person) ?? '', since }));
}

async function trainerNames(
  store: Pick<Store, 'groups' | 'people'>,
  group: string,
  self: string,
): Promise<readonly string[]> {
  return (await trainersOf(store, group, self)).map(({ name }) => name);
}

async function groupsAsLearner({ store }: HomeworkParts, learner: string) {
  const groups = await store.groups.groupsOf(learner);
  return new Map(groups.flatMap(({ group, role }) => (role === 'learner' ? [[group.id, group]] : [])));
}

/** After everything. */
const END_OF_TIME = '9999';
