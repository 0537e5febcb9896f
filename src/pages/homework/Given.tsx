import type { JSX } from 'preact';
import type { GivenAssignment } from '../../app/assignments';
import type { GivenLearner } from '../../app/givenHomework';
import type { HomeworkState } from '../../core/model/homework';
import { Section } from '../debrief/Section';
import { PostButton } from '../forms';
import { Layout, renderPage } from '../Layout';
import { paths } from '../paths';
import { Within } from '../trainer/Within';
import { dayThere } from '../when';
import { dueDay, GivenState, type HomeworkMeta, State, scenarioTitle, stateWords, Told } from './words';

export const GIVEN_TOLD = [
  'saved',
  'published',
  'closed',
  'reopened',
  'copied',
  'excused',
  'required',
] as const;
export type GivenTold = (typeof GIVEN_TOLD)[number];

export interface GivenView extends GivenAssignment {
  readonly learners: readonly GivenLearner[];
  readonly told: GivenTold | null;
  /** Why what was asked could not be done. */
  readonly refused: 'movedOn' | 'notNow' | null;
}

/** One homework for the trainers who gave it: what was asked, what can be done with it, and who is ready. */
export function renderGivenPage(view: GivenView, meta: HomeworkMeta): string {
  return renderPage(<Page view={view} meta={meta} />);
}

interface Props {
  readonly view: GivenView;
  readonly meta: HomeworkMeta;
}

function Page({ view, meta }: Props): JSX.Element {
  const { t, language } = meta;
  const { assignment, group, state, told, refused } = view;
  return (
    <Layout
      language={language}
      title={assignment.title}
      t={t}
      here="groups"
      back={{ href: paths.assignments(group.id), label: t('homework.given.back') }}
      intro={
        <>
          <p>
            <GivenState given={view} t={t} />
          </p>
          <Within group={group.id} here="elsewhere" t={t} />
          <Told words={told && t(`homework.given.told.${told}`)} />
          {refused && (
            <p class="error" role="alert">
              {t(`homework.given.${refused}`)}
            </p>
          )}
        </>
      }
    >
      <Facts view={view} meta={meta} />
      {group.archivedAt === null && <Steps view={view} meta={meta} />}
      {state !== 'draft' && <Learners view={view} meta={meta} />}
    </Layout>
  );
}

function Facts({ view: { assignment }, meta }: Props): JSX.Element {
  const { t, language } = meta;
  const { opensAt, timeZone, level, attempts, focus } = assignment;
  const asked = (obligatory: boolean) => t(`homework.work.${obligatory ? 'obligatory' : 'free'}`);
  const rows: readonly (readonly [string, string])[] = [
    ...(assignment.note === '' ? [] : [[t('homework.given.note'), assignment.note] as const]),
    [t('homework.given.scenarios'), assignment.scenarios.map((id) => scenarioTitle(meta, id)).join(', ')],
    [
      t('homework.given.opens'),
      opensAt === null ? t('homework.given.atOnce') : dayThere(language, opensAt, timeZone),
    ],
    [t('homework.form.dueOn'), dueDay(language, assignment)],
    [
      t('homework.work.facts.level'),
      level === null ? t('homework.form.anyLevel') : t(`homework.levels.${level}`),
    ],
    [
      t('homework.work.facts.attempts'),
      attempts === null ? t('homework.given.anyNumber') : t('homework.work.number', { count: attempts }),
    ],
    [t('homework.work.facts.preparation'), asked(assignment.preparation)],
    [t('homework.work.facts.reflection'), asked(assignment.reflection)],
    ...(focus.length === 0
      ? []
      : [
          [
            t('homework.work.facts.focus'),
            focus.map((id) => t(`scorecard.criteria.${id}.name`)).join(', '),
          ] as const,
        ]),
    [t('homework.given.sight'), t(`homework.sight.${assignment.sight}.trainer`)],
  ];
  return (
    <Section id="facts" title={t('homework.given.facts')}>
      <dl>
        {rows.map(([name, value]) => (
          <>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </>
        ))}
      </dl>
    </Section>
  );
}

const STEPS = {
  draft: ['publish', 'edit', 'copy', 'remove'],
  scheduled: ['edit', 'close', 'copy'],
  open: ['edit', 'close', 'copy'],
  closed: ['reopen', 'edit', 'copy'],
} as const;
type Step = (typeof STEPS)[keyof typeof STEPS][number];

function Steps({ view, meta }: Props): JSX.Element {
  const { t } = meta;
  return (
    <Section id="steps" title={t('homework.given.steps')}>
      <ul class="rows">
        {STEPS[view.state].map((step) => (
          <li>
            <p>{t(`homework.given.hints.${step}`)}</p>
            <StepButton step={step} view={view} meta={meta} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

const KINDS: Partial<Record<Step, 'primary' | 'danger'>> = { publish: 'primary', remove: 'danger' };

function StepButton({ step, view, meta: { t, token } }: Props & { readonly step: Step }): JSX.Element {
  const { assignment, group } = view;
  const label = t(`homework.given.${step}`);
  if (step === 'edit')
    return (
      <a class="button" href={paths.editAssignment(group.id, assignment.id)}>
        {label}
      </a>
    );
  const kind = KINDS[step];
  return (
    <PostButton
      action={paths.stepAssignment(group.id, assignment.id)}
      token={token}
      fields={{ step }}
      label={label}
      {...(kind && { kind })}
    />
  );
}

/** Who handed it in needs no excuse any more. */
const EXCUSABLE: ReadonlySet<HomeworkState> = new Set(['assigned', 'opened', 'started', 'excused']);

function Learners({ view, meta }: Props): JSX.Element {
  const { t } = meta;
  const { learners } = view;
  return (
    <Section id="learners" title={t('homework.given.learners')}>
      {learners.length === 0 && <p>{t('homework.given.noLearners')}</p>}
      <p>
        <a href={paths.overview(view.group.id)}>{t('homework.given.overview')}</a>
      </p>
      <ul class="rows">
        {learners.map((learner) => (
          <Learner learner={learner} view={view} meta={meta} />
        ))}
      </ul>
    </Section>
  );
}

function Learner({ learner, view, meta }: Props & { readonly learner: GivenLearner }): JSX.Element {
  const { t, token } = meta;
  const { assignment, group } = view;
  const { homework, handIns, handedIn } = learner;
  const name = learner.name || t('homework.given.nameless');
  const excused = homework.state === 'excused';
  return (
    <li>
      <p>
        <strong>{name}</strong>
      </p>
      <p>
        <State
          state={homework.state === 'opened' || homework.state === 'started' ? 'assigned' : homework.state}
          words={stateWords(t, homework.state, homework.late, 'trainerStates')}
        />
        {assignment.scenarios.length > 1 &&
          `, ${t('homework.given.handedIn', { done: handedIn, all: assignment.scenarios.length })}`}
      </p>
      {handIns.length > 0 && (
        <p class="actions">
          {handIns.map(({ scenario, attempt }) => (
            <a
              href={paths.seenHandIn({ group: group.id, assignment: assignment.id, attempt })}
              aria-label={t('homework.given.lookLabel', { title: scenarioTitle(meta, scenario), name })}
            >
              {t('homework.given.look', { title: scenarioTitle(meta, scenario) })}
            </a>
          ))}
        </p>
      )}
      {handedIn > handIns.length && <p class="about">{t('trainer.before')}</p>}
      {group.archivedAt === null && EXCUSABLE.has(homework.state) && (
        <PostButton
          action={paths.excuse(group.id, assignment.id)}
          token={token}
          fields={{ learner: homework.learner, excused: excused ? 'no' : 'yes' }}
          label={t(`homework.given.${excused ? 'require' : 'excuse'}`, { name })}
        />
      )}
    </li>
  );
}
