import type { Group, Membership } from '../core/model/group';
import type { Assignment, AssignmentState, HandIn, Homework } from '../core/model/homework';
import { asTrainerSince, wasShownTo } from './access';
import { assignmentState } from './assignmentState';
import { factsOf, settled, untouched } from './homeworkState';
import { type Learner, learnersOf } from './learners';
import type { Clock, Store } from './ports';

/** How far somebody is, as far as a trainer may know: what was not handed in looks the same, begun or not. */
const CELL_STATES = ['nothing', 'partly', 'handed-in', 'discussed', 'excused'] as const;
export type CellState = (typeof CELL_STATES)[number];

export interface MatrixCell {
  readonly state: CellState;
  /** Of what was handed in, something came after the last moment. */
  readonly late: boolean;
  /** Those that this trainer may open, in the order of the assignment's scenarios. */
  readonly handIns: readonly HandIn[];
  /** There are others, from before they became a trainer. */
  readonly before: boolean;
}

export interface MatrixRow {
  readonly learner: Learner;
  /** In the order of the assignments. */
  readonly cells: readonly MatrixCell[];
}

export interface MatrixColumn {
  readonly assignment: Assignment;
  readonly state: AssignmentState;
  readonly overdue: boolean;
  /** How many people handed all of it in. */
  readonly ready: number;
}

/** Who is ready with what, for the trainers of a group. */
export interface Matrix {
  readonly group: Group;
  readonly columns: readonly MatrixColumn[];
  readonly rows: readonly MatrixRow[];
}

/** Null for whoever does not train the group. Reads no talk. */
export async function readMatrix(
  { store, clock }: { readonly store: Pick<Store, 'groups' | 'homework' | 'people'>; readonly clock: Clock },
  trainer: string,
  groupId: string,
): Promise<Matrix | null> {
  const place = await asTrainerSince(store, groupId, trainer);
  if (!place) return null;
  const { group } = place;
  const now = clock.now();
  const out = (await store.homework.assignments([group.id])).filter(isOut(now));
  const ids = out.map(({ id }) => id);
  const [learners, homework, handIns] = await Promise.all([
    learnersOf(store, group.id),
    store.homework.homeworkFor(ids),
    store.homework.handInsFor(ids),
  ]);
  const known = new Map(homework.map((one) => [keyOf(one), one]));
  const shown = Map.groupBy(handIns, keyOf);
  const rows = learners.map(
    (learner): MatrixRow => ({
      learner,
      cells: out.map((assignment) => {
        const key = keyOf({ assignment: assignment.id, learner: learner.person });
        const kept = known.get(key) ?? untouched(assignment, learner.person);
        return cellOf(assignment, kept, shown.get(key) ?? [], place);
      }),
    }),
  );
  const columns = out.map(
    (assignment, column): MatrixColumn => ({
      assignment,
      state: assignmentState(assignment, now),
      overdue: assignment.dueAt < now,
      ready: rows.filter(({ cells }) => isReady(cells[column])).length,
    }),
  );
  return { group, columns, rows };
}

/** Drafts and what is still to open are no homework yet. */
export function isOut(now: string): (assignment: Assignment) => boolean {
  return (assignment) => ['open', 'closed'].includes(assignmentState(assignment, now));
}

function isReady(cell: MatrixCell | undefined): boolean {
  return cell?.state === 'handed-in' || cell?.state === 'discussed';
}

function cellOf(
  assignment: Assignment,
  kept: Homework,
  handIns: readonly HandIn[],
  trainer: Pick<Membership, 'since'>,
): MatrixCell {
  const { scenarios } = assignment;
  const { state, late } = settled(kept, factsOf(assignment, kept.learner, handIns, false));
  const opens = handIns.filter((one) => wasShownTo(trainer, one));
  return {
    state: stateOf(state, handIns.length),
    late: late && handIns.length > 0,
    handIns: opens.toSorted((a, b) => scenarios.indexOf(a.scenario) - scenarios.indexOf(b.scenario)),
    before: opens.length < handIns.length,
  };
}

function stateOf(state: Homework['state'], handedIn: number): CellState {
  switch (state) {
    case 'handed-in':
    case 'discussed':
    case 'excused':
      return state;
    case 'assigned':
    case 'opened':
    case 'started':
      return handedIn > 0 ? 'partly' : 'nothing';
  }
}

function keyOf({ assignment, learner }: Pick<Homework, 'assignment' | 'learner'>): string {
  return `${assignment} ${learner}`;
}
