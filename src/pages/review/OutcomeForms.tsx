import type { JSX } from 'preact';
import type { IntentionFields } from '../../app/reviews/intentions';
import { type FieldProblem, problemOf, SelectField, TextArea, TextField } from '../fields';
import { Token } from '../forms';
import { paths } from '../paths';
import type { OutcomeView } from './Outcome';
import { nameIn, type OutcomeMeta } from './outcomeWords';
import { KeepSo } from './tryoutParts';

/** An intention as it was typed, with the days between which it may be. */
export interface TypedIntention {
  readonly fields: IntentionFields;
  readonly from: string;
}

interface Props {
  readonly view: OutcomeView;
  readonly meta: OutcomeMeta;
}

export function InsightForm({ view, meta }: Props): JSX.Element {
  const { t, token } = meta;
  return (
    <form method="post" action={paths.insights(view.outcome.review.id)} novalidate>
      <Token token={token} />
      <TextArea
        id="text"
        label={t('outcome.insights.label')}
        hint={t('outcome.insights.hint')}
        value={view.insight}
        problem={problemOf(view.problems, 'text')}
      />
      <p class="actions">
        <button type="submit" class="primary">
          {t('outcome.insights.add')}
        </button>
        {view.asks === 'insight' && <KeepSo t={t} />}
      </p>
    </form>
  );
}

export function IntentionForm({ view, meta }: Props): JSX.Element {
  const { t, token } = meta;
  const { review, members, left } = view.outcome;
  const others = members.filter(({ self }) => !self);
  return (
    <form method="post" action={paths.intentions(review.id)} novalidate>
      <Token token={token} />
      <p>{t('outcome.intentions.left', { count: left })}</p>
      <IntentionInputs typed={view.intention} others={others} problems={view.problems} meta={meta} />
      <p class="actions">
        <button type="submit" class="primary">
          {t('outcome.intentions.add')}
        </button>
        {view.asks === 'intention' && <KeepSo t={t} />}
      </p>
    </form>
  );
}

interface InputsProps {
  readonly typed: TypedIntention;
  /** Who could remind, beside the maker. */
  readonly others: readonly { readonly person: string; readonly name: string }[];
  readonly problems: readonly FieldProblem[];
  readonly meta: OutcomeMeta;
}

/** What somebody means to do, when, and who reminds. */
export function IntentionInputs({ typed, others, problems, meta: { t } }: InputsProps): JSX.Element {
  const { fields, from } = typed;
  return (
    <>
      <TextArea
        id="intention"
        label={t('outcome.intentions.label')}
        hint={t('outcome.intentions.hint')}
        value={fields.text}
        problem={problemOf(problems, 'intention')}
      />
      <TextField
        id="day"
        kind="date"
        label={t('outcome.intentions.day')}
        min={from}
        value={fields.day}
        problem={problemOf(problems, 'day')}
      />
      <SelectField
        id="reminds"
        label={t('outcome.intentions.reminds.label')}
        hint={t('outcome.intentions.reminds.hint')}
        value={fields.reminds}
        problem={problemOf(problems, 'reminds')}
        options={[
          { value: '', label: t('outcome.intentions.reminds.nobody') },
          { value: 'me', label: t('outcome.intentions.reminds.me') },
          ...others.map(({ person, name }) => ({ value: person, label: nameIn(t, name) })),
        ]}
      />
    </>
  );
}
