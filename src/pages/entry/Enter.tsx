import type { JSX } from 'preact';
import type { Locale } from '../../core/model/session';
import type { Texts } from '../../core/model/texts';
import { type FieldProblem, ProblemSummary, problemOf, TextField } from '../fields';
import { Layout, renderPage } from '../Layout';
import { paths } from '../paths';

/** The way in: by the code of a group, or by the account of the organisation. */
export interface EnterView {
  readonly code: string;
  readonly name: string;
  /** Page of ours to go on to. */
  readonly next: string;
  /** Who is signed in already; null when nobody is, or the guest of this machine. */
  readonly signedInAs: string | null;
  /** Whether people may also practise here without coming in. */
  readonly guest: boolean;
  /** Whether the organisation lets people sign in. */
  readonly openId: boolean;
  readonly problems: readonly FieldProblem[];
}

export function renderEnterPage(view: EnterView, t: Texts, language: Locale): string {
  return renderPage(<Page view={view} t={t} language={language} />);
}

interface Props {
  readonly view: EnterView;
  readonly t: Texts;
  readonly language: Locale;
}

function Page({ view, t, language }: Props): JSX.Element {
  const { signedInAs, guest, openId, problems } = view;
  const inside = signedInAs !== null || guest;
  return (
    <Layout
      language={language}
      title={t('entry.enter.title')}
      t={t}
      here={inside ? 'elsewhere' : null}
      intro={<p>{t('entry.enter.intro')}</p>}
      footer={<Others view={view} t={t} language={language} />}
    >
      <ProblemSummary problems={problems} t={t} />
      {openId && signedInAs === null && <OpenId next={view.next} t={t} />}
      <section aria-labelledby="by-code">
        <h2 id="by-code">{t('entry.enter.byCode')}</h2>
        {signedInAs !== null && <p>{t('entry.enter.signedIn', { name: signedInAs })}</p>}
        <CodeForm view={view} t={t} language={language} />
      </section>
    </Layout>
  );
}

function CodeForm({ view, t, language }: Props): JSX.Element {
  const { code, name, next, signedInAs, problems } = view;
  return (
    <form method="post" action={paths.enterIn(language)} novalidate>
      <input type="hidden" name="next" value={next} />
      <TextField
        id="code"
        label={t('entry.enter.code.label')}
        hint={t('entry.enter.code.hint')}
        problem={problemOf(problems, 'code')}
        value={code}
        maxLength={20}
        code
      />
      {signedInAs === null && (
        <TextField
          id="name"
          label={t('entry.enter.name.label')}
          hint={t('entry.enter.name.hint')}
          problem={problemOf(problems, 'name')}
          value={name}
          autocomplete="name"
        />
      )}
      <p class="actions">
        <button type="submit" class="primary">
          {t('entry.enter.submit')}
        </button>
      </p>
    </form>
  );
}

function OpenId({ next, t }: { readonly next: string; readonly t: Texts }): JSX.Element {
  return (
    <section aria-labelledby="by-account">
      <h2 id="by-account">{t('entry.enter.openId.title')}</h2>
      <p>{t('entry.enter.openId.why')}</p>
      <p class="actions">
        <a class="button" href={paths.openId(next)}>
          {t('entry.enter.openId.button')}
        </a>
      </p>
    </section>
  );
}

const OTHER: Readonly<Record<Locale, Locale>> = { nl: 'en', en: 'nl' };

/** Other ways to go on. */
function Others({ view, t, language }: Props): JSX.Element {
  const other = OTHER[language];
  return (
    <>
      {view.guest && view.signedInAs === null && (
        <p>
          {t('entry.enter.guest')} <a href={paths.chat}>{t('entry.enter.guestLink')}</a>
        </p>
      )}
      <p>
        <a href={`?${new URLSearchParams({ lang: other, next: view.next })}`} lang={other} hreflang={other}>
          {t('pages.chat.otherLanguage')}
        </a>
      </p>
    </>
  );
}
