import { renderToString } from 'preact-render-to-string';
import type { Locale } from '../core/model/session';
import type { ChatTexts } from './chatTexts';

/** What the chat page shows and loads. */
export interface ChatPage {
  readonly locale: Locale;
  readonly texts: ChatTexts;
  /** Addresses of the files the page loads, all of our own. */
  readonly assets: { readonly style: string; readonly webChat: string; readonly script: string };
  /** Allows the styles that Web Chat adds while it runs. */
  readonly nonce: string;
}

const OTHER: Readonly<Record<Locale, Locale>> = { nl: 'en', en: 'nl' };
const WEB_CHAT_LOCALE: Readonly<Record<Locale, string>> = { nl: 'nl-NL', en: 'en-US' };

/** The whole page in which a learner talks, as HTML. */
export function renderChatPage(page: ChatPage): string {
  return `<!doctype html>${renderToString(<Page {...page} />)}`;
}

function Page(page: ChatPage) {
  const { locale, texts, assets } = page;
  return (
    <html lang={locale}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light" />
        <title>{texts.title}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href={assets.style} />
        <script src={assets.webChat} defer />
        <script src={assets.script} defer />
      </head>
      <body>
        <a class="skip" href="#conversation">
          {texts.skip}
        </a>
        <Header {...page} />
        <main id="conversation" tabIndex={-1} aria-label={texts.conversation}>
          <p id="status" class="status" role="status" aria-live="polite">
            {texts.opening}
          </p>
          <noscript>
            <p class="status">{texts.noScript}</p>
          </noscript>
          <div id="failure" class="failure" role="alert" hidden>
            <p>{texts.failed}</p>
            <button id="retry" type="button" class="button">
              {texts.retry}
            </button>
          </div>
          <div id="chat" data-settings={settings(page)} />
        </main>
        <Anew {...texts.anew} />
      </body>
    </html>
  );
}

function Header({ locale, texts }: ChatPage) {
  const other = OTHER[locale];
  return (
    <header>
      <div class="intro">
        <h1>{texts.title}</h1>
        <p class="tagline">{texts.tagline}</p>
        <p class="privacy">{texts.privacy}</p>
      </div>
      <nav>
        <a href={`/?lang=${other}`} lang={other} hreflang={other}>
          {texts.otherLanguage}
        </a>
        <button id="anew" type="button" class="button" disabled>
          {texts.anew.button}
        </button>
      </nav>
    </header>
  );
}

function Anew(texts: ChatTexts['anew']) {
  return (
    <dialog id="anew-dialog" aria-labelledby="anew-question" aria-describedby="anew-explanation">
      <h2 id="anew-question">{texts.question}</h2>
      <p id="anew-explanation">{texts.explanation}</p>
      <form method="dialog">
        <button value="cancel" class="button" type="submit">
          {texts.cancel}
        </button>
        <button value="anew" class="button primary" type="submit">
          {texts.confirm}
        </button>
      </form>
    </dialog>
  );
}

/** What the page's own script needs to know. */
function settings({ locale, texts, nonce }: ChatPage): string {
  return JSON.stringify({
    locale: WEB_CHAT_LOCALE[locale],
    nonce,
    offline: texts.offline,
    opening: texts.opening,
    placeholder: texts.placeholder,
    coach: texts.coach,
    you: texts.you,
  });
}
