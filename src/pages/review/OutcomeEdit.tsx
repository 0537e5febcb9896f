import type { JSX } from 'preact';
import { type FieldProblem, ProblemSummary, problemOf, TextArea } from '../fields';
import { Token } from '../forms';
import { Layout, renderPage } from '../Layout';
import { paths } from '../paths';
import { IntentionInputs, type TypedIntention } from './OutcomeForms';
import type { OutcomeMeta } from './outcomeWords';
import { KeepSo } from './tryoutParts';

export interface InsightEdit {
  readonly review: string;
  readonly insight: string;
  /** As it was typed. */
  readonly text: string;
  readonly version: number;
  readonly problems: readonly FieldProblem[];
  /** Whether it may be kept though it may name somebody. */
  readonly asks: boolean;
}

/** One's own insight, to change it. */
export function renderInsightPage(edit: InsightEdit, meta: OutcomeMeta): string {
  const { t } = meta;
  return renderPage(
    <Frame
      title={t('outcome.insights.edit')}
      back={{ href: paths.outcome(edit.review), label: t('outcome.title') }}
      action={paths.insight(edit.review, edit.insight)}
      version={edit.version}
      problems={edit.problems}
      asks={edit.asks}
      meta={meta}
    >
      <TextArea
        id="text"
        label={t('outcome.insights.label')}
        value={edit.text}
        problem={problemOf(edit.problems, 'text')}
      />
    </Frame>,
  );
}

export interface IntentionEdit {
  readonly intention: string;
  readonly typed: TypedIntention;
  readonly version: number;
  readonly others: readonly { readonly person: string; readonly name: string }[];
  readonly problems: readonly FieldProblem[];
  /** Whether it may be kept though it may name somebody. */
  readonly asks: boolean;
}

/** One's own intention, to change it. */
export function renderIntentionPage(edit: IntentionEdit, meta: OutcomeMeta): string {
  const { t } = meta;
  const { typed, others, problems } = edit;
  return renderPage(
    <Frame
      title={t('outcome.intentions.edit')}
      back={{ href: paths.myIntentions, label: t('outcome.mine.title') }}
      action={paths.myIntention(edit.intention)}
      version={edit.version}
      problems={problems}
      asks={edit.asks}
      meta={meta}
    >
      <IntentionInputs typed={typed} others={others} problems={problems} meta={meta} />
    </Frame>,
  );
}

interface FrameProps {
  readonly title: string;
  readonly back: { readonly href: string; readonly label: string };
  readonly action: string;
  readonly version: number;
  readonly problems: readonly FieldProblem[];
  /** Whether it may be kept though it may name somebody. */
  readonly asks: boolean;
  readonly meta: OutcomeMeta;
  readonly children: JSX.Element;
}

function Frame(props: FrameProps): JSX.Element {
  const { title, back, action, version, problems, asks, meta, children } = props;
  const { t, language, token } = meta;
  return (
    <Layout language={language} title={title} t={t} here="reviews" back={back}>
      <ProblemSummary problems={problems} t={t} />
      <section aria-label={title}>
        <form method="post" action={action} novalidate>
          <Token token={token} />
          <input type="hidden" name="version" value={version} />
          {children}
          <p class="actions">
            <button type="submit" class="primary">
              {t('outcome.save')}
            </button>
            {asks && <KeepSo t={t} />}
          </p>
        </form>
      </section>
    </Layout>
  );
}
