import type { JSX } from 'preact';
import { render } from 'preact-render-to-string';
import type { Debrief } from '../core/model/debrief';
import type { Locale } from '../core/model/session';
import type { Texts } from '../core/model/texts';
import { HelpLines, Preparation, Sources, Transcript } from './debrief/Closing';
import { MeterChart } from './debrief/MeterChart';
import { Unsure, Untold, Weakest } from './debrief/Moments';
import { Ended, KeepAndPractise, Missed } from './debrief/Opening';
import { Scorecard } from './debrief/Scorecard';
import { STYLE } from './debrief/style';

export interface DebriefMeta {
  readonly language: Locale;
  /** Where the conversation goes on. */
  readonly chatPath: string;
}

/** The whole debrief as one HTML document that needs no script. Every word in it is escaped. */
export function renderDebriefPage(debrief: Debrief, texts: Texts, meta: DebriefMeta): string {
  return `<!doctype html>${render(<Page debrief={debrief} t={texts} meta={meta} />)}`;
}

function Page({ debrief, t, meta }: { debrief: Debrief; t: Texts; meta: DebriefMeta }): JSX.Element {
  const title = t('pages.debrief.title', { title: debrief.scenario.title });
  return (
    <html lang={meta.language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{title}</title>
        {/* Our own constant: escaping would break the quotes in it. */}
        <style dangerouslySetInnerHTML={{ __html: STYLE }} />
      </head>
      <body>
        <a class="skip" href="#main">
          {t('pages.debrief.skip')}
        </a>
        <header>
          <h1>{title}</h1>
          <p>{t('pages.debrief.intro')}</p>
          {debrief.helpLines.length > 0 && (
            <p class="screen-only">
              <a href="#help">{t('pages.debrief.help.jump')}</a>
            </p>
          )}
        </header>
        <main id="main">
          <Missed debrief={debrief} t={t} />
          <Ended debrief={debrief} t={t} />
          <KeepAndPractise debrief={debrief} t={t} />
          <MeterChart debrief={debrief} t={t} />
          <Weakest debrief={debrief} t={t} />
          <Untold debrief={debrief} t={t} />
          <Scorecard debrief={debrief} t={t} />
          <Unsure debrief={debrief} t={t} />
          <Preparation debrief={debrief} t={t} />
          <HelpLines debrief={debrief} t={t} />
          <Transcript debrief={debrief} t={t} />
          <Sources debrief={debrief} t={t} />
        </main>
        <footer>
          <p>{t('pages.debrief.private')}</p>
          <p class="screen-only">
            <a href={meta.chatPath}>{t('pages.debrief.back')}</a>
          </p>
        </footer>
      </body>
    </html>
  );
}
