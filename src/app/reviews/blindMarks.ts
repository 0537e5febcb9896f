import type { BlindMark } from '../../core/model/review';
import { type CriterionId, type Evidence, LEVELS, type MarkLevel } from '../../core/model/scoring';
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

export interface SeenRow extends Omit<CriterionAgreement, 'marks' | 'furthest'> {
  /** One for each member, null for who skipped it; empty where nobody is named. */
  readonly levels: readonly (MarkLevel | null)[];
  readonly counts: Readonly<Record<MarkLevel, number>>;
  /** Numbers of those who differ most; empty where nobody is named. */
  readonly furthest: readonly number[];
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
    own: Object.fromEntries(own.map(({ criterion, level }) => [criterion, level])),
    marked: new Set(marks.map(({ by }) => by)).size,
    shown: cardShown(room.moment) ? sideBySide(room, marks) : null,
  };
}

/** Keeps somebody's levels; `late` when the card may not be marked blind any more, null when it is not theirs. */
export async function giveMarks(
  parts: MarkParts,
  id: string,
  person: string,
  given: GivenLevels,
): Promise<'kept' | 'late' | 'moved' | null> {
  const at = parts.clock.now();
  const room = await readRoom(parts, id, person, at);
  if (!room?.joined) return null;
  if (!mayMark(room.moment)) return 'late';
  const own = (await parts.store.reviews.items(id, 'mark')).filter(({ value }) => value.by === person);
  for (const criterion of room.review.focus) {
    const level = given[criterion];
    const before = own.find(({ value }) => value.criterion === criterion);
    if (level === undefined || level === (before?.value.level ?? null)) continue;
    if (!(await keepMark(parts, id, before, { by: person, criterion, level, at }))) return 'moved';
  }
  return 'kept';
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
  { marks, furthest, ...row }: CriterionAgreement,
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
    furthest: nameless ? [] : furthest.map((member) => members.indexOf(member) + 1),
  };
}
