import type { Locale } from '../core/model/session';
import type { Texts } from '../core/model/texts';
import { Layout, renderPage } from './Layout';
import { paths } from './paths';

/** What a learner sees where there is nothing, or nothing any more; it never tells which. */
export function renderMissingPage(t: Texts, language: Locale): string {
  return renderPage(
    <Layout
      language={language}
      title={t('pages.missing.title')}
      t={t}
      back={{ href: paths.chat, label: t('pages.debrief.back') }}
    >
      <section aria-labelledby="missing">
        <h2 id="missing">{t('pages.missing.heading')}</h2>
        <p>{t('pages.missing.why')}</p>
        <p>
          <a href={paths.progress(language)}>{t('pages.progress.title')}</a>
        </p>
      </section>
    </Layout>,
  );
}
