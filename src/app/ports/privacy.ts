import type { NoticeKind, NoticeState } from '../../core/model/notice';
import type { NoticeChannel } from '../../core/model/person';
import type { Removal, RemovedCounts } from '../../core/model/removal';

/** A message somebody was sent, or will be. */
export interface SentNotice {
  readonly kind: NoticeKind;
  readonly channel: NoticeChannel;
  readonly state: NoticeState;
  readonly at: string;
}

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
  /** Ids of the conversations somebody ever had, oldest first. */
  conversationsOf(person: string): Promise<readonly string[]>;
  /** What was sent to somebody, or still waits. */
  noticesOf(person: string): Promise<readonly SentNotice[]>;
  /** Newest first. */
  removals(limit: number): Promise<readonly Removal[]>;
}
