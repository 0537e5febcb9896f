import type { Assignment, AssignmentState } from '../core/model/homework';

/** Draft, scheduled, open or closed: read off the clock, so that nothing has to happen for it to open. */
export function assignmentState(
  { publishedAt, closedAt, opensAt }: Assignment,
  now: string,
): AssignmentState {
  if (publishedAt === null) return 'draft';
  if (closedAt !== null) return 'closed';
  return opensAt !== null && opensAt > now ? 'scheduled' : 'open';
}

/** From when the learners can see it, and with it what the trainer will see. Null for a draft. */
export function visibleSince({ publishedAt, opensAt }: Assignment): string | null {
  return publishedAt !== null && opensAt !== null && opensAt > publishedAt ? opensAt : publishedAt;
}
