import type { JSX } from 'preact';
import type { Outcome } from '../../app/reviews/outcome';
import { Section } from '../debrief/Section';
import { type FieldProblem, ProblemSummary } from '../fields';
import { PostButton } from '../forms';
import { Layout, renderPage } from '../Layout';
import { paths } from '../paths';
import { InsightForm, IntentionForm, type TypedIntention } from './OutcomeForms';
import { Insights, Intentions } from './OutcomeLists';
import { memberLine, type OutcomeMeta, outcomeFacts } from './outcomeWords';

/** What can be told above the page. */
export const OUTCOME_TOLD = [
  'insight',
  'intention',
  'removed',
  'full',
  'early',
  'moved',
  'posted',
  'unsure',
  'later',
  'nowhere',
] as const;
export type OutcomeTold = (typeof OUTCOME_TOLD)[number];

export interface OutcomeView {
  readonly outcome: Outcome;
  readonly told: OutcomeTold | null;
  /** The insight as it was typed; '' at first. */
  readonly insight: string;
  readonly intention: TypedIntention;
  readonly problems: readonly FieldProblem[];
  /** What may be kept though it may name somebody. */
  readonly asks: 'insight' | 'intention' | null;
}

/** What a team takes home: to write down, to read and to print. */
export function renderOutcomePage(view: OutcomeView, meta: OutcomeMeta): string {
  return renderPage(<Page view={view} meta={meta} />);
}

interface Props {
  readonly view: OutcomeView;
  readonly meta: OutcomeMeta;
}

function Page({ view, meta }: Props): JSX.Element {
  const { outcome, told, problems } = view;
  const { t, language } = meta;
  const { review } = outcome;
  return (
    <Layout
      language={language}
      title={t('outcome.title')}
      t={t}
      here="reviews"
      back={{ href: paths.review(review.id), label: t('outcome.back') }}
    >
      <ProblemSummary problems={problems} t={t} />
      {told !== null && (
        <p class="told" role="status">
          {t(`outcome.told.${told}`)}
        </p>
      )}
      <About outcome={outcome} meta={meta} />
      <Section id="insights" title={t('outcome.insights.title')}>
        <Insights outcome={outcome} meta={meta} />
        {outcome.open && <InsightForm view={view} meta={meta} />}
      </Section>
      <Section id="intentions" title={t('outcome.intentions.title')}>
        <Intentions outcome={outcome} meta={meta} />
        {outcome.open && outcome.left > 0 && <IntentionForm view={view} meta={meta} />}
        {outcome.open && outcome.left === 0 && <p class="about screen-only">{t('outcome.told.full')}</p>}
      </Section>
      <TakeAlong outcome={outcome} meta={meta} />
    </Layout>
  );
}

interface PartProps {
  readonly outcome: Outcome;
  readonly meta: OutcomeMeta;
}

function About({ outcome, meta }: PartProps): JSX.Element {
  const { t } = meta;
  return (
    <Section id="about" title={t('outcome.about')}>
      <dl>
        {outcomeFacts(outcome, meta).map(({ label, value }) => (
          <>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </>
        ))}
        <dt>{t('outcome.facts.members')}</dt>
        <dd>{outcome.members.map((member) => memberLine(t, member)).join(', ')}</dd>
      </dl>
      {!outcome.open && <p class="screen-only">{t('outcome.early')}</p>}
    </Section>
  );
}

/** Nothing of it leaves this place unless somebody wants it to. */
function TakeAlong({ outcome: { review, mayPost }, meta: { t, token } }: PartProps): JSX.Element {
  return (
    <section class="screen-only" aria-labelledby="along">
      <h2 id="along">{t('outcome.along.title')}</h2>
      <p>{t('outcome.along.print')}</p>
      <ul>
        <li>
          <a href={paths.outcomeMarkdown(review.id)}>{t('outcome.along.markdown')}</a>
        </li>
        <li>
          <a href={paths.reviewPrint(review.id)}>{t('outcome.along.worksheet')}</a>
        </li>
        <li>
          <a href={paths.myIntentions}>{t('outcome.along.mine')}</a>
        </li>
      </ul>
      {mayPost && (
        <>
          <p>{t('outcome.along.post.what')}</p>
          <PostButton
            action={paths.postOutcome(review.id)}
            token={token}
            label={t('outcome.along.post.do')}
          />
        </>
      )}
    </section>
  );
}
