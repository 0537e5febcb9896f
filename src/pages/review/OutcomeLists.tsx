import type { JSX } from 'preact';
import type { Outcome } from '../../app/reviews/outcome';
import type { Texts } from '../../core/model/texts';
import { PostButton } from '../forms';
import { TALK } from '../language';
import { paths } from '../paths';
import { intentionLine, nameIn, type OutcomeMeta } from './outcomeWords';

interface Props {
  readonly outcome: Outcome;
  readonly meta: OutcomeMeta;
}

export function Insights({ outcome: { review, insights }, meta: { t, token } }: Props): JSX.Element {
  if (insights.length === 0) return <p>{t('outcome.insights.none')}</p>;
  return (
    <ul class="rows">
      {insights.map(({ id, text, name, own }) => (
        <li>
          <p class="words" {...TALK}>
            {text}
          </p>
          <Whose name={name} own={own} t={t} />
          {own && (
            <div class="actions">
              <a
                class="button"
                href={paths.insight(review.id, id)}
                aria-label={t('outcome.insights.editThis', { text: start(text) })}
              >
                {t('outcome.edit')}
              </a>
              <PostButton
                action={paths.removeInsight(review.id, id)}
                token={token}
                label={t('outcome.remove')}
                full={t('outcome.insights.removeThis', { text: start(text) })}
              />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

export function Intentions({ outcome: { intentions }, meta }: Props): JSX.Element {
  const { t } = meta;
  if (intentions.length === 0) return <p>{t('outcome.intentions.none')}</p>;
  return (
    <ul class="rows">
      {intentions.map((intention) => (
        <li>
          <Whose name={intention.name} own={intention.own} t={t} />
          <p class="words" {...TALK}>
            {intention.text}
          </p>
          <p class="about">{intentionLine(intention, meta)}</p>
          {intention.own && (
            <div class="actions">
              <a
                class="button"
                href={paths.myIntention(intention.id)}
                aria-label={t('outcome.intentions.editThis', { text: start(intention.text) })}
              >
                {t('outcome.edit')}
              </a>
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

/** On paper everybody has a name. */
function Whose({
  name,
  own,
  t,
}: {
  readonly name: string;
  readonly own: boolean;
  readonly t: Texts;
}): JSX.Element {
  return (
    <p class="about">
      {nameIn(t, name)}
      {own && <span class="screen-only"> {t('outcome.own')}</span>}
    </p>
  );
}

/** Enough of it to know which. */
export function start(text: string): string {
  const [line = ''] = text.split('\n');
  const letters = [...line];
  return letters.length > 40 ? `${letters.slice(0, 40).join('')}…` : line;
}
