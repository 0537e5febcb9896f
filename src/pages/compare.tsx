import type { JSX } from 'preact';
import type { Comparison } from '../core/model/comparison';
import type { Locale } from '../core/model/session';
import type { Texts } from '../core/model/texts';
import { Course } from './compare/Course';
import { Levels } from './compare/Levels';
import { Moments } from './compare/Moments';
import { Talks } from './compare/Talks';
import { Layout, renderPage } from './Layout';
import { paths } from './paths';

/** An attempt beside everything that was taken up again from it. */
export function renderComparePage(comparison: Comparison, t: Texts, language: Locale): string {
  return renderPage(<Page comparison={comparison} t={t} language={language} />);
}

interface Props {
  readonly comparison: Comparison;
  readonly t: Texts;
  readonly language: Locale;
}

function Page({ comparison, t, language }: Props): JSX.Element {
  const alone = comparison.talks.length < 2;
  return (
    <Layout
      language={language}
      title={t('pages.compare.title', { title: comparison.scenario.title })}
      t={t}
      back={{ href: paths.chat, label: t('pages.debrief.back') }}
      intro={<p>{t(alone ? 'pages.compare.alone' : 'pages.compare.intro')}</p>}
      footer={
        <>
          <p>{t('pages.debrief.private')}</p>
          <p class="screen-only actions">
            <a href={paths.chat}>{t('pages.progress.chat')}</a>{' '}
            <a href={paths.progress(language)}>{t('pages.progress.title')}</a>
          </p>
        </>
      }
    >
      <Talks comparison={comparison} t={t} language={language} />
      <Course comparison={comparison} t={t} />
      <Moments comparison={comparison} t={t} />
      <Levels comparison={comparison} t={t} />
    </Layout>
  );
}
