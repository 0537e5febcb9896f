import type { JSX } from 'preact';
import { noteKindWords } from '../../app/reviews/methodWords';
import { NOTE_KINDS } from '../../core/model/method';
import { Section } from '../debrief/Section';
import { TALK } from '../language';
import { nameOr, ownTurn, type RoomProps } from './roomWords';

/** What the bringer wrote before or after the talk, laid open on paper. */
export function WrittenOnPaper({
  room,
  which,
  meta: { t },
}: RoomProps & { readonly which: 'preparation' | 'reflection' }): JSX.Element | null {
  const answers = Object.entries(room.talk[which]).filter(([, answer]) => answer.trim() !== '');
  if (answers.length === 0) return null;
  return (
    <Section id={which} title={t(`room.talk.${which}`)}>
      <dl>
        {answers.map(([question, answer]) => (
          <>
            <dt>{t(`cards.${which}.questions.${question}`)}</dt>
            <dd {...TALK}>{answer}</dd>
          </>
        ))}
      </dl>
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
