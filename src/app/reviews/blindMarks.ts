import type { BlindMark } from '../../core/model/review';
import { CRITERIA, type CriterionId, type Evidence, LEVELS, type MarkLevel } from '../../core/model/scoring';
import {
  agreementOf,
  type CriterionAgreement,
  type Difference,
  type Judgement,
  type TeamAgreement,
} from '../../core/review/agreement';
import { isNameless, mayMark } from '../../core/review/tryout';
import { cardShown } from '../../core/review/visible';
import type { Clock, ReviewItem, Store } from '../ports';
import { type Room, type RoomParts, readRoom } from './readRoom';
import { SHARE_LIMITS } from './shareDraft';

export type { AgreementWord, Difference, Judgement } from '../../core/review/agreement';

export interface MarkParts extends RoomParts {
  readonly clock: Clock;
}

type Levels = Readonly<Partial<Record<CriterionId, MarkLevel>>>;

/** What was chosen for each criterion; null to skip it. What is left out stays as it was. */
export type GivenLevels = Readonly<Partial<Record<CriterionId, MarkLevel | null>>>;

export interface MarksView {
  readonly room: Room;
  /** Whether levels may be marked now. */
  readonly may: boolean;
  /** Whether this person may choose what is marked, because nothing was chosen yet. */
  readonly chooses: boolean;
  readonly own: Levels;
  /** How many members marked something: a number only. */
  readonly marked: number;
  /** Null until the card is laid open. */
  readonly shown: SeenAgreement | null;
}

/** All marks side by side, in the words and names that may be seen. */
export interface SeenAgreement {
  /** Columns of the table; null where nobody is named, and then only numbers are shown. */
  readonly members: readonly SeenMarker[] | null;
  readonly rows: readonly SeenRow[];
  readonly among: Judgement;
  /** The team as one beside the card, or each mark where that says too little; null when there is no card. */
  readonly withCard: Judgement | null;
  readonly agenda: readonly (Difference & {
    /** The words of the talk that the card rests on. */
    readonly evidence: readonly Evidence[];
  })[];
}

export interface SeenMarker {
  /** '' when they never said. */
  readonly name: string;
  /** From 1, in the order of the columns. */
  readonly number: number;
  readonly self: boolean;
}

export interface SeenRow extends Omit<CriterionAgreement, 'marks'> {
  /** One for each member, null for who skipped it; empty where nobody is named. */
  readonly levels: readonly (MarkLevel | null)[];
  readonly counts: Readonly<Record<MarkLevel, number>>;
}

/** What somebody marked, and from the step that lays the card open on what all did; null for who takes no part. */
export async function readMarks(parts: MarkParts, id: string, person: string): Promise<MarksView | null> {
  const room = await readRoom(parts, id, person, parts.clock.now());
  return room?.joined ? marksIn(parts.store, room, person) : null;
}

/** The same in a room that was read already. */
export async function marksIn(store: Pick<Store, 'reviews'>, room: Room, person: string): Promise<MarksView> {
  const marks = (await store.reviews.items(room.review.id, 'mark')).map(({ value }) => value);
  const own = marks.filter(({ by }) => by === person);
  return {
    room,
    may: mayMark(room.moment),
    chooses: mayMark(room.moment) && room.review.focus.length === 0 && room.review.facilitator === person,
    own: Object.fromEntries(own.map(({ criterion, level }) => [criterion, level])),
    marked: new Set(marks.map(({ by }) => by)).size,
    shown: cardShown(room.moment) ? sideBySide(room, marks) : null,
  };
}

/**
 * `late` when the card may not be marked blind any more, `nothing` when no level was given, now or before; null when it
 * is not theirs.
 */
export type GiveOutcome = 'kept' | 'late' | 'moved' | 'nothing' | null;

/** Keeps somebody's levels. */
export async function giveMarks(
  parts: MarkParts,
  id: string,
  person: string,
  given: GivenLevels,
): Promise<GiveOutcome> {
  const at = parts.clock.now();
  const room = await readRoom(parts, id, person, at);
  if (!room?.joined) return null;
  if (!mayMark(room.moment)) return 'late';
  const own = (await parts.store.reviews.items(id, 'mark')).filter(({ value }) => value.by === person);
  const any = room.review.focus.some((criterion) => (given[criterion] ?? null) !== null);
  if (!any && own.length === 0) return 'nothing';
  for (const criterion of room.review.focus) {
    const level = given[criterion];
    const before = own.find(({ value }) => value.criterion === criterion);
    if (level === undefined || level === (before?.value.level ?? null)) continue;
    if (!(await keepMark(parts, id, before, { by: person, criterion, level, at }))) return 'moved';
  }
  return 'kept';
}

/** More would be too much to give and to talk about in one meeting. */
export const MOST_FOCUS = SHARE_LIMITS.focus;

/** `late`: the card was shown, or it is not the step for it. `moved`: somebody was first, or leads by now. */
export type FocusOutcome = 'chosen' | 'missing' | 'too-many' | 'late' | 'moved' | null;

/** Whoever leads chooses what is marked, where who brought the talk chose nothing; null for who takes no part. */
export async function chooseFocus(
  { store, methods, clock }: MarkParts,
  id: string,
  person: string,
  chosen: readonly CriterionId[],
): Promise<FocusOutcome> {
  const room = await readRoom({ store, methods }, id, person, clock.now());
  if (!room?.joined) return null;
  if (!mayMark(room.moment)) return 'late';
  if (room.review.facilitator !== person || room.review.focus.length > 0) return 'moved';
  const focus = CRITERIA.filter((criterion) => chosen.includes(criterion));
  if (focus.length === 0) return 'missing';
  if (focus.length > MOST_FOCUS) return 'too-many';
  return (await store.reviews.change({ ...room.review, focus })) ? 'chosen' : 'moved';
}

async function keepMark(
  { store }: MarkParts,
  review: string,
  before: ReviewItem<'mark'> | undefined,
  { level, ...mark }: Omit<BlindMark, 'level'> & { readonly level: MarkLevel | null },
): Promise<boolean> {
  const key = `${mark.by}.${mark.criterion}`;
  if (level === null) return store.reviews.remove({ review, kind: 'mark', key }, mark.by);
  const version = (before?.version ?? 0) + 1;
  const value = { ...mark, level };
  return (await store.reviews.keep({ review, kind: 'mark', key, version, value })) === 'kept';
}

function sideBySide(room: Room, marks: readonly BlindMark[]): SeenAgreement {
  const { talk, review, method } = room;
  const found = agreementOf(marks, review.focus, talk.card);
  const nameless = isNameless(method);
  const named = new Map(room.members.map((member) => [member.person, member]));
  return {
    members: nameless
      ? null
      : found.members.map((person, at) => ({
          name: named.get(person)?.name ?? '',
          number: at + 1,
          self: named.get(person)?.self ?? false,
        })),
    rows: found.criteria.map((row) => seenRow(row, found, nameless)),
    among: found.among,
    withCard: found.withCard?.word === 'too-few' ? found.eachWithCard : found.withCard,
    agenda: found.agenda.map((difference) => ({
      ...difference,
      evidence: talk.card?.criteria.find(({ id }) => id === difference.criterion)?.evidence ?? [],
    })),
  };
}

function seenRow(
  { marks, ...row }: CriterionAgreement,
  { members }: TeamAgreement,
  nameless: boolean,
): SeenRow {
  const levelOf = new Map(marks.map(({ by, level }) => [by, level]));
  const counts = Object.fromEntries(
    LEVELS.map((level) => [level, marks.filter((mark) => mark.level === level).length]),
  ) as Record<MarkLevel, number>;
  return {
    ...row,
    counts,
    levels: nameless ? [] : members.map((member) => levelOf.get(member) ?? null),
  };
}
