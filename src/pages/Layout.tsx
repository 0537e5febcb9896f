import type { ComponentChildren, JSX } from 'preact';
import { render } from 'preact-render-to-string';
import type { Locale } from '../core/model/session';
import type { Texts } from '../core/model/texts';
import { Nav, type NavPlace } from './Nav';
import { PAGE_STYLE } from './style';

export interface LayoutProps {
  readonly language: Locale;
  readonly title: string;
  readonly t: Texts;
  /** Which part of the product this is; null leaves the ways to the other parts out, for people who are not in. */
  readonly here?: NavPlace | null;
  /** Where the reader came from; stands above the heading, so that nobody has to scroll for it. */
  readonly back?: { readonly href: string; readonly label: string };
  /** Below the heading. */
  readonly intro?: ComponentChildren;
  readonly footer?: ComponentChildren;
  /** Addresses of scripts of ours, in their order; the page works without them too. */
  readonly scripts?: readonly string[];
  readonly children: ComponentChildren;
}

/** What all pages beside the chat share: one document that needs no script, with a way past the heading. */
export function Layout(props: LayoutProps): JSX.Element {
  const { language, title, t, here = 'elsewhere', back, intro, footer, scripts = [], children } = props;
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{title}</title>
        <link rel="icon" href="data:," />
        {/* Our own constant: escaping would break the quotes in it. */}
        <style dangerouslySetInnerHTML={{ __html: PAGE_STYLE }} />
        {scripts.map((script) => (
          <script src={script} defer />
        ))}
      </head>
      <body>
        <a class="skip" href="#main">
          {t('pages.debrief.skip')}
        </a>
        {here !== null && <Nav here={here} t={t} language={language} />}
        <header>
          {back && (
            <p class="back screen-only">
              <a href={back.href}>{back.label}</a>
            </p>
          )}
          <h1>{title}</h1>
          {intro}
        </header>
        <main id="main">{children}</main>
        <footer>{footer}</footer>
      </body>
    </html>
  );
}

/** A page as text; every word in it is escaped. */
export function renderPage(page: JSX.Element): string {
  return `<!doctype html>${render(page)}`;
}
