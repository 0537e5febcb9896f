import type { JSX } from 'preact';
import type { Locale } from '../../core/model/session';
import type { Texts } from '../../core/model/texts';
import { Layout, renderPage } from '../Layout';
import { paths } from '../paths';

/** How far somebody is who wants no more e-mail. */
export type StopMailView =
  | { readonly kind: 'ask'; readonly token: string }
  | { readonly kind: 'done' }
  /** The address is not one of ours. */
  | { readonly kind: 'invalid' };

/** Opened from an e-mail, without signing in: opening it changes nothing, its button does. */
export function renderStopMailPage(view: StopMailView, t: Texts, language: Locale): string {
  const title = view.kind === 'invalid' ? t('notices.optOut.invalid.title') : t('notices.optOut.mail.title');
  return renderPage(
    <Layout language={language} title={title} t={t} here={null}>
      <Content view={view} t={t} language={language} />
    </Layout>,
  );
}

interface ContentProps {
  readonly view: StopMailView;
  readonly t: Texts;
  readonly language: Locale;
}

function Content({ view, t, language }: ContentProps): JSX.Element {
  switch (view.kind) {
    case 'ask':
      return (
        <section aria-labelledby="question">
          <h2 id="question">{t('notices.optOut.mail.question')}</h2>
          <form method="post" action={paths.stopMail(view.token)}>
            <button type="submit" class="primary">
              {t('notices.optOut.mail.confirm')}
            </button>
          </form>
          <Settings t={t} language={language} />
        </section>
      );
    case 'done':
      return (
        <section role="status">
          <p>{t('notices.optOut.mail.done')}</p>
          <Settings t={t} language={language} />
        </section>
      );
    case 'invalid':
      return (
        <section>
          <p>{t('notices.optOut.invalid.why')}</p>
          <p>
            <a href={paths.reminders(language)}>{t('notices.optOut.settings')}</a>
          </p>
        </section>
      );
  }
}

function Settings({ t, language }: { readonly t: Texts; readonly language: Locale }): JSX.Element {
  return (
    <p>
      {t('notices.optOut.again')} <a href={paths.reminders(language)}>{t('notices.optOut.settings')}</a>
    </p>
  );
}
