import type { Turn } from '../core/model/conversation';
import type { Sight } from '../core/model/homework';
import { LEVELS, type MarkLevel, type Scorecard } from '../core/model/scoring';
import type { Reading } from '../core/model/understanding';
import type { AttemptRecord } from './ports';

/** A statement as the Experience API 1.0.3 knows it. */
export interface Statement {
  /** A UUID. */
  readonly id: string;
  readonly actor: {
    readonly objectType: 'Agent';
    readonly account: { readonly homePage: string; readonly name: string };
  };
  readonly verb: { readonly id: string; readonly display: Readonly<Record<string, string>> };
  readonly object:
    | {
        readonly objectType: 'Activity';
        readonly id: string;
        readonly definition: {
          readonly type: string;
          readonly name: Readonly<Record<string, string>>;
        };
      }
    | { readonly objectType: 'StatementRef'; readonly id: string };
  readonly result?: {
    readonly completion?: boolean;
    readonly response?: string;
    readonly duration?: string;
    readonly score?: { readonly raw: number; readonly min: number; readonly max: number };
    readonly extensions?: Readonly<Record<string, unknown>>;
  };
  readonly context?: { readonly registration: string; readonly language: string };
  readonly timestamp: string;
}

/** What statements are made with. */
export interface Naming {
  /** Address of this installation; the beginning of every id. */
  readonly base: string;
  /** Stands for a person outside this installation, and leads back to nobody. */
  readonly pseudonym: (person: string) => string;
  /** The same name gives the same UUID, so that what is sent twice arrives once. */
  readonly uuidOf: (name: string) => string;
  readonly titleOf: (attempt: AttemptRecord) => string;
  /** Name of a criterion or a level. */
  readonly nameOf: (key: string) => string;
}

export interface Talk {
  readonly attempt: AttemptRecord;
  readonly turns: readonly Turn[];
  readonly scorecard: Scorecard | null;
  /** When each turn was said, by its number. */
  readonly saidAt: Readonly<Record<number, string>>;
}

const VERBS = {
  attempted: 'http://adlnet.gov/expapi/verbs/attempted',
  answered: 'http://adlnet.gov/expapi/verbs/answered',
  completed: 'http://adlnet.gov/expapi/verbs/completed',
  scored: 'http://adlnet.gov/expapi/verbs/scored',
  voided: 'http://adlnet.gov/expapi/verbs/voided',
} as const;

const ACTIVITIES = {
  talk: 'http://adlnet.gov/expapi/activities/simulation',
  turn: 'http://adlnet.gov/expapi/activities/interaction',
  criterion: 'http://adlnet.gov/expapi/activities/objective',
} as const;

/**
 * One talk as statements, as widely as `sight` allows: that it was done; the level of every criterion that was seen;
 * what was said, turn by turn. The learner themselves has the widest.
 */
export function statementsOf(naming: Naming, talk: Talk, sight: Sight): readonly Statement[] {
  const { attempt } = talk;
  const base = frame(naming, attempt);
  const statements = [base('attempted', activityOf(naming, attempt), attempt.startedAt, {})];
  if (sight === 'transcript') statements.push(...answered(naming, talk, base));
  if (attempt.finishedAt === null) return statements;
  statements.push(completed(naming, talk, base, attempt.finishedAt, sight));
  if (sight !== 'done') statements.push(...scored(naming, talk, base, attempt.finishedAt));
  return statements;
}

/** Takes statements back; a record store keeps them, marked as void. */
export function voiding(naming: Naming, statements: readonly string[], at: string): readonly Statement[] {
  return statements.map((id) => ({
    id: naming.uuidOf(`voided ${id}`),
    actor: agent(naming, 'installation'),
    verb: verb('voided'),
    object: { objectType: 'StatementRef', id },
    timestamp: at,
  }));
}

type Frame = (
  what: keyof typeof VERBS,
  object: Statement['object'],
  at: string,
  result: NonNullable<Statement['result']>,
) => Statement;

function frame(naming: Naming, attempt: AttemptRecord): Frame {
  const registration = naming.uuidOf(`attempt ${attempt.id}`);
  return (what, object, timestamp, result) => ({
    id: naming.uuidOf(`${what} ${attempt.id} ${'id' in object ? object.id : ''}`),
    actor: agent(naming, attempt.learner),
    verb: verb(what),
    object,
    ...(Object.keys(result).length > 0 && { result }),
    context: { registration, language: attempt.locale },
    timestamp,
  });
}

function answered(naming: Naming, { attempt, turns, saidAt }: Talk, base: Frame): readonly Statement[] {
  return turns.map((turn) =>
    base(
      'answered',
      {
        objectType: 'Activity',
        id: `${placeOf(naming, attempt)}/turns/${turn.number}`,
        definition: {
          type: ACTIVITIES.turn,
          name: { [attempt.locale]: `${naming.titleOf(attempt)} – ${turn.number}` },
        },
      },
      saidAt[turn.number] ?? attempt.startedAt,
      {
        response: turn.text,
        extensions: { [`${naming.base}/xapi/moves`]: movesOf(turn) },
      },
    ),
  );
}

function movesOf(turn: Turn): readonly string[] {
  return turn.understanding.sentences.map(({ reading }) => wordFor(reading));
}

function wordFor(reading: Reading): string {
  switch (reading.kind) {
    case 'move':
      return reading.move;
    case 'family':
      return `family:${reading.family}`;
    case 'unsure':
      return 'unsure';
  }
}

function completed(naming: Naming, { attempt }: Talk, base: Frame, at: string, sight: Sight): Statement {
  const { startedAt, ending } = attempt;
  const seconds = Math.max(0, Math.round((Date.parse(at) - Date.parse(startedAt)) / 1000));
  return base('completed', activityOf(naming, attempt), at, {
    completion: true,
    duration: `PT${seconds}S`,
    ...(sight !== 'done' && ending !== null && { extensions: { [`${naming.base}/xapi/ending`]: ending } }),
  });
}

/** Levels are words, not marks out of ten; the number is their place in the row. */
function scored(naming: Naming, { attempt, scorecard }: Talk, base: Frame, at: string): readonly Statement[] {
  const seen = (scorecard?.criteria ?? []).filter(({ level }) => level !== 'not-seen');
  return seen.map(({ id, level }) =>
    base(
      'scored',
      {
        objectType: 'Activity',
        id: `${naming.base}/xapi/criteria/${id}`,
        definition: {
          type: ACTIVITIES.criterion,
          name: { [attempt.locale]: naming.nameOf(`criteria.${id}`) },
        },
      },
      at,
      {
        score: { raw: LEVELS.indexOf(level), min: 1, max: LEVELS.length - 1 },
        extensions: { [`${naming.base}/xapi/level`]: levelName(naming, level) },
      },
    ),
  );
}

function levelName(naming: Naming, level: MarkLevel): string {
  return naming.nameOf(`levels.${level}`);
}

function activityOf(naming: Naming, attempt: AttemptRecord): Statement['object'] {
  return {
    objectType: 'Activity',
    id: placeOf(naming, attempt),
    definition: { type: ACTIVITIES.talk, name: { [attempt.locale]: naming.titleOf(attempt) } },
  };
}

function placeOf(naming: Naming, attempt: AttemptRecord): string {
  return `${naming.base}/xapi/scenarios/${encodeURIComponent(attempt.scenario)}`;
}

function agent(naming: Naming, person: string): Statement['actor'] {
  return {
    objectType: 'Agent',
    account: { homePage: naming.base, name: naming.pseudonym(person) },
  };
}

function verb(what: keyof typeof VERBS): Statement['verb'] {
  return { id: VERBS[what], display: { 'en-US': what } };
}
