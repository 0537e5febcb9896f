import {
  changeNote,
  type NoteOutcome,
  type NoteParts,
  removeNote,
  type TypedNote,
  tellNote,
  writeNote,
} from '../../app/reviews/notes';
import type { FormAnswer, FormView, PersonForm } from '../../channels/webchat/personForms';
import { paths, ROUTES } from '../../pages/paths';
import { renderRoomPage } from '../../pages/review/Room';
import type { RoomTold } from '../../pages/review/roomWords';
import { PAGE_STYLE } from '../../pages/style';
import type { Pages } from '.';
import { numberFrom, type PageParts } from './parts';
import { namesOfCase, roomMeta, roomOf } from './roomMeta';

/** What is written in a room about the talk. */
export function notePages(parts: PageParts): Pages {
  return { forms: [writeForm, changeForm, removeForm, tellForm].map((form) => form(parts)) };
}

const IN_ROOM = { styles: [PAGE_STYLE], script: true, standsOn: ROUTES.review } as const;

function writeForm(parts: PageParts): PersonForm {
  return {
    ...IN_ROOM,
    path: ROUTES.reviewNotes,
    take: async (view) => {
      const typed = typedIn(view);
      const { review = '' } = view.params;
      const outcome = await writeNote(noteParts(parts), review, view.person, view.fields.fresh ?? '', typed);
      return outcome && answer(parts, view, { note: null, typed, outcome, told: 'noted' });
    },
  };
}

function changeForm(parts: PageParts): PersonForm {
  return {
    ...IN_ROOM,
    path: ROUTES.reviewNote,
    take: async (view) => {
      const { review = '', note = '' } = view.params;
      const typed = typedIn(view);
      const changed = { ...typed, version: numberFrom(view.fields.version) ?? 0 };
      const outcome = await changeNote(noteParts(parts), review, view.person, note, changed);
      return outcome && answer(parts, view, { note, typed, outcome, told: 'changed' });
    },
  };
}

function removeForm(parts: PageParts): PersonForm {
  return {
    ...IN_ROOM,
    once: true,
    path: ROUTES.removeReviewNote,
    take: async (view) => {
      const { review = '', note = '' } = view.params;
      return (await removeNote(noteParts(parts), review, view.person, note)) ? back(view, 'removed') : null;
    },
  };
}

function tellForm(parts: PageParts): PersonForm {
  return {
    ...IN_ROOM,
    path: ROUTES.tellReviewNote,
    take: async (view) => {
      const { review = '', note = '' } = view.params;
      const outcome = await tellNote(noteParts(parts), review, view.person, note);
      return outcome && back(view, outcome.kind === 'kept' ? 'shown' : 'moved', note);
    },
  };
}

function noteParts(parts: PageParts): NoteParts {
  const { store, clock, ids, library } = parts;
  return { store, clock, ids, methods: library.methods, namesOf: (room) => namesOfCase(parts, room) };
}

function typedIn({ fields }: FormView): TypedNote {
  const { kind = '', about = '', text = '', sure, step } = fields;
  return { kind, about, text, sure: sure === 'yes', step: numberFrom(step) };
}

interface Answered {
  readonly note: string | null;
  readonly typed: TypedNote;
  readonly outcome: NoteOutcome;
  readonly told: RoomTold;
}

async function answer(parts: PageParts, view: FormView, answered: Answered): Promise<FormAnswer | null> {
  const { note, typed, outcome, told } = answered;
  if (outcome.kind === 'kept') return back(view, told, outcome.note.id);
  const room = await roomOf(parts, view);
  if (!room?.joined) return null;
  const meta = await roomMeta(parts, view, room, { typed: { note, typed, problem: outcome } });
  return { kind: 'again', html: renderRoomPage(room, meta) };
}

function back({ params }: FormView, told: RoomTold, note: string | null = null): FormAnswer {
  const there = note === null ? '' : `#note-${note}`;
  return { kind: 'see', path: `${paths.review(params.review ?? '')}?told=${told}${there}` };
}
