import { type Assignment, isWider, SIGHTS, type Sight } from '../core/model/homework';
import { CRITERIA, type CriterionId } from '../core/model/scoring';
import { PRACTICE_LEVELS, type PracticeLevel } from '../core/model/session';
import type { Calendar } from './ports';
import { oneLine } from './typed';

/** Homework as it is typed into a form: anything may be wrong with it. */
export interface AssignmentDraft {
  readonly title: string;
  readonly note: string;
  readonly scenarios: readonly string[];
  /** '' leaves it to the learner. */
  readonly level: string;
  /** A day; '' for at once. */
  readonly opensOn: string;
  readonly dueOn: string;
  /** '' for as many as one likes. */
  readonly attempts: string;
  readonly focus: readonly string[];
  readonly preparation: boolean;
  readonly reflection: boolean;
  readonly sight: string;
}

const ASSIGNMENT_FIELDS = [
  'title',
  'note',
  'scenarios',
  'level',
  'opensOn',
  'dueOn',
  'attempts',
  'focus',
  'sight',
] as const;
export type AssignmentField = (typeof ASSIGNMENT_FIELDS)[number];

export type FlawCode =
  | 'missing'
  | 'too-long'
  | 'unknown'
  | 'no-examples'
  | 'no-day'
  | 'past'
  | 'too-far'
  | 'after-due'
  | 'no-number'
  /** Of what is handed out already: only a later day, only a narrower sight. */
  | 'earlier'
  | 'wider';

/** What is wrong with one field. */
export interface Flaw {
  readonly field: AssignmentField;
  readonly code: FlawCode;
}

/** Where and when a draft is looked at. */
export interface DraftGround {
  /** What can be practised, and at which levels. */
  readonly scenarios: readonly { readonly id: string; readonly levels: readonly PracticeLevel[] }[];
  readonly calendar: Calendar;
  /** IANA name, of the group. */
  readonly timeZone: string;
  readonly now: string;
}

/** The part of an assignment that a form fills in. */
export type AssignmentContent = Pick<
  Assignment,
  | 'title'
  | 'note'
  | 'scenarios'
  | 'level'
  | 'opensAt'
  | 'dueAt'
  | 'timeZone'
  | 'attempts'
  | 'focus'
  | 'preparation'
  | 'reflection'
  | 'sight'
>;

export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly flaws: readonly Flaw[] };

export const LIMITS = { title: 100, note: 1_000, attempts: 20, daysAhead: 730 } as const;

/** Reads a draft; every flaw is told at once, in the order of the form. */
export function checkDraft(draft: AssignmentDraft, ground: DraftGround): Checked<AssignmentContent> {
  const opens = readOpens(draft, ground);
  const due = readDue(draft.dueOn, ground);
  const fields = {
    title: readTitle(draft.title),
    note: readNote(draft.note),
    scenarios: readScenarios(draft.scenarios, ground),
    level: readLevel(draft, ground),
    opensAt: opens,
    dueAt: due,
    attempts: readAttempts(draft.attempts),
    focus: readFocus(draft.focus),
    sight: readSight(draft.sight),
  };
  const { preparation, reflection } = draft;
  const { timeZone } = ground;
  return allOf(fields, (read) => ({ ...read, preparation, reflection, timeZone }));
}

/** What may still change once it is handed out. */
export type LateChange = Pick<Assignment, 'title' | 'note' | 'dueAt' | 'sight'>;

/** The rest of the draft is not looked at: it stays as the learners found it. */
export function checkLateChange(
  draft: Pick<AssignmentDraft, 'title' | 'note' | 'dueOn' | 'sight'>,
  handedOut: Assignment,
  ground: DraftGround,
): Checked<LateChange> {
  const fields = {
    title: readTitle(draft.title),
    note: readNote(draft.note),
    dueAt: readLaterDue(draft.dueOn, handedOut, ground),
    sight: readNarrowerSight(draft.sight, handedOut.sight),
  };
  return allOf(fields, (read) => read);
}

/** An assignment as a form shows it. */
export function draftOf(assignment: AssignmentContent, calendar: Calendar): AssignmentDraft {
  const { level, attempts, opensAt, dueAt, timeZone, ...rest } = assignment;
  const dayOf = (moment: string) => calendar.there(moment, timeZone).day;
  return {
    ...rest,
    level: level ?? '',
    opensOn: opensAt === null ? '' : dayOf(opensAt),
    dueOn: dayOf(dueAt),
    attempts: attempts === null ? '' : String(attempts),
  };
}

/** A field that was read, or why it could not be. */
type Read<T> = { readonly value: T } | { readonly flaw: Flaw };
type Reads<T> = { readonly [Field in keyof T]: Read<T[Field]> };

function allOf<T, Whole>(fields: Reads<T>, whole: (read: T) => Whole): Checked<Whole> {
  const reads = Object.entries<Read<unknown>>(fields as Record<string, Read<unknown>>);
  const flaws = reads.flatMap(([, read]) => ('flaw' in read ? [read.flaw] : []));
  if (flaws.length > 0) return { ok: false, flaws };
  const values = reads.map(([name, read]) => [name, 'value' in read ? read.value : null]);
  return { ok: true, value: whole(Object.fromEntries(values) as T) };
}

const fine = <T>(value: T): Read<T> => ({ value });
const wrong = (field: AssignmentField, code: FlawCode) => ({ flaw: { field, code } });

function readTitle(typed: string): Read<string> {
  const title = oneLine(typed);
  if (title === '') return wrong('title', 'missing');
  return lengthOf(title) > LIMITS.title ? wrong('title', 'too-long') : fine(title);
}

function readNote(typed: string): Read<string> {
  const lines = typed.split(/\r\n?|\n/).map(oneLine);
  const note = lines.join('\n').trim();
  return lengthOf(note) > LIMITS.note ? wrong('note', 'too-long') : fine(note);
}

/** As people count: an emoji is one. */
function lengthOf(text: string): number {
  return [...text].length;
}

function readScenarios(chosen: readonly string[], { scenarios }: DraftGround): Read<readonly string[]> {
  if (chosen.length === 0) return wrong('scenarios', 'missing');
  const known = new Set(scenarios.map(({ id }) => id));
  return chosen.every((id) => known.has(id)) ? fine([...new Set(chosen)]) : wrong('scenarios', 'unknown');
}

function readLevel(draft: AssignmentDraft, { scenarios }: DraftGround): Read<PracticeLevel | null> {
  if (draft.level === '') return fine(null);
  const level = PRACTICE_LEVELS.find((name) => name === draft.level);
  if (level === undefined) return wrong('level', 'unknown');
  const chosen = scenarios.filter(({ id }) => draft.scenarios.includes(id));
  return chosen.every(({ levels }) => levels.includes(level)) ? fine(level) : wrong('level', 'no-examples');
}

function readOpens(
  { opensOn, dueOn }: AssignmentDraft,
  { calendar, timeZone }: DraftGround,
): Read<string | null> {
  if (opensOn.trim() === '') return fine(null);
  const day = opensOn.trim();
  if (!calendar.isDay(day)) return wrong('opensOn', 'no-day');
  if (calendar.isDay(dueOn.trim()) && day > dueOn.trim()) return wrong('opensOn', 'after-due');
  return fine(calendar.at(day, '00:00', timeZone));
}

function readDue(typed: string, { calendar, timeZone, now }: DraftGround): Read<string> {
  const day = typed.trim();
  if (day === '') return wrong('dueOn', 'missing');
  if (!calendar.isDay(day)) return wrong('dueOn', 'no-day');
  const today = calendar.there(now, timeZone).day;
  if (day < today) return wrong('dueOn', 'past');
  if (day > calendar.plusDays(today, LIMITS.daysAhead)) return wrong('dueOn', 'too-far');
  return fine(endOf(day, timeZone, calendar));
}

function readLaterDue(typed: string, { dueAt, timeZone }: Assignment, ground: DraftGround): Read<string> {
  const day = typed.trim();
  const was = ground.calendar.there(dueAt, timeZone).day;
  if (day === was) return fine(dueAt);
  if (ground.calendar.isDay(day) && day < was) return wrong('dueOn', 'earlier');
  return readDue(day, { ...ground, timeZone });
}

/** The last moment of a day: just before the next one begins there, also where the clock is moved at midnight. */
export function endOf(day: string, timeZone: string, calendar: Calendar): string {
  const next = calendar.at(calendar.plusDays(day, 1), '00:00', timeZone);
  return new Date(Date.parse(next) - 1).toISOString();
}

function readAttempts(typed: string): Read<number | null> {
  const text = typed.trim();
  if (text === '') return fine(null);
  const number = /^\d{1,2}$/.test(text) ? Number(text) : 0;
  return number >= 1 && number <= LIMITS.attempts ? fine(number) : wrong('attempts', 'no-number');
}

function readFocus(chosen: readonly string[]): Read<readonly CriterionId[]> {
  const known = CRITERIA.filter((id) => chosen.includes(id));
  return known.length === new Set(chosen).size ? fine(known) : wrong('focus', 'unknown');
}

function readSight(chosen: string): Read<Sight> {
  const sight = SIGHTS.find((name) => name === chosen);
  if (sight === undefined) return wrong('sight', chosen === '' ? 'missing' : 'unknown');
  return fine(sight);
}

function readNarrowerSight(chosen: string, was: Sight): Read<Sight> {
  const read = readSight(chosen);
  return 'value' in read && isWider(read.value, was) ? wrong('sight', 'wider') : read;
}
