import type { Generated, Kysely } from 'kysely';

/**
 * The tables as TypeScript sees them. JSON (which is what people typed, too: not every database takes every
 * character) is kept as text and time as ISO 8601 text in UTC, so that every database holds and sorts them alike.
 * What a column means is said at the migration that made it.
 */
export interface Tables {
  people: PeopleTable;
  sessions: SessionsTable;
  messages: MessagesTable;
  attempts: AttemptsTable;
  turns: TurnsTable;
  scorecards: ScorecardsTable;
  corrections: CorrectionsTable;
  content_versions: ContentVersionsTable;
  settings: SettingsTable;
  sign_ins: SignInsTable;
  entry_links: EntryLinksTable;
  groups: GroupsTable;
  memberships: MembershipsTable;
  invitations: InvitationsTable;
  assignments: AssignmentsTable;
  homework: HomeworkTable;
  hand_ins: HandInsTable;
  trainer_notes: TrainerNotesTable;
  overrules: OverrulesTable;
  notices: NoticesTable;
  teams_references: TeamsReferencesTable;
  removals: RemovalsTable;
  reported_hand_ins: ReportedHandInsTable;
  reviews: ReviewsTable;
  review_members: ReviewMembersTable;
  review_items: ReviewItemsTable;
  review_consents: ReviewConsentsTable;
  review_places: ReviewPlacesTable;
  intentions: IntentionsTable;
}

/** A connection or a transaction on our tables. */
export type Db = Kysely<Tables>;

export interface PeopleTable {
  id: string;
  since: string;
  name: Generated<string>;
  email: Generated<string>;
  organiser: Generated<number>;
  locale: Generated<string>;
  address: Generated<string>;
  time_zone: Generated<string>;
  by_teams: Generated<number>;
  by_mail: Generated<number>;
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
  sent: Generated<number>;
  sender: string | null;
  sending_until: string | null;
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

export interface SignInsTable {
  hash: string;
  previous: string | null;
  visit: string;
  person: string;
  way: string;
  since: string;
  renewed_at: string;
  expires_at: string;
}

export interface EntryLinksTable {
  hash: string;
  way: string;
  person: string | null;
  path: string;
  expires_at: string;
}

export interface GroupsTable {
  id: string;
  name: string;
  created_by: string;
  created_at: string;
  archived_at: string | null;
  time_zone: string;
}

export interface MembershipsTable {
  group_id: string;
  person: string;
  role: string;
  since: string;
}

export interface InvitationsTable {
  code: string;
  group_id: string;
  role: string;
  created_by: string;
  created_at: string;
  expires_at: string;
  uses: number;
  revoked_at: string | null;
}

export interface AssignmentsTable {
  id: string;
  group_id: string;
  due_at: string;
  published: number;
  version: number;
  assignment: string;
}

export interface HomeworkTable {
  assignment: string;
  learner: string;
  state: string;
  late: number;
  version: number;
  updated_at: string;
}

export interface HandInsTable {
  assignment: string;
  learner: string;
  scenario: string;
  attempt: string;
  sight: string;
  at: string;
}

export interface TrainerNotesTable {
  id: string;
  assignment: string;
  attempt: string;
  turn: number | null;
  note: string;
  by: string;
  at: string;
}

export interface OverrulesTable {
  assignment: string;
  attempt: string;
  criterion: string;
  machine: string;
  level: string;
  reason: string;
  by: string;
  at: string;
}

export interface NoticesTable {
  id: string;
  person: string;
  channel: string;
  kind: string;
  key: string;
  data: string;
  due_at: string;
  expires_at: string | null;
  state: string;
  tries: number;
  claimed_by: string | null;
  claimed_until: string | null;
  changed_at: string;
  code: string | null;
}

export interface TeamsReferencesTable {
  person: string;
  conversation: string;
  reference: string;
  updated_at: string;
}

export interface RemovalsTable {
  at: string;
  reason: string;
  counts: string;
}

export interface ReportedHandInsTable {
  assignment: string;
  attempt: string;
  sight: string;
  statements: string;
  at: string;
}

export interface ReviewsTable {
  id: string;
  group_id: string;
  owner: string;
  attempt: string | null;
  facilitator: string | null;
  until: string;
  shared_at: string;
  version: number;
  revision: number;
  review: string;
  talk: string;
}

export interface ReviewMembersTable {
  review: string;
  person: string;
  since: string;
}

export interface ReviewItemsTable {
  review: string;
  kind: string;
  key: string;
  by: string;
  number: number;
  version: number;
  item: string;
}

export interface ReviewConsentsTable {
  review: string;
  person: string;
  at: string;
  withdrawn_at: string | null;
  consent: string;
}

export interface ReviewPlacesTable {
  review: string;
  reference: string;
  at: string;
}

export interface IntentionsTable {
  id: string;
  person: string;
  review: string;
  reminds: string | null;
  day: string;
  version: number;
  intention: string;
}
