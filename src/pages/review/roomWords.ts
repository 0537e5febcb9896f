import type { ComponentChildren } from 'preact';
import { stepWords } from '../../app/reviews/methodWords';
import type { TypedNote } from '../../app/reviews/notes';
import type { Room, SeenNote } from '../../app/reviews/readRoom';
import type { BroughtTalk, BroughtTurn } from '../../core/model/review';
import type { Locale } from '../../core/model/session';
import type { Texts } from '../../core/model/texts';
import { timeThere } from '../when';

export const ROOM_TOLD = [
  'joined',
  'leading',
  'stepped',
  'moved',
  'noted',
  'changed',
  'removed',
  'shown',
] as const;
/** What has just been done. */
export type RoomTold = (typeof ROOM_TOLD)[number];

/** What another part of the product adds to the room; all of it only of what may be seen now. */
export interface RoomPart {
  /** Sections between the step and the talk. */
  readonly before?: ComponentChildren;
  /** At the end of every turn that may be seen. */
  readonly atTurn?: (turn: BroughtTurn) => ComponentChildren;
  /** Beside what was read in a sentence, where that may be asked for; 0-based within the turn. */
  readonly atSentence?: (turn: BroughtTurn, sentence: number) => ComponentChildren;
  /** Sections after the notes. */
  readonly after?: ComponentChildren;
  /** Sections at the end of the printed worksheet. */
  readonly printed?: ComponentChildren;
}

/** What was typed and not taken yet, with what is in the way. */
export interface TypedAgain {
  /** Null for a new one. */
  readonly note: string | null;
  readonly typed: TypedNote;
  readonly problem:
    | { readonly kind: 'flawed'; readonly problem: string }
    | { readonly kind: 'personal'; readonly words: readonly string[] }
    | { readonly kind: 'moved'; readonly now: SeenNote | null };
}

export interface RoomMeta {
  readonly t: Texts;
  readonly language: Locale;
  readonly token: string;
  /** Who looks. */
  readonly person: string;
  /** The clock of the server, ISO 8601, UTC. */
  readonly now: string;
  /** Addresses of the scripts that keep the page up to date. */
  readonly scripts: readonly string[];
  /** Names a note that is not written yet. */
  readonly fresh: () => string;
  readonly told: RoomTold | null;
  readonly typed: TypedAgain | null;
  readonly parts: readonly RoomPart[];
  /** How heavy it is or may be; null where there is nothing to say. */
  readonly heavy: HeavySubject | null;
  /** What a topic is called, by its id. */
  readonly topic: (id: string) => string;
}

export interface HeavySubject {
  /** '' when there is none. */
  readonly note: string;
  /** From somebody's work: nobody knows beforehand what it is about. */
  readonly own: boolean;
  readonly helpLines: readonly string[];
}

export interface RoomProps {
  readonly room: Room;
  readonly meta: RoomMeta;
}

/** As turns are numbered in a report of a talk: P for the professional, a letter for the other. */
export const ownTurn = (turn: number) => `P${turn}`;
export const otherTurn = ({ other }: Pick<BroughtTalk, 'other'>, turn: number) => `${other.letter}${turn}`;

/** Where a turn stands in the page: `#p3`, `#v3`. */
export const ownAnchor = (turn: number) => `p${turn}`;
export function otherAnchor({ other }: Pick<BroughtTalk, 'other'>, turn: number): string {
  const letter = other.letter.toLowerCase();
  return `${/^[a-oq-z]$/.test(letter) ? letter : 'o'}${turn}`;
}

export const sentenceAnchor = (turn: number, sentence: number) => `p${turn}-${sentence + 1}`;

/** '' is somebody who never said their name. */
export function nameOr(t: Texts, name: string): string {
  return name === '' ? t('room.somebody') : name;
}

export function isLeading({ review }: Pick<Room, 'review'>, { person }: Pick<RoomMeta, 'person'>): boolean {
  return review.facilitator === person;
}

/** Name of whoever leads; null while nobody does. */
export function leaderName({ review, members }: Room, t: Texts): string | null {
  if (review.facilitator === null) return null;
  return nameOr(t, members.find(({ person }) => person === review.facilitator)?.name ?? '');
}

export function bringerName({ members, review }: Room, t: Texts): string {
  return nameOr(t, members.find(({ person }) => person === review.owner)?.name ?? '');
}

/** "3. Facts", from the index of a step. */
export function stepTitle({ method }: Pick<Room, 'method'>, step: number, t: Texts): string {
  const { id } = method.steps[step] ?? {};
  if (id === undefined) return '';
  const { title } = stepWords(t, method.id, id);
  return /^\d/.test(title) ? title : `${step + 1}. ${title}`;
}

/** What happens in the room now, in a line. */
export function roomTitle(room: Room, t: Texts): string {
  const { stage, step } = room.moment.meeting;
  return room.step ? t('room.now.title', { title: stepTitle(room, step, t) }) : t(`room.${stage}.title`);
}

export function clockTime({ group }: Pick<Room, 'group'>, { language }: RoomMeta, iso: string): string {
  return timeThere(language, iso, group.timeZone);
}

/** What is in the way of a note, in words. */
export function problemWords({ problem }: TypedAgain, { t }: Pick<RoomMeta, 't'>): string {
  switch (problem.kind) {
    case 'flawed':
      return t(`room.notes.problems.${problem.problem}`);
    case 'personal':
      return t('room.notes.problems.personal', { words: problem.words.join(', ') });
    case 'moved':
      return problem.now
        ? t('room.notes.problems.moved', { text: problem.now.text })
        : t('room.notes.problems.gone');
  }
}
