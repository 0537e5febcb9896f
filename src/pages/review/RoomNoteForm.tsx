import type { ComponentChildren, JSX } from 'preact';
import { noteKindWords } from '../../app/reviews/methodWords';
import { aboutOf } from '../../app/reviews/notes';
import type { SeenNote } from '../../app/reviews/readRoom';
import type { TranscriptTurn } from '../../app/reviews/transcript';
import { releaseAt } from '../../app/reviews/whoReads';
import { Token } from '../forms';
import { TALK } from '../language';
import { paths } from '../paths';
import { problemWords, type RoomProps, stepTitle, type TypedAgain } from './roomWords';

interface FormProps extends RoomProps {
  /** What was typed before, and not taken. */
  readonly again: TypedAgain | null;
}

interface NewFormProps extends FormProps {
  /** Null for the talk as a whole. */
  readonly said: TranscriptTurn | null;
}

export function NewForm({ room, said, again, meta }: NewFormProps): JSX.Element {
  const { t, token, fresh } = meta;
  const place = said === null ? 'talk' : String(said.turn.number);
  const about =
    again?.typed.about ?? (said === null ? '' : aboutOf({ turn: said.turn.number, sentence: null }));
  return (
    <form method="post" action={paths.reviewNotes(room.review.id)} {...(again && { 'data-keep': '' })}>
      <Token token={token} />
      <input type="hidden" name="fresh" value={fresh()} />
      <input type="hidden" name="step" value={room.moment.meeting.step} />
      <Kinds room={room} place={place} chosen={again?.typed.kind ?? null} meta={meta} />
      <About said={said} place={place} about={about} meta={meta} />
      <TextField
        place={place}
        text={again?.typed.text ?? ''}
        hint={whoReads(room, meta)}
        again={again}
        meta={meta}
      >
        {t('room.notes.text')}
      </TextField>
      <Save again={again} label={t('room.notes.save')} meta={meta} />
    </form>
  );
}

interface KindsProps extends RoomProps {
  readonly place: string;
  readonly chosen: string | null;
}

function Kinds({ room, place, chosen, meta: { t } }: KindsProps): JSX.Element {
  const { writes } = room;
  const [first] = writes;
  const now = writes.find((kind) => kind === chosen) ?? first;
  if (writes.length === 1 && first !== undefined) {
    return (
      <p>
        <input type="hidden" name="kind" value={first} />
        <strong>{capital(noteKindWords(t, first).name)}.</strong> {noteKindWords(t, first).about}
      </p>
    );
  }
  return (
    <fieldset>
      <legend>{t('room.notes.kind')}</legend>
      {writes.map((kind) => (
        <label class="option" for={`kind-${place}-${kind}`}>
          <input id={`kind-${place}-${kind}`} type="radio" name="kind" value={kind} checked={kind === now} />
          <span>
            {capital(noteKindWords(t, kind).name)}
            <small> {noteKindWords(t, kind).about}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** As it begins where it stands alone. */
function capital(words: string): string {
  return words.slice(0, 1).toLocaleUpperCase() + words.slice(1);
}

interface AboutProps extends Pick<RoomProps, 'meta'> {
  readonly said: TranscriptTurn | null;
  readonly place: string;
  readonly about: string;
}

/** A turn of one sentence has nothing to choose. */
function About({ said, place, about, meta: { t } }: AboutProps): JSX.Element {
  if (said === null || said.turn.sentences.length < 2) {
    return <input type="hidden" name="about" value={about} />;
  }
  const turn = said.turn.number;
  return (
    <div class="field">
      <label for={`about-${place}`}>{t('room.notes.about')}</label>
      <select id={`about-${place}`} name="about">
        <option value={String(turn)} selected={about === String(turn)}>
          {t('room.notes.wholeTurn')}
        </option>
        {said.sentences.map(({ sentence, text }) => (
          <option value={`${turn}.${sentence}`} selected={about === `${turn}.${sentence}`} {...TALK}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}

interface ChangeProps extends FormProps {
  readonly note: SeenNote;
}

export function ChangeForm({ note, room, again, meta }: ChangeProps): JSX.Element {
  const { t, token } = meta;
  return (
    <form
      method="post"
      action={paths.reviewNote(room.review.id, note.id)}
      {...(again && { 'data-keep': '' })}
    >
      <Token token={token} />
      <input type="hidden" name="version" value={note.version} />
      <TextField place={note.id} text={again?.typed.text ?? note.text} again={again} meta={meta}>
        {t('room.notes.text')}
      </TextField>
      <Save again={again} label={t('room.notes.saveChange')} meta={meta} />
    </form>
  );
}

interface TextProps extends Pick<FormProps, 'again' | 'meta'> {
  readonly place: string;
  readonly text: string;
  /** Who reads it. */
  readonly hint?: string;
  readonly children: ComponentChildren;
}

export function TextField({ place, text, hint, again, meta, children }: TextProps): JSX.Element {
  const id = `text-${place}`;
  const by = [hint !== undefined && `who-${place}`, again && `${id}-problem`].filter(Boolean).join(' ');
  return (
    <div class={again ? 'field wrong' : 'field'}>
      <label for={id}>{children}</label>
      {hint !== undefined && (
        <p class="about" id={`who-${place}`}>
          {hint}
        </p>
      )}
      {again && (
        <p class="error" id={`${id}-problem`}>
          {problemWords(again, meta)}
        </p>
      )}
      <textarea
        id={id}
        name="text"
        {...(by !== '' && { 'aria-describedby': by })}
        {...(again && { 'aria-invalid': true as const })}
      >
        {text}
      </textarea>
    </div>
  );
}

interface SaveProps extends Pick<FormProps, 'again' | 'meta'> {
  readonly label: string;
}

/** After a warning about names and numbers the writer decides. */
export function Save({ again, label, meta: { t } }: SaveProps): JSX.Element {
  return (
    <p class="actions">
      <button type="submit" class="primary">
        {label}
      </button>
      {again?.problem.kind === 'personal' && (
        <button type="submit" name="sure" value="yes">
          {t('room.notes.saveSo')}
        </button>
      )}
    </p>
  );
}

function whoReads(room: RoomProps['room'], { t }: RoomProps['meta']): string {
  const release = releaseAt(room);
  const nameless = room.step?.anonymous ? ` ${t('room.notes.will.nameless')}` : '';
  if (release === 'now') return t('room.notes.will.now') + nameless;
  if (release === null) return t('room.notes.will.you') + nameless;
  return t('room.notes.will.later', { step: stepTitle(room, release, t) }) + nameless;
}
