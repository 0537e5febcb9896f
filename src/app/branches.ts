import { type DebriefMaterial, readMaterial } from './attempts';
import type { AttemptRecord, Store } from './ports';

/**
 * An attempt with everything it was taken up from and everything taken up again from that, oldest first. Null when
 * there is no such attempt and when it is somebody else's.
 */
export async function readFamily(
  store: Store,
  learner: string,
  attemptId: string,
): Promise<readonly DebriefMaterial[] | null> {
  const attempts = await store.attemptsOf(learner);
  const members = familyOf(attempts, attemptId);
  if (members.length === 0) return null;
  return Promise.all(members.map((attempt) => readMaterial(store, attempt)));
}

/** The attempts that branched from each other and from this one; none when it is not among them. */
export function familyOf(attempts: readonly AttemptRecord[], attemptId: string): readonly AttemptRecord[] {
  const known = new Map(attempts.map((attempt) => [attempt.id, attempt]));
  const rootOf = (attempt: AttemptRecord): AttemptRecord => {
    const parent = attempt.branchOf && known.get(attempt.branchOf.attempt);
    return parent ? rootOf(parent) : attempt;
  };
  const asked = known.get(attemptId);
  if (!asked) return [];
  const root = rootOf(asked);
  return attempts.filter((attempt) => rootOf(attempt) === root).toReversed();
}

/** Attempts that there is something to put beside: branches, and what they were taken up from. */
export function comparableIds(attempts: readonly AttemptRecord[]): ReadonlySet<string> {
  return new Set(attempts.flatMap(({ id, branchOf }) => (branchOf ? [id, branchOf.attempt] : [])));
}

/** Everything that was taken up again from an attempt, directly or through another branch. */
export function branchesOf(attempts: readonly AttemptRecord[], attemptId: string): readonly AttemptRecord[] {
  const direct = attempts.filter(({ branchOf }) => branchOf?.attempt === attemptId);
  return direct.flatMap((branch) => [branch, ...branchesOf(attempts, branch.id)]);
}
