import type { Removal, RemovedCounts } from '../../core/model/removal';

/** Taking things out for good. Every removal is logged by its counts, in the same transaction. */
export interface PrivacyStore {
  /**
   * Removes somebody with everything they said, made and were told; null when there is nobody. What they wrote as a
   * trainer about others stays, without their name. A group that is left without a trainer is archived.
   */
  forgetPerson(person: string, at: string): Promise<RemovedCounts | null>;
  /**
   * Removes what nobody touched since `before`: attempts with their branches, conversations, groups archived by
   * then, and people of whom nothing is left.
   */
  forgetBefore(before: string, at: string): Promise<RemovedCounts>;
  /** Newest first. */
  removals(limit: number): Promise<readonly Removal[]>;
}
