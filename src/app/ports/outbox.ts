import type { ClaimedNotice, Notice, TeamsReference } from '../../core/model/notice';
import type { NoticeChannel } from '../../core/model/person';

/** Messages that wait, and where people can be reached. Several instances may work on it at once. */
export interface OutboxStore {
  /** Skips keys that are there already, whatever became of them. Answers how many were added. */
  add(notices: readonly Notice[]): Promise<number>;
  /**
   * Takes the oldest that may go now, at most one a person, none for somebody to whom one is under way. They are
   * this instance's until `until`; after that anybody may claim them again. What expired is dropped on the way.
   */
  claim(now: string, until: string, by: string, limit: number): Promise<readonly ClaimedNotice[]>;
  /** The last step before it leaves; false when the claim was lost or it was called off: then it must not be sent. */
  beginSending(id: string, by: string, at: string): Promise<boolean>;
  /** `code` says why in a word of ours, for who looks after the installation. */
  finish(id: string, state: 'sent' | 'dropped' | 'uncertain', at: string, code: string): Promise<void>;
  /** Back to waiting, until later: it certainly did not arrive. */
  postpone(id: string, dueAt: string, code: string): Promise<void>;
  /** What was being sent when its instance died: becomes uncertain. Answers how many. */
  giveUpStale(sendingSince: string): Promise<number>;
  /** Calls off what has not left yet, by the beginning of its key. */
  cancel(keyPrefix: string): Promise<void>;
  cancelOf(person: string, channel: NoticeChannel | null): Promise<void>;
  /** How many there are in each state. */
  counts(): Promise<Readonly<Record<string, number>>>;
  /** Removes what ended before a moment. */
  tidy(before: string): Promise<void>;

  /** In place of an earlier one of the same person. */
  keepReference(reference: TeamsReference): Promise<void>;
  reference(person: string): Promise<TeamsReference | null>;
  /** At uninstall; also drops what waits for them in Teams. */
  removeReference(person: string): Promise<void>;
}
