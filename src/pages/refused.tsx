import type { JSX } from 'preact';
import type { Locale } from '../core/model/session';
import type { Texts } from '../core/model/texts';
import { Layout, renderPage } from './Layout';
import { paths } from './paths';

/** Why something was not shown or not taken; each has its words under `refused.why`. */
const REFUSED_WHY = [
  'missing',
  'gone',
  'login',
  'stale',
  'elsewhere',
  'machine',
  'forbidden',
  'method',
  'unreadable',
  'long',
  'often',
  'fault',
] as const;
export type RefusedWhy = (typeof REFUSED_WHY)[number];

export interface RefusedPage {
  readonly why: RefusedWhy;
  /** The page on which the form stands that was sent; null when there was none. */
  readonly back: string | null;
  /** What was sent with it. */
  readonly typed: Readonly<Record<string, string>>;
}

/** Fields in which people write something of their own that would be a pity to lose. */
const WRITTEN = ['name', 'title', 'note', 'text', 'reason', 'why', 'intention'] as const;

/** What happened, why, and where to go from here; with what was typed, so that nothing is lost. */
export function renderRefusedPage(page: RefusedPage, t: Texts, language: Locale): string {
  const { why, back } = page;
  return renderPage(
    <Layout language={language} title={t(`refused.why.${why}.title`)} t={t}>
      <section aria-labelledby="refused">
        <h2 id="refused">{t(`refused.why.${why}.heading`)}</h2>
        <p>{t(`refused.why.${why}.because`)}</p>
        <p class="actions">
          {why === 'login' && (
            <a class="button" href={paths.enter(back ?? paths.chat)}>
              {t('refused.on.login')}
            </a>
          )}
          {back !== null && why !== 'login' && (
            <a class="button" href={back}>
              {t('refused.on.back')}
            </a>
          )}
          <a class="button" href={back === null ? paths.me(language) : paths.chat}>
            {t(back === null ? 'refused.on.me' : 'refused.on.chat')}
          </a>
        </p>
      </section>
      <Typed typed={page.typed} t={t} />
    </Layout>,
  );
}

function Typed({ typed, t }: Pick<RefusedPage, 'typed'> & { readonly t: Texts }): JSX.Element | null {
  const written = WRITTEN.filter((name) => (typed[name] ?? '').trim() !== '');
  if (written.length === 0) return null;
  return (
    <section aria-labelledby="typed">
      <h2 id="typed">{t('refused.typed.title')}</h2>
      <p>{t('refused.typed.what')}</p>
      {written.map((name) => (
        <div class="field">
          <label for={`typed-${name}`}>{t(`refused.typed.${name === 'title' ? 'heading' : name}`)}</label>
          <textarea id={`typed-${name}`} readOnly lang="">
            {typed[name]}
          </textarea>
        </div>
      ))}
    </section>
  );
}
