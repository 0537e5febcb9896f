import type { JSX } from 'preact';
import { type AssignmentDraft, type Flaw, LIMITS } from '../../app/assignmentDraft';
import type { Group } from '../../core/model/group';
import { isWider, SIGHTS, type Sight } from '../../core/model/homework';
import { CRITERIA } from '../../core/model/scoring';
import { PRACTICE_LEVELS, type PracticeLevel } from '../../core/model/session';
import type { Texts } from '../../core/model/texts';
import { zoneWords } from '../account/zones';
import { Section } from '../debrief/Section';
import { Choice, type FieldProblem, ProblemSummary, problemOf, TextArea, TextField, Tick } from '../fields';
import { Token } from '../forms';
import { Layout, renderPage } from '../Layout';
import { paths } from '../paths';
import { Several } from './Several';
import type { HomeworkMeta } from './words';

export interface AssignmentFormView {
  readonly group: Group;
  /** Null for what is new. */
  readonly existing: { readonly id: string; readonly version: number } | null;
  /** What learners were promised; null while it is a draft. */
  readonly handedOut: { readonly sight: Sight } | null;
  /** As it is kept, or as it was typed. */
  readonly draft: AssignmentDraft;
  readonly flaws: readonly Flaw[];
  /** Somebody else changed it since this form was opened. */
  readonly movedOn: boolean;
  readonly scenarios: readonly {
    readonly id: string;
    readonly title: string;
    readonly levels: readonly PracticeLevel[];
  }[];
}

/** Making or changing homework. What was typed stays, with what is wrong beside it. */
export function renderAssignmentForm(view: AssignmentFormView, meta: HomeworkMeta): string {
  return renderPage(<Page view={view} meta={meta} />);
}

interface Props {
  readonly view: AssignmentFormView;
  readonly meta: HomeworkMeta;
}

interface PartProps {
  readonly view: AssignmentFormView;
  readonly t: Texts;
  readonly problems: readonly FieldProblem[];
}

function Page({ view, meta }: Props): JSX.Element {
  const { t, language, token } = meta;
  const { group, existing, handedOut, flaws, movedOn } = view;
  const back = existing ? paths.assignment(group.id, existing.id) : paths.assignments(group.id);
  const problems = flaws.map(({ field, code }) => ({
    field,
    words: t(`homework.form.flaws.${field}.${code}`),
  }));
  const part = { view, t, problems };
  const action = existing ? paths.editAssignment(group.id, existing.id) : paths.newAssignment(group.id);
  return (
    <Layout
      language={language}
      title={t(`homework.form.${existing ? 'editTitle' : 'newTitle'}`)}
      t={t}
      here="groups"
      back={{ href: back, label: existing ? view.draft.title : t('homework.given.back') }}
      intro={<p>{group.name}</p>}
    >
      <ProblemSummary problems={problems} t={t} />
      {movedOn && (
        <p class="error" role="alert">
          {t('homework.given.movedOn')}
        </p>
      )}
      {handedOut && <p>{t('homework.form.fixed')}</p>}
      <form method="post" action={action} novalidate>
        <Token token={token} />
        {existing && <input type="hidden" name="version" value={String(existing.version)} />}
        <What {...part} />
        <When {...part} />
        {!handedOut && <How {...part} />}
        <Show {...part} />
        <p class="actions">
          {handedOut ? (
            <button type="submit" class="primary">
              {t('homework.form.save')}
            </button>
          ) : (
            <>
              <button type="submit" name="step" value="draft">
                {t('homework.form.saveDraft')}
              </button>
              <button type="submit" name="step" value="publish" class="primary">
                {t('homework.form.publish')}
              </button>
            </>
          )}
          <a href={back}>{t('homework.form.cancel')}</a>
        </p>
      </form>
    </Layout>
  );
}

function What({ view: { draft, handedOut, scenarios }, t, problems }: PartProps): JSX.Element {
  return (
    <Section id="what" title={t('homework.form.what')}>
      <TextField
        id="title"
        label={t('homework.form.title')}
        hint={t('homework.form.titleHint')}
        value={draft.title}
        problem={problemOf(problems, 'title')}
      />
      <TextArea
        id="note"
        label={t('homework.form.note')}
        hint={t('homework.form.noteHint')}
        value={draft.note}
        problem={problemOf(problems, 'note')}
      />
      {!handedOut && (
        <Several
          id="scenarios"
          legend={t('homework.form.scenarios')}
          hint={t('homework.form.scenariosHint')}
          problem={problemOf(problems, 'scenarios')}
          chosen={draft.scenarios}
          options={scenarios.map(({ id, title, levels }) => ({
            value: id,
            label: title,
            ...(!levels.includes('guided') && { hint: t('homework.form.noExamples') }),
          }))}
        />
      )}
    </Section>
  );
}

function When({ view: { draft, handedOut, group }, t, problems }: PartProps): JSX.Element {
  return (
    <Section id="when" title={t('homework.form.when')}>
      <TextField
        id="dueOn"
        kind={dayKind(draft.dueOn)}
        label={t('homework.form.dueOn')}
        hint={t('homework.form.dueOnHint', { place: zoneWords(t, group.timeZone) })}
        value={draft.dueOn}
        problem={problemOf(problems, 'dueOn')}
      />
      {!handedOut && (
        <TextField
          id="opensOn"
          kind={dayKind(draft.opensOn)}
          label={t('homework.form.opensOn')}
          hint={t('homework.form.opensOnHint')}
          value={draft.opensOn}
          optional
          problem={problemOf(problems, 'opensOn')}
        />
      )}
    </Section>
  );
}

/** A browser shows nothing where it cannot read a day; what was typed has to stay in sight. */
function dayKind(typed: string): 'date' | 'text' {
  return /^(\d{4}-\d\d-\d\d)?$/.test(typed) ? 'date' : 'text';
}

function How({ view: { draft }, t, problems }: PartProps): JSX.Element {
  return (
    <Section id="how" title={t('homework.form.how')}>
      <Choice
        name="level"
        legend={t('homework.form.level')}
        hint={t('homework.form.levelHint')}
        value={draft.level}
        problem={problemOf(problems, 'level')}
        options={[
          { value: '', label: t('homework.form.anyLevel') },
          ...PRACTICE_LEVELS.map((level) => ({ value: level, label: t(`homework.levels.${level}`) })),
        ]}
      />
      <TextField
        id="attempts"
        label={t('homework.form.attempts')}
        hint={t('homework.form.attemptsHint')}
        kind={/^\d*$/.test(draft.attempts) ? 'number' : 'text'}
        min={1}
        max={LIMITS.attempts}
        value={draft.attempts}
        optional
        problem={problemOf(problems, 'attempts')}
      />
      <Tick name="preparation" label={t('homework.form.preparation')} checked={draft.preparation} />
      <Tick name="reflection" label={t('homework.form.reflection')} checked={draft.reflection} />
      <Several
        id="focus"
        legend={t('homework.form.focus')}
        problem={problemOf(problems, 'focus')}
        chosen={draft.focus}
        options={CRITERIA.map((id) => ({ value: id, label: t(`scorecard.criteria.${id}.name`) }))}
      />
    </Section>
  );
}

function Show({ view: { draft, handedOut }, t, problems }: PartProps): JSX.Element {
  const promised = handedOut?.sight;
  const offered = SIGHTS.filter((sight) => promised === undefined || !isWider(sight, promised));
  return (
    <Section id="show" title={t('homework.form.show')}>
      <Choice
        name="sight"
        legend={t('homework.form.sight')}
        hint={t('homework.form.sightHint')}
        value={draft.sight}
        problem={problemOf(problems, 'sight')}
        options={offered.map((sight) => ({ value: sight, label: t(`homework.sight.${sight}.trainer`) }))}
      />
    </Section>
  );
}
