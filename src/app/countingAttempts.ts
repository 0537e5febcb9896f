import type { Assignment } from '../core/model/homework';
import { visibleSince } from './assignmentState';
import type { AttemptRecord } from './ports';

const WHY_NOT = ['unfinished', 'older', 'level', 'preparation', 'reflection', 'too-many'] as const;
/** Why an attempt does not count; the first that holds. */
export type WhyNot = (typeof WHY_NOT)[number];

/** An attempt at a scenario of the homework; null when it counts. */
export interface JudgedAttempt {
  readonly attempt: AttemptRecord;
  readonly whyNot: WhyNot | null;
}

/**
 * Which of somebody's attempts count for an assignment, oldest first. What was begun before the learner could see the
 * assignment is left out: they could not know what the trainer would see.
 */
export function judgeAttempts(
  assignment: Assignment,
  attempts: readonly AttemptRecord[],
): readonly JudgedAttempt[] {
  const since = visibleSince(assignment);
  if (since === null) return [];
  const known = new Map(attempts.map((attempt) => [attempt.id, attempt]));
  const begun = (attempt: AttemptRecord): boolean => {
    if (attempt.startedAt < since) return false;
    const earlier = attempt.branchOf && known.get(attempt.branchOf.attempt);
    return attempt.branchOf === null || (earlier !== null && earlier !== undefined && begun(earlier));
  };
  return assignment.scenarios.flatMap((scenario) => {
    const own = attempts
      .filter((attempt) => attempt.scenario === scenario && attempt.startedAt >= since)
      .toSorted((a, b) => (a.startedAt < b.startedAt ? -1 : 1));
    const judged = own.map((attempt) => ({
      attempt,
      whyNot: begun(attempt) ? flawOf(assignment, attempt) : ('older' as const),
    }));
    return withinNumber(judged, assignment.attempts);
  });
}

/** Of one scenario; the first so many that count do. */
function withinNumber(judged: readonly JudgedAttempt[], most: number | null): readonly JudgedAttempt[] {
  if (most === null) return judged;
  const counting = judged.filter(({ whyNot }) => whyNot === null);
  const beyond = new Set(counting.slice(most));
  return judged.map((one) => (beyond.has(one) ? { ...one, whyNot: 'too-many' as const } : one));
}

function flawOf(assignment: Assignment, attempt: AttemptRecord): WhyNot | null {
  if (attempt.finishedAt === null) return 'unfinished';
  if (assignment.level !== null && attempt.level !== assignment.level) return 'level';
  if (assignment.preparation && !answered(attempt.preparation)) return 'preparation';
  return assignment.reflection && !answered(attempt.reflection) ? 'reflection' : null;
}

/** A question that was skipped has an empty answer. */
function answered(answers: Readonly<Record<string, string>>): boolean {
  return Object.values(answers).some((answer) => answer.trim() !== '');
}
