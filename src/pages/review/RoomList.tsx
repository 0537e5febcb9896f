import type { JSX } from 'preact';
import type { ListedReview, ListedReviews } from '../../app/reviews/listReviews';
import { methodWords } from '../../app/reviews/methodWords';
import { MEETING_STAGES } from '../../core/model/review';
import type { Locale } from '../../core/model/session';
import type { Texts } from '../../core/model/texts';
import { Section } from '../debrief/Section';
import { Layout, renderPage } from '../Layout';
import { paths } from '../paths';
import { dayThere } from '../when';
import { nameOr } from './roomWords';

export interface ListMeta {
  readonly t: Texts;
  readonly language: Locale;
  /** Name of the one group that is looked at; null for all. */
  readonly group: string | null;
  /** Ways to begin one: address and words. */
  readonly ways: readonly { readonly href: string; readonly label: string }[];
}

/** The meetings somebody can go to. */
export function renderReviewsPage(listed: ListedReviews, meta: ListMeta): string {
  return renderPage(<Page listed={listed} meta={meta} />);
}

interface Props {
  readonly listed: ListedReviews;
  readonly meta: ListMeta;
}

function Page({ listed, meta }: Props): JSX.Element {
  const { t, language, group, ways } = meta;
  const none = MEETING_STAGES.every((stage) => listed[stage].length === 0);
  return (
    <Layout
      language={language}
      title={group === null ? t('room.list.title') : t('room.list.titleOf', { group })}
      t={t}
      here="reviews"
      {...(group !== null && { back: { href: paths.reviews, label: t('room.list.all') } })}
      intro={<p>{t('room.list.what')}</p>}
    >
      {none && (
        <Section id="none" title={t('room.list.none.title')}>
          <p>{t('room.list.none.what')}</p>
        </Section>
      )}
      {(['running', 'waiting', 'closed'] as const).map((stage) => (
        <Rows id={stage} rows={listed[stage]} meta={meta} />
      ))}
      <Section id="begin" title={t('room.list.begin.title')}>
        <p>{t('room.list.begin.what')}</p>
        <p class="actions">
          {ways.map(({ href, label }) => (
            <a class="button" href={href}>
              {label}
            </a>
          ))}
        </p>
      </Section>
    </Layout>
  );
}

interface RowsProps {
  readonly id: 'running' | 'waiting' | 'closed';
  readonly rows: readonly ListedReview[];
  readonly meta: ListMeta;
}

function Rows({ id, rows, meta }: RowsProps): JSX.Element | null {
  if (rows.length === 0) return null;
  const { t, language } = meta;
  return (
    <Section id={id} title={t(`room.list.${id}`)}>
      <ul class="rows">
        {rows.map((row) => {
          const { review, group, method, bringer, own, joined, people, over } = row;
          const by = own ? t('room.list.byYou') : t('room.list.by', { name: nameOr(t, bringer) });
          const until = { day: dayThere(language, review.until, group.timeZone) };
          return (
            <li>
              <p>
                <a href={paths.review(review.id)}>{review.title}</a>
              </p>
              <p class="about">
                {[
                  by,
                  group.name,
                  methodWords(t, method.id).name,
                  t('room.list.people', { count: people }),
                  ...(joined ? [t('room.list.joined')] : []),
                ].join(', ')}
              </p>
              <p class="about">{t(over ? 'room.list.over' : 'room.list.until', until)}</p>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
