import type { Turn } from '../../core/model/conversation';
import type { Correction, SentencePlace } from '../../core/model/correction';
import type { TurnDecision } from '../../core/model/decision';
import type { IncomingMessage, RecordedMessage } from '../../core/model/message';
import type { Scorecard } from '../../core/model/scoring';
import type { BranchPoint, Locale, PracticeLevel, Session } from '../../core/model/session';

import type { DeliveryStore } from './deliveries';
import type { GroupStore } from './groups';
import type { HomeworkStore } from './homework';
import type { OutboxStore } from './outbox';
import type { PeopleStore } from './people';
import type { PrivacyStore } from './privacy';
import type { ReportStore } from './reports';
import type { ReviewStore } from './reviews';

/** One practised scenario as stored, for pages and exports. */
export interface AttemptRecord {
  readonly id: string;
  readonly learner: string;
  readonly conversation: string;
  readonly scenario: string;
  readonly content: string;
  readonly level: PracticeLevel;
  readonly locale: Locale;
  readonly startedAt: string;
  readonly finishedAt: string | null;
  readonly ending: string | null;
  readonly reason: string | null;
  readonly preparation: Readonly<Record<string, string>>;
  readonly reflection: Readonly<Record<string, string>>;
  /** Null when it began at the beginning. */
  readonly branchOf: BranchPoint | null;
}

export type CommitOutcome =
  | { readonly kind: 'committed'; readonly message: RecordedMessage }
  /** Somebody else moved the session on; load again and decide again. */
  | { readonly kind: 'conflict' }
  /** This message was decided before; here is what was answered. */
  | { readonly kind: 'duplicate'; readonly message: RecordedMessage };

/**
 * Everything that must survive. One `commit` is one transaction: session (compare-and-swap on its version),
 * message with replies, and what the decision recorded land together or not at all.
 */
export interface Store {
  /** As of the last committed message; `version` is what `commit` expects next. */
  session(conversation: string): Promise<Session | null>;
  recorded(conversation: string, messageId: string): Promise<RecordedMessage | null>;
  /** Messages after a sequence number, oldest first. */
  messages(conversation: string, after: number): Promise<readonly RecordedMessage[]>;
  /**
   * `expectedVersion` is the version of the session that was decided on, 0 when there was none; it is stored one
   * higher, whatever `decision.session.version` says. What is recorded as started or finished must be the attempt
   * that `decision.session` holds. A turn taken back goes with its card and corrections; later turns go too. A
   * branch starts with the corrections of the turns it copies; what it branches from must still be there.
   */
  commit(
    message: IncomingMessage,
    decision: TurnDecision,
    expectedVersion: number,
    at: string,
  ): Promise<CommitOutcome>;
  markDelivered(conversation: string, messageId: string): Promise<void>;
  /** The turns of an attempt in order, without those taken back. */
  turns(attempt: string): Promise<readonly Turn[]>;
  attempt(id: string): Promise<AttemptRecord | null>;
  /** Newest first. */
  attemptsOf(learner: string): Promise<readonly AttemptRecord[]>;
  scorecard(attempt: string): Promise<Scorecard | null>;
  /** Of several attempts at once, by attempt; what is not there is left out. */
  attemptRecords(attempts: readonly string[]): Promise<ReadonlyMap<string, AttemptRecord>>;
  scorecards(attempts: readonly string[]): Promise<ReadonlyMap<string, Scorecard>>;
  turnsOf(attempts: readonly string[]): Promise<ReadonlyMap<string, readonly Turn[]>>;
  correctionsOf(attempts: readonly string[]): Promise<ReadonlyMap<string, readonly Correction[]>>;
  /**
   * Removes an attempt with its turns, answers, corrections and card, and with it every branch that copied its
   * words; false when there was none of this learner. Messages of it keep their number and become an empty text
   * without replies. A session in the middle of it goes back to choosing.
   */
  forgetAttempt(attempt: string, learner: string): Promise<boolean>;
  /** Keeps a correction of one sentence in place of an earlier one; false when the attempt is not this learner's. */
  correct(correction: Correction, learner: string): Promise<boolean>;
  /** Takes a correction back; false when there was none, or the attempt is not this learner's. */
  withdrawCorrection(place: SentencePlace, learner: string): Promise<boolean>;
  /** In the order of the talk. */
  corrections(attempt: string): Promise<readonly Correction[]>;
  /** Of everybody, by attempt and in the order of the talk; for exports. */
  allCorrections(): Promise<readonly Correction[]>;
  /** The conversation in which the learner last did something. */
  latestConversation(learner: string): Promise<string | null>;
  /** Content is kept for ever under its hash, so that a transcript replays as it was played. */
  keepContent(hash: string, content: string): Promise<void>;
  content(hash: string): Promise<string | null>;
  /** Small installation-wide values such as the signing secret. */
  setting(name: string): Promise<string | null>;
  /** Writes only when absent and returns what holds. */
  settleSetting(name: string, value: string): Promise<string>;
  /** Who there is, and their browsers. */
  readonly people: PeopleStore;
  readonly groups: GroupStore;
  readonly homework: HomeworkStore;
  readonly outbox: OutboxStore;
  readonly deliveries: DeliveryStore;
  readonly privacy: PrivacyStore;
  readonly reports: ReportStore;
  readonly reviews: ReviewStore;
  close(): Promise<void>;
}
