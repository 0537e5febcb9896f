export const REMOVAL_REASONS = ['person', 'retention'] as const;
/** Somebody asked for it, or the time to keep it was over. */
export type RemovalReason = (typeof REMOVAL_REASONS)[number];

export const REMOVED_KINDS = ['people', 'conversations', 'attempts', 'turns', 'reviews', 'groups'] as const;
export type RemovedKind = (typeof REMOVED_KINDS)[number];

/** How much was removed, by kind; what it was about is kept nowhere. */
export type RemovedCounts = Readonly<Record<RemovedKind, number>>;

/** A line in the log of removals. */
export interface Removal {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly reason: RemovalReason;
  readonly counts: RemovedCounts;
}
