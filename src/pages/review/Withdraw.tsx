import type { JSX } from 'preact';
import type { Withdrawable } from '../../app/reviews/withdraw';
import { PostButton } from '../forms';
import { Layout, renderPage } from '../Layout';
import { paths } from '../paths';
import { day } from '../when';
import type { ShareMeta } from './shareWords';

/** Says what is lost before a talk is taken back. */
export function renderWithdrawPage(view: Withdrawable, meta: ShareMeta): string {
  return renderPage(<Page view={view} meta={meta} />);
}

function Page({ view, meta }: { view: Withdrawable; meta: ShareMeta }): JSX.Element {
  const { t, language, token } = meta;
  const { review, group, others } = view;
  const example = review.source.kind === 'example';
  return (
    <Layout
      language={language}
      title={t('share.withdraw.title')}
      t={t}
      here="reviews"
      back={{ href: paths.review(review.id), label: review.title }}
      intro={
        <p>
          {t('share.withdraw.about', {
            title: review.title,
            group: group.name,
            day: day(language, review.sharedAt),
          })}
        </p>
      }
    >
      <p>{t(example ? 'share.withdraw.example' : 'share.withdraw.what')}</p>
      <p>{t('share.withdraw.others', { count: others })}</p>
      {!example && <p>{t('share.withdraw.stays')}</p>}
      <p class="actions">
        <PostButton
          action={paths.withdrawReview(review.id)}
          token={token}
          label={t('share.withdraw.confirm')}
          kind="danger"
        />
        <a href={paths.review(review.id)}>{t('share.withdraw.keep')}</a>
      </p>
    </Layout>
  );
}
