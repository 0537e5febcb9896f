import type { JSX } from 'preact';
import { noteKindWords } from '../../app/reviews/methodWords';
import { NOTE_KINDS } from '../../core/model/method';
import { Section } from '../debrief/Section';
import { Answers, answersOf, type Which } from './Answers';
import { nameOr, ownTurn, type RoomProps } from './roomWords';

/** What the bringer wrote before or after the talk, laid open on paper. */
export function WrittenOnPaper({
  room,
  which,
  meta,
}: RoomProps & { readonly which: Which }): JSX.Element | null {
  const answers = answersOf(room, which);
  if (answers.length === 0) return null;
  return (
    <Section id={which} title={meta.t(`room.talk.${which}`)}>
      <Answers answers={answers} which={which} meta={meta} />
    </Section>
  );
}

/** The notes that everybody may read; what only its writer may see stays off a paper that lies on the table. */
export function NotesOnPaper({ room, meta: { t } }: RoomProps): JSX.Element | null {
  const notes = room.notes.filter(({ released }) => released);
  if (notes.length === 0) return null;
  return (
    <Section id="notes" title={t('room.notes.title')}>
      {NOTE_KINDS.filter((kind) => notes.some((note) => note.kind === kind)).map((kind) => (
        <>
          <h3>{noteKindWords(t, kind).name}</h3>
          <ul>
            {notes
              .filter((note) => note.kind === kind)
              .map((note) => (
                <li>
                  {note.turn !== null && <strong>{ownTurn(note.turn)}</strong>} {note.text}{' '}
                  <span class="about">
                    ({note.name === null ? t('room.notes.nameless') : nameOr(t, note.name)})
                  </span>
                </li>
              ))}
          </ul>
        </>
      ))}
    </Section>
  );
}
