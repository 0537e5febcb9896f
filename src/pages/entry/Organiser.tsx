import type { JSX } from 'preact';
import type { Locale } from '../../core/model/session';
import type { Texts } from '../../core/model/texts';
import { type FieldProblem, ProblemSummary, problemOf, TextField } from '../fields';
import { Layout, renderPage } from '../Layout';
import { paths } from '../paths';

/** The page behind the link for who will run the installation. */
export interface OrganiserView {
  readonly secret: string;
  readonly name: string;
  readonly signedInAs: string | null;
  readonly problems: readonly FieldProblem[];
}

export function renderOrganiserPage(view: OrganiserView, t: Texts, language: Locale): string {
  return renderPage(<Page view={view} t={t} language={language} />);
}

interface Props {
  readonly view: OrganiserView;
  readonly t: Texts;
  readonly language: Locale;
}

function Page({ view, t, language }: Props): JSX.Element {
  const { secret, name, signedInAs, problems } = view;
  return (
    <Layout language={language} title={t('entry.organiser.title')} t={t} here={null}>
      <ProblemSummary problems={problems} t={t} />
      <section aria-labelledby="what">
        <h2 id="what">{t('entry.organiser.heading')}</h2>
        <p>{t('entry.organiser.what')}</p>
        <p>{t('entry.organiser.once')}</p>
        {signedInAs !== null && <p>{t('entry.enter.signedIn', { name: signedInAs })}</p>}
        <form method="post" action={paths.organiserLink(secret)} novalidate>
          {signedInAs === null && (
            <TextField
              id="name"
              label={t('entry.enter.name.label')}
              problem={problemOf(problems, 'name')}
              value={name}
              autocomplete="name"
            />
          )}
          <p class="actions">
            <button type="submit" class="primary">
              {t('entry.organiser.button')}
            </button>
          </p>
        </form>
      </section>
    </Layout>
  );
}
