import type { JSX } from 'preact';
import type { SaidNote } from '../../app/seenHandIn';
import type { TrainerSaid } from '../../app/trainerSaid';
import type { Locale } from '../../core/model/session';
import type { Texts } from '../../core/model/texts';
import { turnName } from '../debrief/words';
import { moment } from '../when';

interface Props {
  readonly said: TrainerSaid;
  readonly t: Texts;
  readonly language: Locale;
  /** Which talk, where a page is about several. */
  readonly about?: { readonly attempt: string; readonly title: string };
}

/** What trainers said of a talk, for the learner whose talk it is; nothing where they said nothing. */
export function FromTrainer({ said, t, language, about }: Props): JSX.Element | null {
  const { notes, overrules } = said;
  if (notes.length + overrules.length === 0) return null;
  const id = about ? `from-trainer-${about.attempt}` : 'from-trainer';
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>
        {about ? t('trainer.said.titleAbout', { title: about.title }) : t('trainer.said.title')}
      </h2>
      {notes.map((note) => (
        <Note note={note} t={t} language={language} />
      ))}
      {overrules.length > 0 && (
        <>
          <h3>{t('trainer.said.marks')}</h3>
          <ul>
            {overrules.map(({ criterion, machine, level, reason, name }) => (
              <li>
                {t('trainer.said.mark', {
                  criterion: t(`scorecard.criteria.${criterion}.name`),
                  machine: t(`scorecard.levels.${machine}.name`),
                  level: t(`scorecard.levels.${level}.name`),
                  name: name || t('trainer.someTrainer'),
                  reason,
                })}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

interface NoteProps {
  readonly note: SaidNote;
  readonly t: Texts;
  readonly language: Locale;
}

function Note({ note, t, language }: NoteProps): JSX.Element {
  const { turn, text, name, at } = note;
  return (
    <div class="from-trainer">
      <p>
        <strong>{turn === null ? t('trainer.said.whole') : turnName(t, turn)}</strong>{' '}
        <span class="about">
          {t('trainer.said.by', { name: name || t('trainer.someTrainer'), when: moment(language, at) })}
        </span>
      </p>
      <p class="words">{text}</p>
    </div>
  );
}
