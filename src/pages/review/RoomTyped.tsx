import type { JSX } from 'preact';
import { ProblemSummary } from '../fields';
import { Token } from '../forms';
import { paths } from '../paths';
import { Save, TextField } from './RoomNoteForm';
import { problemWords, type RoomMeta, type RoomProps, type TypedAgain } from './roomWords';

/** Stands above the room when a note was not taken, and leads to what was typed. */
export function typedProblems(room: RoomProps['room'], meta: RoomMeta): JSX.Element | null {
  const { typed, t } = meta;
  if (!typed) return null;
  const field = `text-${placeOf(room, typed) ?? 'loose'}`;
  return <ProblemSummary problems={[{ field, words: problemWords(typed, meta) }]} t={t} />;
}

/** The form in which the typed words stand; null when the room has none for it any more. */
function placeOf(room: RoomProps['room'], { note, typed }: TypedAgain): string | null {
  if (note !== null) return room.notes.some(({ id, own }) => own && id === note) ? note : null;
  if (room.writes.length === 0) return null;
  if (typed.about === '') return 'talk';
  const turn = Number(typed.about.split('.')[0]);
  return room.talk.turns.some(({ number }) => number === turn) ? String(turn) : null;
}

/** Words that were typed while their place went away: kept in sight, to copy or to save elsewhere. */
export function TypedLoose({ room, meta }: RoomProps): JSX.Element | null {
  const { typed, t, token, fresh } = meta;
  if (!typed || placeOf(room, typed) !== null) return null;
  const [kind] = room.writes;
  return (
    <section aria-labelledby="loose" class="loose">
      <h2 id="loose">{t('room.notes.loose.title')}</h2>
      <form method="post" action={paths.reviewNotes(room.review.id)} data-keep="">
        <Token token={token} />
        <input type="hidden" name="fresh" value={fresh()} />
        <input type="hidden" name="step" value={room.moment.meeting.step} />
        <input type="hidden" name="kind" value={kind ?? ''} />
        <input type="hidden" name="about" value="" />
        <TextField place="loose" text={typed.typed.text} again={typed} meta={meta}>
          {t('room.notes.loose.text')}
        </TextField>
        {kind === undefined ? (
          <p>{t('room.notes.loose.copy')}</p>
        ) : (
          <Save again={typed} label={t('room.notes.loose.save')} meta={meta} />
        )}
      </form>
    </section>
  );
}
