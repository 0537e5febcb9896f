import type { JSX } from 'preact';
import type { Locale } from '../../core/model/session';
import type { Texts } from '../../core/model/texts';
import { PostButton } from '../forms';
import { Layout, renderPage } from '../Layout';
import { paths } from '../paths';
import { moment } from '../when';

/** What is about to be deleted. */
export interface ForgetView {
  readonly attempt: string;
  readonly title: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** Attempts that copied its words and go with it. */
  readonly branches: number;
}

export interface ForgetMeta {
  readonly language: Locale;
  readonly token: string;
}

/** Asks once more before a talk is deleted. */
export function renderForgetPage(view: ForgetView, t: Texts, meta: ForgetMeta): string {
  return renderPage(<Page view={view} t={t} meta={meta} />);
}

function Page({ view, t, meta }: { view: ForgetView; t: Texts; meta: ForgetMeta }): JSX.Element {
  const { attempt, title, at, branches } = view;
  return (
    <Layout
      language={meta.language}
      title={t('pages.progress.forget.title')}
      t={t}
      back={{ href: paths.progress(meta.language), label: t('pages.progress.title') }}
    >
      <section aria-labelledby="question">
        <h2 id="question">{t('pages.progress.forget.question')}</h2>
        <p class="ending">{t('pages.progress.forget.which', { title, when: moment(meta.language, at) })}</p>
        <p>{t('pages.progress.forget.what')}</p>
        {branches > 0 && <p>{t('pages.progress.forget.branches', { count: branches })}</p>}
        <div class="actions">
          <a class="button" href={paths.progress(meta.language)}>
            {t('pages.progress.forget.cancel')}
          </a>
          <PostButton
            action={paths.forget(attempt, meta.language)}
            token={meta.token}
            label={t('pages.progress.forget.confirm')}
            kind="danger"
          />
        </div>
      </section>
    </Layout>
  );
}
