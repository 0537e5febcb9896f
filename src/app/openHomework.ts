import type { OpenHomework } from '../core/model/decision';
import type { Assignment, HandIn } from '../core/model/homework';
import { assignmentState } from './assignmentState';
import { factsOf, settled, untouched } from './homeworkState';
import type { Store } from './ports';

/** What somebody has still to do, the nearest day first: open, not excused, and of some scenario nothing handed in. */
export async function openHomeworkOf(
  { groups, homework }: Pick<Store, 'groups' | 'homework'>,
  learner: string,
  now: string,
): Promise<readonly OpenHomework[]> {
  const places = await groups.groupsOf(learner);
  const ids = places.flatMap(({ group, role }) =>
    role === 'learner' && group.archivedAt === null ? [group.id] : [],
  );
  if (ids.length === 0) return [];
  const given = (await homework.assignments(ids)).filter((one) => assignmentState(one, now) === 'open');
  const handIns = given.length === 0 ? [] : await homework.handInsOf(learner);
  const open = await Promise.all(
    given.map(async (assignment) => {
      const kept = (await homework.homework(assignment.id, learner)) ?? untouched(assignment, learner);
      const { state } = settled(kept, factsOf(assignment, learner, handIns, false));
      return state === 'excused' ? [] : offered(assignment, handIns, now);
    }),
  );
  return open.flat();
}

function offered(assignment: Assignment, handIns: readonly HandIn[], now: string): readonly OpenHomework[] {
  const shown = handIns.filter((one) => one.assignment === assignment.id).map(({ scenario }) => scenario);
  const scenarios = assignment.scenarios.filter((scenario) => !shown.includes(scenario));
  if (scenarios.length === 0) return [];
  const { id, title, dueAt, timeZone, level, sight, preparation, reflection } = assignment;
  const overdue = now > dueAt;
  return [
    { assignment: id, title, dueAt, timeZone, overdue, level, sight, preparation, reflection, scenarios },
  ];
}
