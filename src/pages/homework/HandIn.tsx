import type { JSX } from 'preact';
import type { HandInView } from '../../app/handIn';
import { type HandIn, narrower } from '../../core/model/homework';
import { Section } from '../debrief/Section';
import { ProblemSummary, Tick } from '../fields';
import { PostButton, Token } from '../forms';
import { Layout, renderPage } from '../Layout';
import { paths } from '../paths';
import { moment } from '../when';
import { SightNotice } from './SightNotice';
import { type HomeworkMeta, scenarioTitle } from './words';

/** Asks whether the trainers may see an attempt; says who sees what before anything is shown. */
export function renderHandInPage(offer: HandInView, meta: HomeworkMeta, refused: boolean): string {
  return renderPage(<Page offer={offer} meta={meta} refused={refused} />);
}

interface Props {
  readonly offer: HandInView;
  readonly meta: HomeworkMeta;
  readonly refused: boolean;
}

function Page({ offer, meta, refused }: Props): JSX.Element {
  const { view, attempt, earlier } = offer;
  const { t, language } = meta;
  const { assignment, group, overdue } = view;
  const back = paths.homework(assignment.id);
  const already = earlier?.attempt === attempt.id ? earlier : null;
  const sight = already ? narrower(assignment.sight, already.sight) : assignment.sight;
  const replaced = earlier && !already && earlierAttempt(offer);
  return (
    <Layout
      language={language}
      title={t('homework.handIn.title')}
      t={t}
      here="me"
      back={{ href: back, label: t('homework.work.title', { title: assignment.title }) }}
    >
      <ProblemSummary
        problems={
          refused && !already ? [{ field: 'consent', words: t('homework.handIn.consent.missing') }] : []
        }
        t={t}
      />
      <Section id="what" title={t('homework.handIn.what')}>
        <p class="ending">
          <a href={paths.debrief(attempt.id)}>
            {t('homework.handIn.which', {
              title: scenarioTitle(meta, attempt.scenario),
              when: moment(language, attempt.startedAt),
            })}
          </a>
        </p>
        <p>{t('homework.handIn.for', { title: assignment.title, group: group.name })}</p>
        {replaced && <p>{t('homework.handIn.replaces', { when: moment(language, replaced.startedAt) })}</p>}
        {already && (
          <p>
            <strong>{t('homework.handIn.already', { when: moment(language, already.at) })}</strong>
          </p>
        )}
        {overdue && !already && <p>{t('homework.handIn.late')}</p>}
      </Section>
      <Section id="sees" title={t('homework.handIn.sees')}>
        <SightNotice sight={sight} group={group.name} trainers={view.trainers} t={t} />
        {!already && assignment.sight === 'transcript' && <p>{t('homework.handIn.names')}</p>}
        <p>{t('homework.handIn.later')}</p>
        {already ? (
          <TakeBack handIn={already} offer={offer} meta={meta} />
        ) : (
          <Consent offer={offer} meta={meta} refused={refused} />
        )}
      </Section>
    </Layout>
  );
}

interface TakeBackProps extends Pick<Props, 'offer' | 'meta'> {
  readonly handIn: HandIn;
}

function TakeBack({ handIn, offer, meta }: TakeBackProps): JSX.Element {
  const { t, token } = meta;
  const { id, title: homework } = offer.view.assignment;
  const title = scenarioTitle(meta, handIn.scenario);
  return (
    <PostButton
      action={paths.takeBack(id)}
      token={token}
      fields={{ scenario: handIn.scenario, to: 'homework' }}
      label={t('homework.me.shared.takeBack')}
      full={t('homework.me.shared.takeBackLabel', { title, homework })}
    />
  );
}

function Consent({ offer: { view, attempt }, meta: { t, token }, refused }: Props): JSX.Element {
  const { id, sight } = view.assignment;
  return (
    <form method="post" action={paths.handIn(id, attempt.id)}>
      <Token token={token} />
      <fieldset id="consent" {...(refused && { 'aria-describedby': 'consent-problem', class: 'wrong' })}>
        <legend>{t('homework.handIn.consent.legend')}</legend>
        {refused && (
          <p class="error" id="consent-problem">
            {t('homework.handIn.consent.missing')}
          </p>
        )}
        <Tick name="consent" value={sight} label={t(`homework.handIn.consent.${sight}`)} checked={false} />
      </fieldset>
      <p class="actions">
        <button type="submit" class="primary">
          {t('homework.handIn.submit')}
        </button>
        <a href={paths.homework(id)}>{t('homework.handIn.cancel')}</a>
      </p>
    </form>
  );
}

function earlierAttempt({ view, earlier }: HandInView) {
  return view.parts.flatMap(({ attempts }) => attempts).find(({ attempt }) => attempt.id === earlier?.attempt)
    ?.attempt;
}
