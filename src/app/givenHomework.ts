import type { Assignment, HandIn, Homework } from '../core/model/homework';
import { asTrainerSince, wasShownTo } from './access';
import { type AssignmentPath, readAssignment } from './assignments';
import { factsNow, type HomeworkParts } from './homework';
import { advance, statesFor } from './homeworkState';
import type { Store } from './ports';

/** How far one learner is, as their trainers may know it. */
export interface GivenLearner {
  /** '' for who never gave one. */
  readonly name: string;
  readonly homework: Homework;
  /** For how many scenarios they handed something in. */
  readonly handedIn: number;
  /** What of that this trainer may open, in the order of the assignment's scenarios. */
  readonly handIns: readonly HandIn[];
}

/** Who an assignment is for, and who is ready; null for whoever does not train the group. */
export async function learnersWith(
  { store, clock }: HomeworkParts,
  trainer: string,
  path: AssignmentPath,
): Promise<readonly GivenLearner[] | null> {
  const given = await readAssignment({ store, clock }, trainer, path);
  const place = given && (await asTrainerSince(store, path.group, trainer));
  if (!given || !place) return null;
  const { assignment } = given;
  const members = await store.groups.members(path.group);
  const learners = members.filter(({ role }) => role === 'learner').map(({ person }) => person);
  const [people, states, handIns] = await Promise.all([
    store.people.people(learners),
    statesFor(store, [assignment], learners),
    store.homework.handInsFor([assignment.id]),
  ]);
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return states
    .map((homework) => {
      const own = assignment.scenarios.flatMap((scenario) =>
        handIns.filter((one) => one.scenario === scenario && one.learner === homework.learner),
      );
      return {
        name: names.get(homework.learner) ?? '',
        homework,
        handedIn: own.length,
        handIns: own.filter((one) => wasShownTo(place, one)),
      };
    })
    .toSorted((a, b) => a.name.localeCompare(b.name));
}

/** A trainer lets somebody off, or takes that back. False when there is no such homework or learner for them. */
export async function excuse(
  parts: HomeworkParts,
  trainer: string,
  { learner, ...path }: AssignmentPath & { readonly learner: string },
  excused: boolean,
): Promise<boolean> {
  const given = await readAssignment(parts, trainer, path);
  if (!given || given.group.archivedAt !== null || given.state === 'draft') return false;
  const member = await parts.store.groups.membership(path.group, learner);
  if (member?.role !== 'learner') return false;
  const { practised, all } = await factsNow(parts, learner, given.assignment);
  await advance(
    parts,
    given.assignment,
    learner,
    excused ? { type: 'EXCUSED' } : { type: 'REQUIRED', practised, all },
  );
  return true;
}

/** A trainer said something about what was handed in. */
export async function markDiscussed(
  parts: Pick<HomeworkParts, 'clock'> & { readonly store: Pick<Store, 'homework'> },
  assignment: Assignment,
  learner: string,
): Promise<void> {
  await advance(parts, assignment, learner, { type: 'DISCUSSED' });
}
