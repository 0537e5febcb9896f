import type { JSX } from 'preact';
import type { MyIntention, MyIntentions } from '../../app/reviews/myIntentions';
import { Section } from '../debrief/Section';
import { PostButton } from '../forms';
import { Layout, renderPage } from '../Layout';
import { TALK } from '../language';
import { paths } from '../paths';
import { start } from './OutcomeLists';
import { intentionLine, type OutcomeMeta } from './outcomeWords';

export const MINE_TOLD = ['kept', 'done', 'open', 'removed'] as const;
export type MineTold = (typeof MINE_TOLD)[number];

/** Everything that somebody meant to do, over all reviews; only for themselves. */
export function renderMyIntentionsPage(mine: MyIntentions, told: MineTold | null, meta: OutcomeMeta): string {
  const { t, language } = meta;
  return renderPage(
    <Layout
      language={language}
      title={t('outcome.mine.title')}
      t={t}
      here="me"
      intro={<p>{t('outcome.mine.intro')}</p>}
    >
      {told !== null && (
        <p class="told" role="status">
          {t(`outcome.mine.told.${told}`)}
        </p>
      )}
      <Section id="open" title={t('outcome.mine.open')}>
        {mine.open.length === 0 ? <p>{t('outcome.mine.none')}</p> : <List items={mine.open} meta={meta} />}
      </Section>
      {mine.done.length > 0 && (
        <Section id="done" title={t('outcome.mine.done')}>
          <List items={mine.done} meta={meta} />
        </Section>
      )}
    </Layout>,
  );
}

interface ListProps {
  readonly items: readonly MyIntention[];
  readonly meta: OutcomeMeta;
}

function List({ items, meta }: ListProps): JSX.Element {
  return (
    <ul class="rows">
      {items.map((item) => (
        <li>
          <Item item={item} meta={meta} />
        </li>
      ))}
    </ul>
  );
}

function Item({ item, meta }: { readonly item: MyIntention; readonly meta: OutcomeMeta }): JSX.Element {
  const { t, token } = meta;
  const { intention, review, reminds } = item;
  const { id, text, day, done } = intention;
  const which = { text: start(text) };
  const settle = done ? 'reopen' : 'settle';
  return (
    <>
      <p class="words" {...TALK}>
        {text}
      </p>
      <p class="about">{intentionLine({ day, reminds, own: true }, meta)}</p>
      <p class="about">
        {review === null ? (
          t('outcome.mine.gone')
        ) : (
          <a href={paths.outcome(review.id)}>{t('outcome.mine.from', { title: review.title })}</a>
        )}
      </p>
      <div class="actions">
        <PostButton
          action={paths.settleIntention(id)}
          token={token}
          fields={{ done: done ? 'no' : 'yes' }}
          label={t(`outcome.mine.${settle}`)}
          full={t(`outcome.mine.${settle}This`, which)}
        />
        <a class="button" href={paths.myIntention(id)} aria-label={t('outcome.intentions.editThis', which)}>
          {t('outcome.edit')}
        </a>
        <PostButton
          action={paths.removeIntention(id)}
          token={token}
          label={t('outcome.remove')}
          full={t('outcome.mine.removeThis', which)}
        />
      </div>
    </>
  );
}
