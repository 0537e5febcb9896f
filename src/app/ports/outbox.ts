import type { ClaimedNotice, Notice, TeamsReference } from '../../core/model/notice';
import type { NoticeChannel } from '../../core/model/person';

/** What an instance does while it looks for something to send. */
export interface ClaimOptions {
  readonly now: string;
  /** Until when they are its own. */
  readonly until: string;
  /** Which instance. */
  readonly by: string;
  readonly limit: number;
  /** By which it can send. */
  readonly channels: readonly NoticeChannel[];
}

/** Messages that wait, and where people can be reached. Several instances may work on it at once. */
export interface OutboxStore {
  /**
   * Skips keys that are there already, whatever became of them; only what was called off before it left waits again.
   * Answers how many wait because of this.
   */
  add(notices: readonly Notice[]): Promise<number>;
  /**
   * Takes the oldest that may go now, at most one a person, none for somebody to whom one is under way. They are
   * this instance's until `until`; after that anybody may claim them again. What expired is dropped on the way.
   */
  claim(options: ClaimOptions): Promise<readonly ClaimedNotice[]>;
  /** The last step before it leaves; false when the claim was lost or it was called off: then it must not be sent. */
  beginSending(id: string, by: string, at: string): Promise<boolean>;
  /**
   * `code` says why in a word of ours, for who looks after the installation. Does nothing when another instance
   * has it by now.
   */
  finish(
    id: string,
    by: string,
    state: 'sent' | 'dropped' | 'uncertain',
    at: string,
    code: string,
  ): Promise<void>;
  /** Back to waiting, until later: it certainly did not arrive. Does nothing when another instance has it by now. */
  postpone(id: string, by: string, dueAt: string, code: string): Promise<void>;
  /** What was being sent when its instance died: becomes uncertain. Answers how many. */
  giveUpStale(sendingSince: string): Promise<number>;
  /** Calls off what has not left yet, by the beginning of its key. */
  cancel(keyPrefix: string): Promise<void>;
  cancelOf(person: string, channel: NoticeChannel | null): Promise<void>;
  /** How many there are in each state. */
  counts(): Promise<Readonly<Record<string, number>>>;
  /** Removes what ended before a moment, and could not go any more since then either. */
  tidy(before: string): Promise<void>;

  /** In place of an earlier one of the same person; true for one of several callers when there was none. */
  keepReference(reference: TeamsReference): Promise<boolean>;
  reference(person: string): Promise<TeamsReference | null>;
  /** Those of these people that have one. */
  inTeams(people: readonly string[]): Promise<readonly string[]>;
  /** At uninstall; also drops what waits for them in Teams. */
  removeReference(person: string): Promise<void>;
}
