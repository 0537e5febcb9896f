import type { JSX } from 'preact';
import type { Locale } from '../../core/model/session';
import type { Texts } from '../../core/model/texts';
import { Layout, renderPage } from '../Layout';
import { paths } from '../paths';

/** How much there is of somebody. */
export interface MyDataView {
  readonly attempts: number;
  readonly groups: number;
  readonly handedIn: number;
  readonly reviews: number;
  readonly browsers: number;
  /** Null where nothing is wiped by itself. */
  readonly retentionDays: number | null;
}

/** What is kept about the reader, with the ways to take it along and to wipe it. */
export function renderMyDataPage(view: MyDataView, t: Texts, language: Locale): string {
  return renderPage(<Page view={view} t={t} language={language} />);
}

interface Props {
  readonly view: MyDataView;
  readonly t: Texts;
  readonly language: Locale;
}

function Page({ view, t, language }: Props): JSX.Element {
  return (
    <Layout language={language} title={t('data.mine.title')} t={t} intro={<p>{t('data.mine.intro')}</p>}>
      <section aria-labelledby="kept">
        <h2 id="kept">{t('data.mine.kept.title')}</h2>
        <ul>
          {(['attempts', 'handedIn', 'reviews', 'groups', 'browsers'] as const)
            .filter((kind) => view[kind] > 0)
            .map((kind) => (
              <li>{t(`data.mine.kept.${kind}`, { count: view[kind] })}</li>
            ))}
          <li>{t('data.mine.kept.account')}</li>
        </ul>
        {view.retentionDays !== null && <p>{t('data.mine.retention', { days: view.retentionDays })}</p>}
      </section>
      <section aria-labelledby="take">
        <h2 id="take">{t('data.mine.take.title')}</h2>
        <ul>
          {(['json', 'csv', 'xapi'] as const).map((kind) => (
            <li>
              <a href={paths.myFile(kind, language)} download>
                {t(`data.mine.take.${kind}`)}
              </a>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="forget">
        <h2 id="forget">{t('data.mine.forget.title')}</h2>
        <p>{t('data.mine.forget.intro')}</p>
        <p>
          <a href={paths.forgetMe(language)}>{t('data.mine.forget.link')}</a>
        </p>
      </section>
    </Layout>
  );
}
