import type { JSX } from 'preact';
import { noteKindWords } from '../../app/reviews/methodWords';
import type { SeenNote } from '../../app/reviews/readRoom';
import type { TranscriptTurn } from '../../app/reviews/transcript';
import { NOTE_KINDS } from '../../core/model/method';
import { PostButton } from '../forms';
import { TALK } from '../language';
import { paths } from '../paths';
import { ChangeForm, NewForm } from './RoomNoteForm';
import { nameOr, ownAnchor, ownTurn, type RoomProps, sentenceAnchor, stepTitle } from './roomWords';

/** What was written about a turn, short; with what can be done with it further on. */
export function NotesAt({ room, turn, meta }: RoomProps & { readonly turn: number }): JSX.Element | null {
  const notes = room.notes.filter((note) => note.turn === turn);
  if (notes.length === 0) return null;
  const { t } = meta;
  return (
    <ul class="notes-here" aria-label={t('room.notes.at', { name: ownTurn(turn) })}>
      {notes.map((note) => (
        <li id={`at-${note.id}`}>
          <p class="about">
            <NoteHead note={note} meta={meta} />{' '}
            {note.own && <a href={`#note-${note.id}`}>{t('room.notes.change')}</a>}
          </p>
          <SentenceOf note={note} room={room} />
          <p class="words">{note.text}</p>
        </li>
      ))}
    </ul>
  );
}

/** The form at a turn, folded away. */
export function WriteAt({
  room,
  said,
  meta,
}: RoomProps & { readonly said: TranscriptTurn }): JSX.Element | null {
  const { typed, t } = meta;
  const { number } = said.turn;
  if (room.writes.length === 0) return null;
  const again = typed?.note === null && typed.typed.about.split('.')[0] === String(number) ? typed : null;
  return (
    <details id={`write-${number}`} open={again !== null} class="write">
      <summary>{t('room.notes.write', { name: ownTurn(number) })}</summary>
      <NewForm room={room} said={said} again={again} meta={meta} />
    </details>
  );
}

/** Everything that was written and may be read, by kind; and the form for the talk as a whole. */
export function NotesSection({ room, meta }: RoomProps): JSX.Element | null {
  const { t, typed } = meta;
  const { notes, waiting, writes, moment } = room;
  if (moment.meeting.stage === 'waiting') return null;
  const again = typed?.note === null && typed.typed.about === '' ? typed : null;
  return (
    <section aria-labelledby="notes">
      <h2 id="notes">{t('room.notes.title')}</h2>
      {notes.length === 0 && <p>{t('room.notes.none')}</p>}
      {waiting > 0 && <p id="waiting">{t('room.notes.waiting', { count: waiting })}</p>}
      {NOTE_KINDS.map((kind) => {
        const these = notes.filter((note) => note.kind === kind);
        if (these.length === 0) return null;
        return (
          <div id={`kind-${kind}`}>
            <h3>{t(`room.notes.kinds.${kind}`, { count: these.length })}</h3>
            <ul class="notes">
              {these.map((note) => (
                <Note note={note} room={room} meta={meta} />
              ))}
            </ul>
          </div>
        );
      })}
      {writes.length > 0 && (
        <details id="write-talk" class="write" open={again !== null}>
          <summary>{t('room.notes.writeWhole')}</summary>
          <NewForm room={room} said={null} again={again} meta={meta} />
        </details>
      )}
    </section>
  );
}

interface NoteProps extends RoomProps {
  readonly note: SeenNote;
}

function Note({ note, room, meta }: NoteProps): JSX.Element {
  return (
    <li id={`note-${note.id}`} class={note.own ? 'own' : undefined} tabIndex={-1}>
      <p class="about">
        <NoteHead note={note} meta={meta} />{' '}
        {note.turn !== null && <a href={`#${ownAnchor(note.turn)}`}>{ownTurn(note.turn)}</a>}
      </p>
      <SentenceOf note={note} room={room} />
      <p class="words">{note.text}</p>
      {note.own && <Own note={note} room={room} meta={meta} />}
    </li>
  );
}

function NoteHead({ note, meta: { t } }: Pick<NoteProps, 'note' | 'meta'>): JSX.Element {
  const by = note.own
    ? t(note.anonymous ? 'room.notes.youNameless' : 'room.notes.you')
    : note.name === null
      ? t('room.notes.nameless')
      : nameOr(t, note.name);
  return (
    <>
      <strong>{noteKindWords(t, note.kind).name}</strong>, {by}
    </>
  );
}

function SentenceOf({ note, room }: Pick<NoteProps, 'note' | 'room'>): JSX.Element | null {
  if (note.turn === null || note.sentence === null) return null;
  const turn = room.talk.turns.find(({ number }) => number === note.turn);
  const span = turn?.sentences[note.sentence]?.span;
  if (!turn || !span) return null;
  return (
    <p class="about">
      <a href={`#${sentenceAnchor(note.turn, note.sentence)}`}>
        <q {...TALK}>{turn.text.slice(span.start, span.end).trim()}</q>
      </a>
    </p>
  );
}

/** Who reads one's own note, and what can be done with it. */
function Own({ note, room, meta }: NoteProps): JSX.Element {
  const { t, token, typed } = meta;
  const { review } = room;
  const where = note.turn === null ? t('room.notes.whole') : ownTurn(note.turn);
  const again = typed?.note === note.id ? typed : null;
  return (
    <>
      <p class="about">{sightWords(note, room, meta)}</p>
      <div class="actions">
        {note.release === null && !room.archived && room.moment.meeting.stage !== 'waiting' && (
          <PostButton
            action={paths.tellReviewNote(review.id, note.id)}
            token={token}
            label={t('room.notes.tell')}
            full={t('room.notes.tellLabel', { where })}
          />
        )}
        <details id={`change-${note.id}`} class="write" open={again !== null}>
          <summary>
            {t('room.notes.changeOr')} <span class="unseen">{t('room.notes.ofWhere', { where })}</span>
          </summary>
          {!room.archived && <ChangeForm note={note} room={room} again={again} meta={meta} />}
          <PostButton
            action={paths.removeReviewNote(review.id, note.id)}
            token={token}
            label={t('room.notes.remove')}
            full={t('room.notes.removeLabel', { where })}
          />
        </details>
      </div>
    </>
  );
}

function sightWords(
  { released, release }: SeenNote,
  room: RoomProps['room'],
  { t }: RoomProps['meta'],
): string {
  if (released) return t('room.notes.sight.all');
  if (release === null || room.moment.meeting.stage === 'closed') return t('room.notes.sight.you');
  return t('room.notes.sight.until', { step: stepTitle(room, release, t) });
}
