import type { Kysely } from 'kysely';

/**
 * The tables as TypeScript sees them. JSON (which is what people typed, too: not every database takes every
 * character) is kept as text and time as ISO 8601 text in UTC, so that every database holds and sorts them alike.
 * What a column means is said at the migration that made it.
 */
export interface Tables {
  learners: LearnersTable;
  sessions: SessionsTable;
  messages: MessagesTable;
  attempts: AttemptsTable;
  turns: TurnsTable;
  scorecards: ScorecardsTable;
  corrections: CorrectionsTable;
  content_versions: ContentVersionsTable;
  settings: SettingsTable;
}

/** A connection or a transaction on our tables. */
export type Db = Kysely<Tables>;

export interface LearnersTable {
  id: string;
  since: string;
}

export interface SessionsTable {
  conversation: string;
  learner: string;
  version: number;
  sequence: number;
  attempt: string | null;
  attempt_before: string | null;
  state: string;
  updated_at: string;
}

export interface MessagesTable {
  conversation: string;
  sequence: number;
  id: string;
  body: string;
  replies: string;
  at: string;
  delivered: number;
  attempt: string | null;
  attempt_before: string | null;
}

export interface AttemptsTable {
  id: string;
  learner: string;
  conversation: string;
  scenario: string;
  content: string;
  level: string;
  locale: string;
  started_at: string;
  finished_at: string | null;
  ending: string | null;
  reason: string | null;
  preparation: string;
  reflection: string;
  branch_attempt: string | null;
  branch_turn: number | null;
}

export interface TurnsTable {
  attempt: string;
  number: number;
  at: string;
  turn: string;
}

export interface ScorecardsTable {
  attempt: string;
  at: string;
  card: string;
}

export interface CorrectionsTable {
  attempt: string;
  turn: number;
  sentence: number;
  machine: string;
  move: string;
  why: string;
  by: string;
  at: string;
}

export interface ContentVersionsTable {
  hash: string;
  content: string;
}

export interface SettingsTable {
  name: string;
  value: string;
}
