import type { JSX } from 'preact';
import type { SaidNote, SeenHandIn } from '../../app/seenHandIn';
import { turnName } from '../debrief/words';
import { PostButton } from '../forms';
import { paths } from '../paths';
import { moment } from '../when';
import type { TrainerMeta } from './words';

export interface SeenMeta extends TrainerMeta {
  /** Who looks. */
  readonly person: string;
  /** Whether they may respond: not in an archived group. */
  readonly active: boolean;
}

interface NotesProps {
  readonly seen: SeenHandIn;
  /** Null for those about the whole talk. */
  readonly turn: number | null;
  readonly meta: SeenMeta;
}

/** What trainers said of a turn or of the whole, and the way to say something. */
export function Notes({ seen, turn, meta }: NotesProps): JSX.Element {
  const { t, active } = meta;
  const place = { ...seen.handIn, group: seen.group.id };
  return (
    <>
      {seen.notes
        .filter((note) => note.turn === turn)
        .map((note) => (
          <Note note={note} seen={seen} meta={meta} />
        ))}
      {active && (
        <p class="screen-only">
          <a
            href={paths.newNote(place, turn)}
            aria-label={turn === null ? undefined : t('trainer.seen.talk.writeLabel', { turn })}
          >
            {t(turn === null ? 'trainer.seen.notes.write' : 'trainer.seen.talk.write')}
          </a>
        </p>
      )}
    </>
  );
}

function Note({ note, seen, meta }: { note: SaidNote; seen: SeenHandIn; meta: SeenMeta }): JSX.Element {
  const { t, language, token, person, active } = meta;
  const place = { ...seen.handIn, group: seen.group.id };
  const where = note.turn === null ? t('trainer.seen.notes.whole') : turnName(t, note.turn);
  return (
    <div class="from-trainer">
      <p class="about">
        {t('trainer.seen.notes.by', {
          name: note.name || t('trainer.oneTrainer'),
          when: moment(language, note.at),
        })}
      </p>
      <p class="words">{note.text}</p>
      {active && note.by === person && (
        <div class="actions screen-only">
          <a href={paths.note(place, note.id)} aria-label={t('trainer.seen.notes.editLabel', { where })}>
            {t('trainer.seen.notes.edit')}
          </a>
          <PostButton
            action={paths.removeNote(place, note.id)}
            token={token}
            label={t('trainer.seen.notes.remove')}
            full={t('trainer.seen.notes.removeLabel', { where })}
          />
        </div>
      )}
    </div>
  );
}
