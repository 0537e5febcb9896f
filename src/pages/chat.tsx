import { renderToString } from 'preact-render-to-string';
import type { Locale } from '../core/model/session';
import type { Texts } from '../core/model/texts';
import { TALK } from './language';
import { navLinks } from './Nav';

/** What the chat page shows and loads. */
export interface ChatPage {
  readonly locale: Locale;
  readonly texts: Texts;
  /** Whether it is served by the very machine it is looked at on. */
  readonly local: boolean;
  /** Whether it is for who did not sign in, and so shares nothing with anybody. */
  readonly guest: boolean;
  /** Addresses of the files the page loads, all of our own. */
  readonly assets: { readonly style: string; readonly webChat: string; readonly script: string };
}

const OTHER: Readonly<Record<Locale, Locale>> = { nl: 'en', en: 'nl' };
const WEB_CHAT_LOCALE: Readonly<Record<Locale, string>> = { nl: 'nl-NL', en: 'en-US' };

/** The words of this page, by the part of their key that is its own. */
function words({ texts }: ChatPage): (key: string) => string {
  return (key) => texts(`pages.chat.${key}`);
}

/** The whole page in which a learner talks, as HTML. */
export function renderChatPage(page: ChatPage): string {
  return `<!doctype html>${renderToString(<Page {...page} />)}`;
}

function Page(page: ChatPage) {
  const { locale, assets } = page;
  const t = words(page);
  return (
    <html lang={locale}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{t('title')}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href={assets.style} />
        <script src={assets.webChat} defer />
        <script src={assets.script} defer />
      </head>
      <body>
        <a class="skip" href="#conversation">
          {t('skip')}
        </a>
        <Header {...page} />
        <main id="conversation" tabIndex={-1} aria-label={t('conversation')}>
          <p id="status" class="status" role="status" aria-live="polite">
            {t('opening')}
          </p>
          <noscript>
            <p class="status">{t('noScript')}</p>
          </noscript>
          <div id="failure" class="failure" role="alert" hidden>
            <p>{t(page.local ? 'failed' : 'failedServed')}</p>
            <button id="retry" type="button" class="button">
              {t('retry')}
            </button>
          </div>
          <div id="chat" data-settings={settings(page)} />
        </main>
        <Anew {...page} />
      </body>
    </html>
  );
}

/** Who keeps what is typed, and who can see it. */
function privacyOf({ local, guest }: ChatPage): string {
  if (!local) return 'privacyServed';
  return guest ? 'privacy' : 'privacyShared';
}

function Header(page: ChatPage) {
  const { locale } = page;
  const t = words(page);
  const other = OTHER[locale];
  return (
    <header>
      <div class="intro">
        <h1>{t('title')}</h1>
        <p class="tagline">{t('tagline')}</p>
        <p class="privacy">{t(privacyOf(page))}</p>
      </div>
      <nav aria-label={page.texts('entry.nav.label')}>
        {navLinks(locale)
          .filter(({ place }) => place !== 'chat')
          .map(({ place, href }) => (
            <a href={href}>{page.texts(`entry.nav.${place}`)}</a>
          ))}
        <a href={`/?lang=${other}`} lang={other} hreflang={other}>
          {t('otherLanguage')}
        </a>
        <button id="anew" type="button" class="button" disabled>
          {t('anew.button')}
        </button>
      </nav>
    </header>
  );
}

function Anew(page: ChatPage) {
  const t = words(page);
  return (
    <dialog id="anew-dialog" aria-labelledby="anew-question" aria-describedby="anew-explanation">
      <h2 id="anew-question">{t('anew.question')}</h2>
      <p id="anew-explanation">{t('anew.explanation')}</p>
      <form method="dialog">
        <button value="cancel" class="button" type="submit">
          {t('anew.cancel')}
        </button>
        <button value="anew" class="button primary" type="submit">
          {t('anew.confirm')}
        </button>
      </form>
    </dialog>
  );
}

/** What the page's own script needs to know. */
function settings(page: ChatPage): string {
  const t = words(page);
  return JSON.stringify({
    locale: WEB_CHAT_LOCALE[page.locale],
    offline: t('offline'),
    placeholder: t('placeholder'),
    talk: TALK.lang,
  });
}
