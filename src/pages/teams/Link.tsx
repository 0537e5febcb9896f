import type { JSX } from 'preact';
import type { Locale } from '../../core/model/session';
import type { Texts } from '../../core/model/texts';
import { Layout, renderPage } from '../Layout';
import { paths } from '../paths';

export interface LinkView {
  readonly secret: string;
  /** Who goes on; '' when they never said what they are called. */
  readonly name: string;
}

/** The last step from Teams to the pages: a button, because programs that look at links would use them up. */
export function renderLinkPage(view: LinkView, t: Texts, language: Locale): string {
  return renderPage(<Page view={view} t={t} language={language} />);
}

interface Props {
  readonly view: LinkView;
  readonly t: Texts;
  readonly language: Locale;
}

function Page({ view: { secret, name }, t, language }: Props): JSX.Element {
  return (
    <Layout language={language} title={t('teams.link.title')} t={t} here={null}>
      <section aria-label={t('teams.link.title')}>
        <p>{name === '' ? t('teams.link.nameless') : t('teams.link.intro', { name })}</p>
        <form method="post" action={paths.teamsLink(secret)}>
          <p class="actions">
            <button type="submit" class="primary">
              {t('teams.link.go')}
            </button>
          </p>
        </form>
        <p>{t('teams.link.notYou')}</p>
      </section>
    </Layout>
  );
}
