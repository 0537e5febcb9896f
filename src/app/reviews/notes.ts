import type { NoteKind } from '../../core/model/method';
import type { ReviewNote } from '../../core/model/review';
import { releaseOf } from '../../core/review/visible';
import type { Clock, Ids } from '../ports';
import { NOTE_LENGTH, type RemarkProblem, readRemark } from '../remark';
import { personalWords } from './personal';
import { type Room, type RoomParts, readRoom, type SeenNote } from './readRoom';

export interface NoteParts extends RoomParts {
  readonly clock: Clock;
  readonly ids: Ids;
  /** Names that belong to the case, and so are nobody's. */
  readonly namesOf: (room: Room) => ReadonlySet<string>;
}

/** One person in one review; more are not read by anybody. */
const MOST_NOTES = 100;

/** What was filled in for a note; everything may be missing or wrong. */
export interface TypedNote {
  readonly kind: string;
  /** '' for the talk as a whole, `3` for a turn, `3.0` for its first sentence. */
  readonly about: string;
  readonly text: string;
  /** "I read the warning, and it may stay". */
  readonly sure: boolean;
  /** Index of the step for which the form was made; null when it says none. What it promised is kept. */
  readonly step: number | null;
}

/**
 * `not-now`: nothing can be written at this step, or not by this person. `kind`: not of this kind, now. `about`: there
 * is no such place to be seen.
 */
export type NoteProblem = RemarkProblem | 'not-now' | 'kind' | 'about' | 'too-many';

export type NoteOutcome =
  | { readonly kind: 'kept'; readonly note: ReviewNote }
  | { readonly kind: 'flawed'; readonly problem: NoteProblem }
  /** It may name somebody; these words do. */
  | { readonly kind: 'personal'; readonly words: readonly string[] }
  /** Somebody, most likely they themselves elsewhere, changed it first; null when it was taken away. */
  | { readonly kind: 'moved'; readonly now: SeenNote | null };

/** Where a note is about: null for the talk as a whole, and for a turn as a whole. */
export interface NotePlace {
  readonly turn: number | null;
  readonly sentence: number | null;
}

/** `id` comes with the form, so that a form that is sent twice makes one note. Null for who is not in the room. */
export async function writeNote(
  parts: NoteParts,
  review: string,
  person: string,
  id: string,
  typed: TypedNote,
): Promise<NoteOutcome | null> {
  const now = parts.clock.now();
  const room = await readRoom(parts, review, person, now);
  if (!room?.joined || room.archived) return null;
  // Nobody heard that it was kept, and they sent it again, perhaps with other words.
  const before = ownNote(room, id);
  if (before) return changeNote(parts, review, person, id, { ...typed, version: before.version });
  const read = readNew(room, typed);
  if (!read.ok) return { kind: 'flawed', problem: read.problem };
  const words = personalWords(read.text, parts.namesOf(room));
  if (words.length > 0 && !typed.sure) return { kind: 'personal', words };
  const note: ReviewNote = {
    ...{ id: isFresh(id) ? id : parts.ids.fresh(), by: person, at: now },
    ...{ kind: read.kind, ...read.place, text: read.text },
    step: room.moment.meeting.step,
    ...sightOf(room, typed.step),
  };
  return keep(parts, review, note, 1);
}

/**
 * Who reads a note that is written now. A form that was made at an earlier step told its writer who would read it: that
 * holds, also when the step went on while they typed.
 */
function sightOf({ moment }: Room, madeAt: number | null): Pick<ReviewNote, 'release' | 'anonymous'> {
  const { method, meeting } = moment;
  const steps = [meeting.step, ...(madeAt !== null && madeAt <= meeting.reached ? [madeAt] : [])];
  const releases = steps.map((step) => {
    const release = releaseOf({ method, meeting: { ...meeting, step } });
    return release === step ? meeting.step : release;
  });
  return {
    release: releases.reduce((one, other) => (one === null || other === null ? null : Math.max(one, other))),
    anonymous: steps.some((step) => method.steps[step]?.anonymous),
  };
}

/** An id that was handed out with a form; what is anything else gets one of ours. */
function isFresh(id: string): boolean {
  return /^[\w-]{6,64}$/.test(id);
}

type ReadNote =
  | { readonly ok: true; readonly kind: NoteKind; readonly place: NotePlace; readonly text: string }
  | { readonly ok: false; readonly problem: NoteProblem };

function readNew(room: Room, typed: TypedNote): ReadNote {
  if (room.writes.length === 0) return { ok: false, problem: 'not-now' };
  if (room.notes.filter(({ own }) => own).length >= MOST_NOTES) return { ok: false, problem: 'too-many' };
  const kind = room.writes.find((one) => one === typed.kind);
  if (kind === undefined) return { ok: false, problem: 'kind' };
  const place = placeOf(room, typed.about);
  if (place === null) return { ok: false, problem: 'about' };
  const text = readRemark(typed.text, NOTE_LENGTH);
  return text.ok ? { ok: true, kind, place, text: text.value } : text;
}

/** Null for what is not there, or may not be seen (yet): the answer does not tell which. */
export function placeOf({ talk }: Pick<Room, 'talk'>, about: string): NotePlace | null {
  if (about === '') return { turn: null, sentence: null };
  const [, number, inTurn] = /^(\d{1,4})(?:\.(\d{1,4}))?$/.exec(about) ?? [];
  const turn = talk.turns.find((one) => one.number === Number(number));
  if (number === undefined || !turn) return null;
  if (inTurn === undefined) return { turn: turn.number, sentence: null };
  const sentence = Number(inTurn);
  return sentence < turn.sentences.length ? { turn: turn.number, sentence } : null;
}

/** The same place as a form names it. */
export function aboutOf({ turn, sentence }: NotePlace): string {
  if (turn === null) return '';
  return sentence === null ? `${turn}` : `${turn}.${sentence}`;
}

export interface ChangedNote extends Pick<TypedNote, 'text' | 'sure'> {
  /** Which one was on the page. */
  readonly version: number;
}

/** Only the words change: where it stands, and from when others read it, stay as they are. */
export async function changeNote(
  parts: NoteParts,
  review: string,
  person: string,
  id: string,
  typed: ChangedNote,
): Promise<NoteOutcome | null> {
  const room = await readRoom(parts, review, person, parts.clock.now());
  if (!room?.joined || room.archived) return null;
  const seen = ownNote(room, id);
  if (!seen) return { kind: 'moved', now: null };
  const text = readRemark(typed.text, NOTE_LENGTH);
  if (!text.ok) return { kind: 'flawed', problem: text.problem };
  const before = withoutSight(seen, person);
  if (text.value === seen.text) return { kind: 'kept', note: before };
  if (seen.version !== typed.version) return { kind: 'moved', now: seen };
  const words = personalWords(text.value, parts.namesOf(room));
  if (words.length > 0 && !typed.sure) return { kind: 'personal', words };
  return keep(parts, review, { ...before, text: text.value }, seen.version + 1);
}

/** "Everybody may read this": from now on they do. */
export async function tellNote(
  parts: NoteParts,
  review: string,
  person: string,
  id: string,
): Promise<NoteOutcome | null> {
  const room = await readRoom(parts, review, person, parts.clock.now());
  const seen = room?.joined ? ownNote(room, id) : null;
  if (!room || !seen || room.archived || room.moment.meeting.stage === 'waiting') return null;
  const note = withoutSight(seen, person);
  if (note.release !== null) return { kind: 'kept', note };
  return keep(parts, review, { ...note, release: note.step }, seen.version + 1);
}

/** False when there is no such note of theirs. */
export async function removeNote(
  parts: NoteParts,
  review: string,
  person: string,
  id: string,
): Promise<boolean> {
  const room = await readRoom(parts, review, person, parts.clock.now());
  if (!room?.joined || !ownNote(room, id)) return false;
  return parts.store.reviews.remove({ review, kind: 'note', key: id }, person);
}

function ownNote(room: Room, id: string): SeenNote | null {
  return room.notes.find((note) => note.own && note.id === id) ?? null;
}

async function keep(
  parts: NoteParts,
  review: string,
  note: ReviewNote,
  version: number,
): Promise<NoteOutcome | null> {
  const outcome = await parts.store.reviews.keep({
    review,
    kind: 'note',
    key: note.id,
    version,
    value: note,
  });
  switch (outcome) {
    case 'kept':
      return { kind: 'kept', note };
    case 'gone':
      return null;
    case 'moved': {
      const room = await readRoom(parts, review, note.by, parts.clock.now());
      if (!room) return null;
      const now = ownNote(room, note.id);
      return now?.text === note.text ? { kind: 'kept', note } : { kind: 'moved', now };
    }
  }
}

function withoutSight(seen: SeenNote, person: string): ReviewNote {
  const { own: _own, name: _name, version: _version, released: _released, ...note } = seen;
  return { ...note, by: person };
}
