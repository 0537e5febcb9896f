import type { CriterionId, MarkLevel } from './scoring';
import type { PracticeLevel } from './session';

/** What a trainer will see of homework; each holds the ones before it. Never widened once it is handed out. */
export const SIGHTS = ['done', 'levels', 'transcript'] as const;
export type Sight = (typeof SIGHTS)[number];

export function isWider(sight: Sight, than: Sight): boolean {
  return SIGHTS.indexOf(sight) > SIGHTS.indexOf(than);
}

export function narrower(one: Sight, other: Sight): Sight {
  return isWider(one, other) ? other : one;
}

/** Homework of a group: scenarios to practise before a day. */
export interface Assignment {
  readonly id: string;
  readonly group: string;
  readonly title: string;
  /** A few words of the trainer; '' when there are none. */
  readonly note: string;
  /** Ids, at least one. */
  readonly scenarios: readonly string[];
  /** Null leaves it to the learner. */
  readonly level: PracticeLevel | null;
  /** When it becomes visible; null at once when it is published. */
  readonly opensAt: string | null;
  /** The last moment that is in time, ISO 8601, UTC; made from a day in `timeZone`. */
  readonly dueAt: string;
  /** IANA name. */
  readonly timeZone: string;
  /** Attempts per scenario that count; null for as many as one likes. */
  readonly attempts: number | null;
  /** Criteria to watch; may be empty. */
  readonly focus: readonly CriterionId[];
  /** Whether preparing is part of it. */
  readonly preparation: boolean;
  /** Whether looking back is part of it. */
  readonly reflection: boolean;
  readonly sight: Sight;
  /** Null for a draft. */
  readonly publishedAt: string | null;
  readonly closedAt: string | null;
  readonly createdBy: string;
  readonly createdAt: string;
  readonly version: number;
}

const ASSIGNMENT_STATES = ['draft', 'scheduled', 'open', 'closed'] as const;
export type AssignmentState = (typeof ASSIGNMENT_STATES)[number];

/** How far one learner is with one assignment; kept by the machine in `dialogs/homework.ts`. */
export const HOMEWORK_STATES = [
  'assigned',
  'opened',
  'started',
  'handed-in',
  'discussed',
  'excused',
] as const;
export type HomeworkState = (typeof HOMEWORK_STATES)[number];

export interface Homework {
  readonly assignment: string;
  readonly learner: string;
  readonly state: HomeworkState;
  /** Handed in after the last moment. */
  readonly late: boolean;
  readonly version: number;
  readonly updatedAt: string;
}

/** One attempt that a learner shows to the trainers of the group, as widely as the assignment said. */
export interface HandIn {
  readonly assignment: string;
  readonly learner: string;
  readonly scenario: string;
  readonly attempt: string;
  /** What the learner agreed to. */
  readonly sight: Sight;
  readonly at: string;
}

/** What a trainer says about a handed-in attempt. */
export interface TrainerNote {
  readonly id: string;
  readonly assignment: string;
  readonly attempt: string;
  /** From 1; null for the talk as a whole. */
  readonly turn: number | null;
  readonly text: string;
  readonly by: string;
  readonly at: string;
}

/** A mark that a trainer sees otherwise than the machine. Both are kept, and the learner is told. */
export interface Overrule {
  readonly assignment: string;
  readonly attempt: string;
  readonly criterion: CriterionId;
  /** What the machine gave when the trainer looked. */
  readonly machine: MarkLevel;
  readonly level: MarkLevel;
  readonly reason: string;
  readonly by: string;
  readonly at: string;
}
