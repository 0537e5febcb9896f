import Database from 'better-sqlite3';
import type { Library } from '../../src/content/library';
import { decideTurn } from '../../src/core/decideTurn';
import type { Turn } from '../../src/core/model/conversation';
import type { Assignment } from '../../src/core/model/homework';
import type { MessageBody } from '../../src/core/model/message';
import type { Scorecard } from '../../src/core/model/scoring';
import type { Attempt, Session } from '../../src/core/model/session';
import { playthrough } from '../support/playthrough';

export const LEARNERS = 1_000;
export const GROUPS = 60;
/** Homework of each group, and how much of it a learner handed in. */
const ASSIGNMENTS = 10;
const HANDED_IN = 2;
const TURNS = 10;
const AT = '2026-02-02T09:00:00.000Z';
const SINCE = '2026-01-05T09:00:00.000Z';

/** A talk as it was really decided, to be stored again and again. */
export interface SampleTalk {
  readonly session: Session;
  readonly attempt: Attempt;
  readonly turns: readonly Turn[];
  readonly card: Scorecard;
}

/** Ten turns of the written-out talk with Hasna's father, and the card at its end. */
export function talkedWith({ playbook }: Library): SampleTalk {
  const words = playthrough('hasna', 'excellent').replies.slice(0, TURNS);
  const said: readonly MessageBody[] = [
    { kind: 'action', action: 'choose', values: { scenario: 'hasna', level: 'practise' } },
    { kind: 'action', action: 'begin', values: {} },
    ...words.map((text): MessageBody => ({ kind: 'text', text })),
    { kind: 'text', text: 'stop' },
  ];
  let session: Session = {
    conversation: 'sample',
    learner: 'sample',
    version: 0,
    stage: 'choosing',
    paused: false,
    locale: 'nl',
    address: 'je',
    attempt: null,
  };
  const turns: Turn[] = [];
  let card: Scorecard | null = null;
  for (const [index, body] of said.entries()) {
    const message = { id: `${index}`, conversation: 'sample', learner: 'sample', body };
    const given = { freshId: 'sample', transcript: turns, person: null, homework: [] };
    const decision = decideTurn(playbook, session, message, given);
    if ('needs' in decision) throw new Error(`it asks for ${decision.needs}`);
    session = decision.session;
    for (const item of decision.recorded) {
      if (item.kind === 'turn') turns.push(item.turn);
      if (item.kind === 'finished') card = item.scorecard;
    }
  }
  if (!card || !session.attempt || turns.length !== TURNS) throw new Error('the talk did not end');
  return { session, attempt: session.attempt, turns, card };
}

/** Fills a file that has our tables: people, groups with homework, and so many turns, evenly over all learners. */
export function fillCrowd(file: string, sample: SampleTalk, turns: number): void {
  const db = new Database(file);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = OFF');
  db.transaction(() => {
    addGroups(db);
    addLearners(db, sample, turns / LEARNERS / TURNS);
  })();
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
}

type Row = Readonly<Record<string, string | number | null>>;

/** A way to add rows to a table. */
function into(db: Database.Database, table: string): (row: Row) => void {
  let statement: Database.Statement | null = null;
  return (row) => {
    const names = Object.keys(row);
    statement ??= db.prepare(
      `insert into ${table} (${names.map((name) => `"${name}"`).join(', ')}) values (${names.map(() => '?').join(', ')})`,
    );
    statement.run(Object.values(row));
  };
}

function addGroups(db: Database.Database): void {
  const [person, group, member, given] = ['people', 'groups', 'memberships', 'assignments'].map((table) =>
    into(db, table),
  );
  for (let number = 0; number < GROUPS; number++) {
    const [id, trainer] = [`group-${number}`, `trainer-${number}`];
    person?.({ id: trainer, since: SINCE, name: JSON.stringify(`Trainer ${number}`) });
    group?.({
      id,
      name: JSON.stringify(`Groep ${number}`),
      created_by: trainer,
      created_at: SINCE,
      archived_at: null,
      time_zone: 'Europe/Amsterdam',
    });
    member?.({ group_id: id, person: trainer, role: 'trainer', since: SINCE });
    for (let step = 0; step < ASSIGNMENTS; step++) given?.(assignmentRow(id, trainer, step));
  }
}

function assignmentRow(group: string, trainer: string, step: number): Row {
  const assignment: Assignment = {
    id: `${group}-homework-${step}`,
    group,
    title: `Huiswerk ${step + 1}`,
    note: '',
    scenarios: ['hasna'],
    level: null,
    opensAt: null,
    dueAt: `2026-03-${String(10 + step)}T22:59:59.000Z`,
    timeZone: 'Europe/Amsterdam',
    attempts: null,
    focus: [],
    preparation: false,
    reflection: false,
    sight: 'transcript',
    publishedAt: SINCE,
    closedAt: null,
    createdBy: trainer,
    createdAt: SINCE,
    version: 1,
  };
  return {
    id: assignment.id,
    group_id: group,
    due_at: assignment.dueAt,
    published: 1,
    version: 1,
    assignment: JSON.stringify(assignment),
  };
}

function addLearners(
  db: Database.Database,
  { session, attempt, turns, card }: SampleTalk,
  talks: number,
): void {
  const tables = [
    'people',
    'memberships',
    'sessions',
    'attempts',
    'turns',
    'scorecards',
    'homework',
    'hand_ins',
  ];
  const add = Object.fromEntries(tables.map((table) => [table, into(db, table)]));
  const [told, marks] = [turns.map((turn) => JSON.stringify(turn)), JSON.stringify(card)];
  for (let number = 0; number < LEARNERS; number++) {
    const learner = `learner-${number}`;
    const group = `group-${number % GROUPS}`;
    const conversation = `c-${number}`;
    add.people?.({ id: learner, since: SINCE, name: JSON.stringify(`Deelnemer ${number}`) });
    add.memberships?.({ group_id: group, person: learner, role: 'learner', since: SINCE });
    add.sessions?.({
      conversation,
      learner,
      version: 1,
      sequence: 0,
      state: JSON.stringify({ ...session, conversation, learner, version: 1 }),
      updated_at: AT,
    });
    for (let talk = 0; talk < talks; talk++) {
      const id = `a-${number}-${talk}`;
      const { scenario, content, level, rolePlay } = attempt;
      add.attempts?.({
        ...{ id, learner, conversation, scenario, content, level, locale: 'nl', started_at: AT },
        ...{ finished_at: AT, ending: rolePlay.ending, reason: rolePlay.reason },
        ...{ preparation: '{}', reflection: '{}' },
      });
      for (const [turn, text] of told.entries())
        add.turns?.({ attempt: id, number: turn + 1, at: AT, turn: text });
      add.scorecards?.({ attempt: id, at: AT, card: marks });
    }
    for (let step = 0; step < HANDED_IN; step++) {
      const assignment = `${group}-homework-${step}`;
      add.homework?.({ assignment, learner, state: 'handed-in', late: 0, version: 1, updated_at: AT });
      add.hand_ins?.({
        ...{ assignment, learner, scenario: attempt.scenario, attempt: `a-${number}-${step}` },
        ...{ sight: 'transcript', at: AT },
      });
    }
  }
}
