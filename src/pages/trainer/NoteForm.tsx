import type { JSX } from 'preact';
import type { RemarkProblem } from '../../app/remark';
import type { SeenHandIn } from '../../app/seenHandIn';
import { Section } from '../debrief/Section';
import { turnName } from '../debrief/words';
import { type FieldProblem, ProblemSummary, problemOf, TextArea } from '../fields';
import { Token } from '../forms';
import { Layout, renderPage } from '../Layout';
import { TALK } from '../language';
import { paths } from '../paths';
import { learnerName, type TrainerMeta } from './words';

export interface NoteForm {
  readonly seen: SeenHandIn;
  /** Null for a new one. */
  readonly note: string | null;
  /** Null for the talk as a whole. */
  readonly turn: number | null;
  /** What was typed. */
  readonly text: string;
  readonly problem: RemarkProblem | null;
}

/** Where a trainer writes about a turn, or about the whole. */
export function renderNotePage(form: NoteForm, meta: TrainerMeta): string {
  return renderPage(<Page form={form} meta={meta} />);
}

function Page({ form, meta }: { form: NoteForm; meta: TrainerMeta }): JSX.Element {
  const { t, language, token } = meta;
  const { seen, note, turn, text, problem } = form;
  const place = { ...seen.handIn, group: seen.group.id };
  const problems: readonly FieldProblem[] =
    problem === null ? [] : [{ field: 'text', words: t(`trainer.note.problems.${problem}`) }];
  const name = learnerName(t, seen.learner);
  return (
    <Layout
      language={language}
      title={note === null ? t('trainer.note.title', { name }) : t('trainer.note.editTitle')}
      t={t}
      here="groups"
      back={{ href: paths.seenHandIn(place), label: t('trainer.note.back') }}
    >
      <ProblemSummary problems={problems} t={t} />
      <Section id="about" title={turn === null ? t('trainer.note.whole') : t('trainer.note.turn', { turn })}>
        <Said form={form} name={name} meta={meta} />
        <form method="post" action={note === null ? paths.notes(place) : paths.note(place, note)}>
          <Token token={token} />
          {note === null && <input type="hidden" name="turn" value={turn ?? ''} />}
          <TextArea
            id="text"
            label={t('trainer.note.text')}
            hint={t('trainer.note.hint')}
            value={text}
            problem={problemOf(problems, 'text')}
          />
          <p class="actions">
            <button type="submit" class="primary">
              {t('trainer.note.save')}
            </button>
          </p>
        </form>
      </Section>
    </Layout>
  );
}

interface SaidProps {
  readonly form: NoteForm;
  readonly name: string;
  readonly meta: TrainerMeta;
}

/** The turn that it is about, where it may be read. */
function Said({ form: { seen, turn }, name, meta: { t } }: SaidProps): JSX.Element | null {
  if (seen.talk.kind !== 'transcript') return null;
  const { debrief } = seen.talk;
  const said = debrief.transcript.find((one) => one.turn === turn);
  if (!said) return null;
  return (
    <dl class="exchange" aria-label={turnName(t, said.turn)}>
      <dt>{name}</dt>
      <dd {...TALK}>{said.reply.trim() || t('trainer.seen.talk.silence')}</dd>
      <dt>{debrief.scenario.persona}</dt>
      <dd {...TALK}>{said.persona}</dd>
    </dl>
  );
}
