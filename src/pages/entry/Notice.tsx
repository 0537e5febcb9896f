import type { JSX } from 'preact';
import type { Locale } from '../../core/model/session';
import type { Texts } from '../../core/model/texts';
import { Layout, renderPage } from '../Layout';

/** A page that says one thing, and where to go from there. */
export interface NoticeView {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly links: readonly { readonly href: string; readonly label: string }[];
  /** Whether the reader is signed in. */
  readonly inside: boolean;
}

export function renderNoticePage(view: NoticeView, t: Texts, language: Locale): string {
  return renderPage(<Page view={view} t={t} language={language} />);
}

interface Props {
  readonly view: NoticeView;
  readonly t: Texts;
  readonly language: Locale;
}

function Page({ view, t, language }: Props): JSX.Element {
  const { title, paragraphs, links, inside } = view;
  return (
    <Layout language={language} title={title} t={t} here={inside ? 'elsewhere' : null}>
      <section aria-label={title}>
        {paragraphs.map((words) => (
          <p>{words}</p>
        ))}
        <p class="actions">
          {links.map(({ href, label }) => (
            <a class="button" href={href}>
              {label}
            </a>
          ))}
        </p>
      </section>
    </Layout>
  );
}
