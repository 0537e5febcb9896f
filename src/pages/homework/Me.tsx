import type { JSX } from 'preact';
import type { Shared } from '../../app/handIn';
import type { HomeworkView } from '../../app/homework';
import type { BroughtReview } from '../../app/reviews/withdraw';
import type { AttemptRow } from '../../core/model/progress';
import type { Texts } from '../../core/model/texts';
import { Section } from '../debrief/Section';
import { PostButton } from '../forms';
import { Layout, renderPage } from '../Layout';
import { TALK } from '../language';
import { paths } from '../paths';
import { MyBrought } from '../review/MyBrought';
import { moment } from '../when';
import {
  dueWords,
  type HomeworkMeta,
  namesWords,
  ownState,
  State,
  scenarioTitle,
  Told,
  trainersWords,
} from './words';

export interface MeView {
  readonly homework: readonly HomeworkView[];
  readonly shared: readonly Shared[];
  /** The latest few. */
  readonly attempts: readonly Pick<AttemptRow, 'attempt' | 'title' | 'at' | 'finished'>[];
  /** What was brought to groups at intervisie. */
  readonly brought: readonly BroughtReview[];
  /** What has just been done, by key; null for nothing. */
  readonly told: 'taken-back' | 'withdrawn' | null;
}

/** Somebody's own page: homework, talks, and what they share with whom. */
export function renderMePage(view: MeView, meta: HomeworkMeta): string {
  return renderPage(<Page view={view} meta={meta} />);
}

interface Props {
  readonly view: MeView;
  readonly meta: HomeworkMeta;
}

function Page({ view, meta }: Props): JSX.Element {
  const { t, language } = meta;
  return (
    <Layout
      language={language}
      title={t('homework.me.title')}
      t={t}
      here="me"
      intro={
        <>
          <p>{t('homework.me.intro')}</p>
          <Told words={toldWords(view, t)} />
        </>
      }
    >
      <MyHomework view={view} meta={meta} />
      <MyShared view={view} meta={meta} />
      <MyBrought brought={view.brought} t={t} language={language} />
      <MyAttempts view={view} meta={meta} />
    </Layout>
  );
}

function toldWords({ told }: MeView, t: Texts): string | null {
  if (told === null) return null;
  return told === 'withdrawn' ? t('share.me.withdrawn') : t(`homework.work.told.${told}`);
}

function MyHomework({ view: { homework }, meta }: Props): JSX.Element {
  const { t } = meta;
  const open = homework.filter(({ state }) => state === 'open');
  const closed = homework.filter(({ state }) => state !== 'open');
  return (
    <Section id="homework" title={t('homework.me.homework.title')}>
      {open.length === 0 && <p>{t('homework.me.homework.none')}</p>}
      <List views={open} meta={meta} />
      {closed.length > 0 && (
        <details>
          <summary>{t('homework.me.homework.closed')}</summary>
          <List views={closed} meta={meta} />
        </details>
      )}
      <p>
        <a href={paths.chat}>{t('homework.me.practise')}</a>
      </p>
    </Section>
  );
}

function List({ views, meta }: { views: readonly HomeworkView[]; meta: HomeworkMeta }): JSX.Element | null {
  if (views.length === 0) return null;
  return (
    <ul class="rows">
      {views.map((view) => (
        <Row view={view} meta={meta} />
      ))}
    </ul>
  );
}

function Row({ view, meta }: { view: HomeworkView; meta: HomeworkMeta }): JSX.Element {
  const { t } = meta;
  const { assignment, group, parts } = view;
  const own = ownState(t, view);
  const done = parts.filter(({ handIn }) => handIn !== null).length;
  const all = parts.length;
  return (
    <li>
      <p>
        <strong>{assignment.title}</strong>
      </p>
      <p class="about">{t('homework.me.homework.group', { group: group.name })}</p>
      <p>{dueWords(meta, view)}</p>
      <p>
        <State state={own.state} words={t('homework.me.homework.state', { state: own.words })} />
        {all > 1 && `, ${t('homework.me.homework.done', { done, all })}`}
      </p>
      <p>
        <a
          href={paths.homework(assignment.id)}
          aria-label={t('homework.me.homework.openLabel', { title: assignment.title })}
        >
          {t('homework.me.homework.open')}
        </a>
      </p>
    </li>
  );
}

function MyShared({ view: { shared, brought }, meta }: Props): JSX.Element {
  const { t } = meta;
  const shows = brought.some(({ open }) => open);
  return (
    <Section id="shared" title={t('homework.me.shared.title')}>
      {shared.length === 0 && <p>{t(shows ? 'share.me.onlyHere' : 'homework.me.shared.none')}</p>}
      {shared.length > 0 && (
        <ul class="rows">
          {shared.map((one) => (
            <SharedRow shared={one} meta={meta} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function SharedRow({ shared, meta }: { shared: Shared; meta: HomeworkMeta }): JSX.Element {
  const { t, language, token } = meta;
  const { handIn, assignment, attempt, sight, group, trainers, later } = shared;
  const title = scenarioTitle(meta, handIn.scenario);
  return (
    <li>
      <p>
        <a href={paths.debrief(attempt.id)}>
          {t('homework.me.shared.what', { title, when: moment(language, attempt.startedAt) })}
        </a>
      </p>
      <p class="about">
        {t('homework.me.shared.for', { when: moment(language, handIn.at), homework: assignment.title })}
      </p>
      <p>{trainersWords(t, group, trainers)}</p>
      <p>{t('homework.me.shared.sees', { sight: t(`homework.sight.${sight}.label`) })}</p>
      {later.length > 0 && <p>{t('homework.me.shared.later', { names: namesWords(t, later) })}</p>}
      <PostButton
        action={paths.takeBack(assignment.id)}
        token={token}
        fields={{ scenario: handIn.scenario, to: 'me' }}
        label={t('homework.me.shared.takeBack')}
        full={t('homework.me.shared.takeBackLabel', { title, homework: assignment.title })}
      />
    </li>
  );
}

function MyAttempts({ view: { attempts }, meta: { t, language } }: Props): JSX.Element {
  return (
    <Section id="attempts" title={t('homework.me.attempts.title')}>
      {attempts.length === 0 && <p>{t('homework.me.attempts.none')}</p>}
      <ul class="rows">
        {attempts.map(({ attempt, title, at, finished }) => (
          <li>
            <p>
              <strong {...TALK}>{title}</strong>, {moment(language, at)}
            </p>
            {finished ? (
              <p>
                <a
                  href={paths.debrief(attempt)}
                  aria-label={t('pages.progress.attempts.debriefLabel', {
                    title,
                    when: moment(language, at),
                  })}
                >
                  {t('pages.progress.attempts.debrief')}
                </a>
              </p>
            ) : (
              <p>{t('pages.progress.attempts.unfinished')}</p>
            )}
          </li>
        ))}
      </ul>
      <p>
        <a href={paths.progress(language)}>{t('homework.me.attempts.all')}</a>
      </p>
    </Section>
  );
}
