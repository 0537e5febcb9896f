import { type HomeworkEvent, nextHomework } from '../../dialogs/homework';
import type { Assignment, HandIn, Homework } from '../core/model/homework';
import type { Clock, Store } from './ports';

export interface HomeworkStateParts {
  readonly store: Pick<Store, 'homework'>;
  readonly clock: Clock;
}

/** What there is of somebody's homework, whatever was written down about it. */
export interface HomeworkFacts {
  /** There is an attempt that counts. */
  readonly practised: boolean;
  /** Of every scenario one is handed in. */
  readonly all: boolean;
  /** One of those came after the last moment. */
  readonly late: boolean;
}

/** `handIns` may hold those of others. */
export function factsOf(
  assignment: Assignment,
  learner: string,
  handIns: readonly HandIn[],
  practised: boolean,
): HomeworkFacts {
  const own = handIns.filter((one) => one.assignment === assignment.id && one.learner === learner);
  const scenarios = new Set(own.map(({ scenario }) => scenario));
  return {
    practised: practised || own.length > 0,
    all: assignment.scenarios.every((scenario) => scenarios.has(scenario)),
    late: own.some(({ at }) => at > assignment.dueAt),
  };
}

/** Homework nobody touched yet. */
export function untouched(assignment: Assignment, learner: string): Homework {
  const { id, createdAt } = assignment;
  return {
    assignment: id,
    learner,
    state: 'assigned',
    late: false,
    version: 0,
    updatedAt: assignment.publishedAt ?? createdAt,
  };
}

/**
 * What is written down, put right by what there is: an attempt that was deleted is handed in no more, and who never
 * opened the page may have practised in the chat.
 */
export function settled(kept: Homework, facts: HomeworkFacts): Homework {
  const { state, late } = eventsOf(kept, facts).reduce<Pick<Homework, 'state' | 'late'>>(
    (now, event) => nextHomework(now, event) ?? now,
    kept,
  );
  return { ...kept, state, late };
}

function eventsOf({ state }: Homework, { practised, all, late }: HomeworkFacts): readonly HomeworkEvent[] {
  return [
    ...(practised ? [{ type: 'PRACTISED' } as const] : []),
    all ? { type: 'RECKONED', late } : { type: 'TAKEN_BACK', late },
    ...(all && !WITH_TRAINER.has(state) ? [{ type: 'HANDED_IN', all, late } as const] : []),
  ];
}

const WITH_TRAINER: ReadonlySet<Homework['state']> = new Set(['handed-in', 'discussed', 'excused']);

/** Writes down what there is. */
export function settle(
  parts: HomeworkStateParts,
  assignment: Assignment,
  learner: string,
  facts: HomeworkFacts,
): Promise<Homework> {
  return change(parts, assignment, learner, (kept) => settled(kept, facts));
}

/** Something happened to somebody's homework; answers how it is then. */
export function advance(
  parts: HomeworkStateParts,
  assignment: Assignment,
  learner: string,
  event: HomeworkEvent,
): Promise<Homework> {
  return change(parts, assignment, learner, (kept) => ({ ...kept, ...nextHomework(kept, event) }));
}

/** After the last moment was moved: who was late may be in time now. */
export async function reckonLateness(parts: HomeworkStateParts, assignment: Assignment): Promise<void> {
  const { homework } = parts.store;
  const [kept, handIns] = await Promise.all([
    homework.homeworkFor([assignment.id]),
    homework.handInsFor([assignment.id]),
  ]);
  for (const { learner } of kept) {
    const { late } = factsOf(assignment, learner, handIns, false);
    await advance(parts, assignment, learner, { type: 'RECKONED', late });
  }
}

/** The states of all of a group's homework as its trainers may know them: by what was handed in. */
export async function statesFor(
  store: Pick<Store, 'homework'>,
  assignments: readonly Assignment[],
  learners: readonly string[],
): Promise<readonly Homework[]> {
  const ids = assignments.map(({ id }) => id);
  const [kept, handIns] = await Promise.all([
    store.homework.homeworkFor(ids),
    store.homework.handInsFor(ids),
  ]);
  const known = new Map(kept.map((one) => [`${one.assignment} ${one.learner}`, one]));
  const shown = Map.groupBy(handIns, (one) => `${one.assignment} ${one.learner}`);
  return assignments.flatMap((assignment) =>
    learners.map((learner) => {
      const key = `${assignment.id} ${learner}`;
      const facts = factsOf(assignment, learner, shown.get(key) ?? [], false);
      return settled(known.get(key) ?? untouched(assignment, learner), facts);
    }),
  );
}

/** How often it is tried anew because somebody else changed it in between; a later look puts it right anyway. */
const RETRIES = 4;

async function change(
  { store, clock }: HomeworkStateParts,
  assignment: Assignment,
  learner: string,
  next: (kept: Homework) => Homework,
): Promise<Homework> {
  for (let retry = 0; ; retry++) {
    const kept = (await store.homework.homework(assignment.id, learner)) ?? untouched(assignment, learner);
    const { state, late } = next(kept);
    if (state === kept.state && late === kept.late) return kept;
    const changed = { ...kept, state, late, updatedAt: clock.now() };
    const done = await store.homework.keepHomework(changed);
    if (done || retry === RETRIES) return { ...changed, version: kept.version + 1 };
  }
}
