import type { AttemptRow, PractisedTalk, Progress } from '../core/model/progress';
import type { Scenario } from '../core/model/scenario';
import type { Rubric } from '../core/model/scoring';
import { linesOf, suggestNext } from '../core/rendering/progress';
import { readMaterial } from './attempts';
import { comparableIds } from './branches';
import { evaluate } from './evaluated';
import type { AttemptRecord, Clock, Store } from './ports';

export interface ProgressParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly rubric: Rubric;
  /** The scenario as it was when it was played; null when its content is gone. */
  readonly scenarioOf: (attempt: AttemptRecord) => Promise<Scenario | null>;
}

/** Somebody's own talks over time. Branches are listed but drawn in no line: their first turns were said before. */
export async function readProgress(parts: ProgressParts, learner: string): Promise<Progress> {
  const attempts = await parts.store.attemptsOf(learner);
  const whole = attempts.filter(({ branchOf, finishedAt }) => branchOf === null && finishedAt !== null);
  const history = (await Promise.all(whole.map((attempt) => practised(parts, attempt)))).flat();
  const suggestion = suggestNext(history, parts.clock.now());
  const criterion = parts.rubric.criteria.find(({ id }) => id === suggestion?.criterion);
  const known = {
    started: new Map(attempts.map(({ id, startedAt }) => [id, startedAt])),
    comparable: comparableIds(attempts),
  };
  const rows = await Promise.all(attempts.map((attempt) => rowOf(parts, known, attempt)));
  return { lines: linesOf(history), suggestion, tip: criterion?.tip.id ?? null, attempts: rows };
}

async function practised(parts: ProgressParts, attempt: AttemptRecord): Promise<readonly PractisedTalk[]> {
  const scenario = await parts.scenarioOf(attempt);
  if (!scenario) return [];
  const { scorecard } = evaluate(parts.rubric, scenario, await readMaterial(parts.store, attempt));
  const levels = Object.fromEntries(scorecard.criteria.map(({ id, level }) => [id, level]));
  return [{ attempt: attempt.id, at: attempt.finishedAt ?? attempt.startedAt, levels }];
}

/** What a row says of other attempts. */
interface Known {
  readonly started: ReadonlyMap<string, string>;
  readonly comparable: ReadonlySet<string>;
}

async function rowOf(
  parts: ProgressParts,
  { started, comparable }: Known,
  attempt: AttemptRecord,
): Promise<AttemptRow> {
  const scenario = await parts.scenarioOf(attempt);
  const { id, startedAt, finishedAt, ending, branchOf } = attempt;
  return {
    attempt: id,
    title: scenario?.texts.title ?? attempt.scenario,
    at: startedAt,
    finished: finishedAt !== null,
    endingTitle: ending === null ? null : (scenario?.texts.endings[ending]?.title ?? null),
    branch: branchOf && { turn: branchOf.turn, of: started.get(branchOf.attempt) ?? startedAt },
    comparable: comparable.has(id),
  };
}
