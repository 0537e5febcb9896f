import type { NoticeChannel } from './person';

export const NOTICE_KINDS = [
  'homework-assigned',
  'homework-due-soon',
  'homework-due-today',
  'homework-discussed',
  'mark-overruled',
  'review-announced',
  'intention',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** A message to somebody that they did not ask for at this moment. Waits in the database until it may go. */
export interface Notice {
  readonly id: string;
  readonly person: string;
  readonly channel: NoticeChannel;
  readonly kind: NoticeKind;
  /** The same occasion has the same key: it is told once. Begins with `<what>:<id>:`, by which it can be called off. */
  readonly key: string;
  /** What its words are made from: ids and dates, never a learner's text. */
  readonly data: Readonly<Record<string, string>>;
  /** Not before this moment, quiet hours already kept; ISO 8601, UTC. */
  readonly dueAt: string;
  /** Not after this moment, because it would be nonsense by then; null for never. */
  readonly expiresAt: string | null;
}

export const NOTICE_STATES = ['waiting', 'claimed', 'sending', 'sent', 'dropped', 'uncertain'] as const;
/**
 * `claimed` notices are tried again when their instance died; `sending` ones are not, because nobody can tell
 * whether they arrived: they end as `uncertain`.
 */
export type NoticeState = (typeof NOTICE_STATES)[number];

/** A notice that one instance has taken upon itself. */
export interface ClaimedNotice extends Notice {
  /** How often it was tried before. */
  readonly tries: number;
}

/** Where somebody can be reached in Teams: what the Bot Framework calls a conversation reference, as JSON. */
export interface TeamsReference {
  readonly person: string;
  readonly conversation: string;
  readonly reference: string;
  readonly updatedAt: string;
}
