import type { JSX } from 'preact';
import type { Progress } from '../core/model/progress';
import type { Locale } from '../core/model/session';
import type { Texts } from '../core/model/texts';
import { Layout, renderPage } from './Layout';
import { paths } from './paths';
import { Attempts } from './progress/Attempts';
import { Charts } from './progress/Charts';
import { Next } from './progress/Next';

/** Somebody's own talks over time, what to practise next, and the way to delete a talk. */
export function renderProgressPage(progress: Progress, t: Texts, language: Locale): string {
  return renderPage(<Page progress={progress} t={t} language={language} />);
}

export interface ProgressProps {
  readonly progress: Progress;
  readonly t: Texts;
  readonly language: Locale;
}

function Page({ progress, t, language }: ProgressProps): JSX.Element {
  const finished = progress.attempts.some((row) => row.finished);
  return (
    <Layout
      language={language}
      title={t('pages.progress.title')}
      t={t}
      back={{ href: paths.chat, label: t('pages.progress.chat') }}
      intro={<p>{t(finished ? 'pages.progress.intro' : 'pages.progress.empty')}</p>}
      footer={
        <p class="screen-only">
          <a href={paths.chat}>{t('pages.progress.chat')}</a>
        </p>
      }
    >
      <Next progress={progress} t={t} language={language} />
      <Charts progress={progress} t={t} language={language} />
      <Attempts progress={progress} t={t} language={language} />
    </Layout>
  );
}
