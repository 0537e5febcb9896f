import type { HandIn, Homework } from '../core/model/homework';
import type { Scenario } from '../core/model/scenario';
import type { CriterionId, MarkLevel, Rubric } from '../core/model/scoring';
import type { AssignmentPlace } from './access';
import { asTrainerSince, wasShownTo } from './access';
import { readMaterial } from './attempts';
import { evaluate } from './evaluated';
import { statesFor } from './homeworkState';
import type { AttemptRecord, Store } from './ports';
import { type Naming, type Statement, statementsOf } from './xapi';

export interface ExportParts {
  readonly store: Store;
  readonly rubric: Rubric;
  /** The scenario as it was when it was played; null when its content is gone. */
  readonly scenarioOf: (attempt: AttemptRecord) => Promise<Scenario | null>;
}

export type Levels = Readonly<Partial<Record<CriterionId, MarkLevel>>>;

/** One of somebody's own talks, for a table. */
export interface TalkRow {
  readonly attempt: AttemptRecord;
  readonly scenario: Scenario | null;
  readonly levels: Levels;
}

/** Somebody's own talks, oldest first. */
export async function ownTalks(parts: ExportParts, person: string): Promise<readonly TalkRow[]> {
  const attempts = [...(await parts.store.attemptsOf(person))].reverse();
  return Promise.all(attempts.map((attempt) => talkRow(parts, attempt)));
}

async function talkRow(parts: ExportParts, attempt: AttemptRecord): Promise<TalkRow> {
  const scenario = await parts.scenarioOf(attempt);
  return { attempt, scenario, levels: await levelsOf(parts, attempt, scenario) };
}

async function levelsOf(
  { store, rubric }: ExportParts,
  attempt: AttemptRecord,
  scenario: Scenario | null,
): Promise<Levels> {
  if (attempt.finishedAt === null || scenario === null) return {};
  const { scorecard } = evaluate(rubric, scenario, await readMaterial(store, attempt));
  return Object.fromEntries(scorecard.criteria.map(({ id, level }) => [id, level]));
}

export async function ownStatements(
  store: Store,
  naming: Naming,
  person: string,
): Promise<readonly Statement[]> {
  const attempts = [...(await store.attemptsOf(person))].reverse();
  const talks = await Promise.all(attempts.map((attempt) => talkOf(store, attempt)));
  return talks.flatMap((talk) => statementsOf(naming, talk, 'transcript'));
}

async function talkOf(store: Store, attempt: AttemptRecord) {
  const { id } = attempt;
  const [turns, scorecard, saidAt] = await Promise.all([
    store.turns(id),
    store.scorecard(id),
    store.reports.turnTimes(id),
  ]);
  return { attempt, turns, scorecard, saidAt };
}

/** One learner's homework as a trainer may have it in a table. */
export interface GroupRow {
  readonly assignment: AssignmentPlace['assignment'];
  readonly learner: string;
  /** '' when they never told their name. */
  readonly name: string;
  /** Null as long as there is nothing a trainer may know of. */
  readonly homework: Pick<Homework, 'state' | 'late'> | null;
  /** Null when nothing was handed in to this trainer. */
  readonly handIn: HandIn | null;
  /** Null when the levels were not shared. */
  readonly levels: Levels | null;
}

/** Of all that was handed out in a group; null for whoever does not train it. */
export async function groupRows(
  parts: ExportParts,
  group: string,
  trainer: string,
): Promise<readonly GroupRow[] | null> {
  const { store } = parts;
  const place = await asTrainerSince(store, group, trainer);
  if (place === null) return null;
  const out = (await store.homework.assignments([group])).filter(({ publishedAt }) => publishedAt !== null);
  const ids = out.map(({ id }) => id);
  const members = await store.groups.members(group);
  const learners = members.filter(({ role }) => role === 'learner').map(({ person }) => person);
  const [homework, handIns] = await Promise.all([
    statesFor(store, out, learners),
    store.homework.handInsFor(ids),
  ]);
  const names = new Map((await store.people.people(learners)).map(({ id, name }) => [id, name]));
  const rows = out.flatMap((assignment) =>
    learners.flatMap((learner) => {
      const is = (one: { assignment: string; learner: string }) =>
        one.assignment === assignment.id && one.learner === learner;
      const own = handIns.filter((one) => is(one) && wasShownTo(place, one));
      const base = {
        assignment,
        learner,
        name: names.get(learner) ?? '',
        homework: forTrainers(homework.find(is) ?? null),
      };
      return (own.length > 0 ? own : [null]).map((handIn) => ({ ...base, handIn }));
    }),
  );
  return Promise.all(rows.map(async (row) => ({ ...row, levels: await sharedLevels(parts, row.handIn) })));
}

/** Whether somebody looked or practised is theirs; a trainer knows of what was handed in. */
function forTrainers(homework: Homework | null): GroupRow['homework'] {
  const own = ['assigned', 'opened', 'started'];
  return homework === null || own.includes(homework.state) ? null : homework;
}

async function sharedLevels(parts: ExportParts, handIn: HandIn | null): Promise<Levels | null> {
  if (handIn === null || handIn.sight === 'done') return null;
  const attempt = await parts.store.attempt(handIn.attempt);
  return attempt && levelsOf(parts, attempt, await parts.scenarioOf(attempt));
}

/** What was handed in in a group, each as widely as it was shared; null for whoever does not train it. */
export async function groupStatements(
  store: Store,
  naming: Naming,
  group: string,
  trainer: string,
): Promise<readonly Statement[] | null> {
  const place = await asTrainerSince(store, group, trainer);
  if (place === null) return null;
  const ids = (await store.homework.assignments([group])).map(({ id }) => id);
  const learners = new Set((await store.groups.members(group)).map(({ person }) => person));
  const handIns = (await store.homework.handInsFor(ids)).filter(
    (one) => learners.has(one.learner) && wasShownTo(place, one),
  );
  const statements = await Promise.all(
    handIns.map(async ({ attempt, sight }) => {
      const record = await store.attempt(attempt);
      return record ? statementsOf(naming, await talkOf(store, record), sight) : [];
    }),
  );
  return statements.flat();
}
