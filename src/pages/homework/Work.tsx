import type { JSX } from 'preact';
import type { JudgedAttempt } from '../../app/countingAttempts';
import type { HomeworkPart, HomeworkView } from '../../app/homework';
import type { TrainerSaid } from '../../app/trainerSaid';
import { Section } from '../debrief/Section';
import { PostButton } from '../forms';
import { Layout, renderPage } from '../Layout';
import { TALK } from '../language';
import { paths } from '../paths';
import { FromTrainer } from '../trainer/FromTrainer';
import { moment } from '../when';
import { SightNotice } from './SightNotice';
import { dueWords, type HomeworkMeta, ownState, State, scenarioTitle, Told } from './words';

export type WorkTold = 'handed-in' | 'taken-back';

export interface WorkView {
  readonly view: HomeworkView;
  /** What has just been done. */
  readonly told: WorkTold | null;
  /** They wanted to begin, but are in the middle of another talk. */
  readonly busy: boolean;
  /** What trainers said of the talks that were handed in for it, by attempt. */
  readonly said: ReadonlyMap<string, TrainerSaid>;
}

/** One homework for who does it: what it asks, who will see what, and how far they are. */
export function renderWorkPage(work: WorkView, meta: HomeworkMeta): string {
  return renderPage(<Page work={work} meta={meta} />);
}

function Page({ work, meta }: { work: WorkView; meta: HomeworkMeta }): JSX.Element {
  const { view, told, busy, said } = work;
  const { t, language } = meta;
  const { assignment, parts, state } = view;
  return (
    <Layout
      language={language}
      title={t('homework.work.title', { title: assignment.title })}
      t={t}
      here="me"
      back={{ href: paths.me(language), label: t('homework.work.back') }}
      intro={
        <>
          <p class="ending">{dueWords(meta, view)}</p>
          {state === 'closed' && <p>{t('homework.due.closed')}</p>}
          {view.homework.state === 'excused' && <p>{t('homework.due.excused')}</p>}
          <Told words={told && t(`homework.work.told.${told}`)} />
          {busy && <Busy meta={meta} />}
        </>
      }
    >
      {parts.map(({ handIn, scenario }) => {
        const words = handIn && said.get(handIn.attempt);
        const about = { attempt: handIn?.attempt ?? '', title: scenarioTitle(meta, scenario) };
        return words && <FromTrainer said={words} about={about} t={t} language={language} />;
      })}
      <Section id="todo" title={t('homework.work.todo')}>
        {assignment.note !== '' && (
          <>
            <p class="about">{t('homework.work.from')}</p>
            <p class="note">{assignment.note}</p>
          </>
        )}
        <Facts view={view} meta={meta} />
        {state === 'open' && !view.overdue && (
          <p class="screen-only">
            <a href={paths.dueDay(assignment.id)}>{t('homework.work.calendar')}</a>
          </p>
        )}
      </Section>
      <Section id="sees" title={t('homework.work.sees')}>
        <SightNotice sight={assignment.sight} group={view.group.name} trainers={view.trainers} t={t} />
        <p>{t('homework.sight.onlyHandedIn')}</p>
        <p>{t('homework.sight.never')}</p>
      </Section>
      {parts.map((part) => (
        <Part part={part} view={view} meta={meta} />
      ))}
    </Layout>
  );
}

function Busy({ meta: { t } }: { meta: HomeworkMeta }): JSX.Element {
  return (
    <div class="problems" role="alert">
      <p>{t('homework.work.busy')}</p>
      <p>
        <a href={paths.chat}>{t('homework.work.chat')}</a>
      </p>
    </div>
  );
}

function Facts({ view, meta }: { view: HomeworkView; meta: HomeworkMeta }): JSX.Element {
  const { t } = meta;
  const { assignment, group } = view;
  const own = ownState(t, view);
  const { level, attempts, preparation, reflection, focus } = assignment;
  const fact = (name: string, value: JSX.Element | string) => (
    <>
      <dt>{t(`homework.work.facts.${name}`)}</dt>
      <dd>{value}</dd>
    </>
  );
  const asked = (obligatory: boolean) => t(`homework.work.${obligatory ? 'obligatory' : 'free'}`);
  return (
    <dl>
      {fact('group', group.name)}
      {fact('level', t(`homework.levels.${level ?? 'any'}`))}
      {fact(
        'attempts',
        attempts === null ? t('homework.work.anyNumber') : t('homework.work.number', { count: attempts }),
      )}
      {fact('preparation', asked(preparation))}
      {fact('reflection', asked(reflection))}
      {focus.length > 0 && fact('focus', focus.map((id) => t(`scorecard.criteria.${id}.name`)).join(', '))}
      {fact('state', <State state={own.state} words={own.words} />)}
    </dl>
  );
}

interface PartProps {
  readonly part: HomeworkPart;
  readonly view: HomeworkView;
  readonly meta: HomeworkMeta;
}

function Part({ part, view, meta }: PartProps): JSX.Element {
  const { t } = meta;
  const { scenario, attempts } = part;
  const known = meta.scenarios.get(scenario);
  const id = `scenario-${scenario}`;
  return (
    <section aria-labelledby={id}>
      <h2 id={id} {...TALK}>
        {scenarioTitle(meta, scenario)}
      </h2>
      <p class="about">
        {known
          ? t('homework.work.scenario.minutes', { minutes: known.minutes })
          : t('homework.work.scenario.gone')}
      </p>
      {view.state === 'open' && known && <Start part={part} view={view} meta={meta} />}
      {attempts.length > 0 && (
        <>
          <h3>{t('homework.work.scenario.attempts')}</h3>
          <ul class="rows">
            {attempts.map((judged) => (
              <Attempt judged={judged} part={part} view={view} meta={meta} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Start({ part: { scenario, attempts, left }, view, meta }: PartProps): JSX.Element {
  const { t, token } = meta;
  const again = attempts.length > 0;
  const title = scenarioTitle(meta, scenario);
  const name = again ? 'again' : 'start';
  return (
    <>
      {again && left !== null && (
        <p>
          {left === 0
            ? t('homework.work.scenario.noneLeft')
            : t('homework.work.scenario.left', { count: left })}
        </p>
      )}
      <PostButton
        action={paths.startHomework(view.assignment.id)}
        token={token}
        fields={{ scenario }}
        label={t(`homework.work.scenario.${name}`)}
        full={t(`homework.work.scenario.${name}Label`, { title })}
        {...(!again && { kind: 'primary' as const })}
      />
    </>
  );
}

function Attempt(props: PartProps & { readonly judged: JudgedAttempt }): JSX.Element {
  const { judged, part, view, meta } = props;
  const { t, language, token } = meta;
  const { attempt, whyNot } = judged;
  const { assignment } = view;
  const when = moment(language, attempt.startedAt);
  const handIn = part.handIn?.attempt === attempt.id ? part.handIn : null;
  return (
    <li>
      <p>
        <strong>{t('homework.work.scenario.attempt', { when })}</strong>
      </p>
      <p>{attemptWords(props)}</p>
      <p class="actions">
        {attempt.finishedAt !== null && (
          <a href={paths.debrief(attempt.id)} aria-label={t('homework.work.scenario.debriefLabel', { when })}>
            {t('homework.work.scenario.debrief')}
          </a>
        )}
        {view.state === 'open' && whyNot === null && handIn === null && (
          <a
            class="button"
            href={paths.handIn(assignment.id, attempt.id)}
            aria-label={t('homework.work.scenario.handInLabel', { when })}
          >
            {t('homework.work.scenario.handIn')}
          </a>
        )}
      </p>
      {handIn && (
        <PostButton
          action={paths.takeBack(assignment.id)}
          token={token}
          fields={{ scenario: part.scenario, to: 'homework' }}
          label={t('homework.me.shared.takeBack')}
          full={t('homework.me.shared.takeBackLabel', {
            title: scenarioTitle(meta, part.scenario),
            homework: assignment.title,
          })}
        />
      )}
    </li>
  );
}

function attemptWords({ judged, part, meta }: PartProps & { readonly judged: JudgedAttempt }): string {
  const { t, language } = meta;
  const { attempt, whyNot } = judged;
  if (part.handIn?.attempt === attempt.id) {
    return t('homework.work.scenario.handedIn', { when: moment(language, part.handIn.at) });
  }
  return whyNot === null
    ? t('homework.work.scenario.counts')
    : t(`homework.work.whyNot.${whyNot}`, { level: t(`homework.levels.${attempt.level}`) });
}
