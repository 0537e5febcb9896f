import type { JSX } from 'preact';
import { REMOVED_KINDS, type Removal } from '../../core/model/removal';
import type { Locale } from '../../core/model/session';
import type { Texts } from '../../core/model/texts';
import { Layout, renderPage } from '../Layout';
import { moment } from '../when';

/** What was removed, for whoever runs the installation: numbers, never content. */
export function renderRemovalsPage(removals: readonly Removal[], t: Texts, language: Locale): string {
  return renderPage(<Page removals={removals} t={t} language={language} />);
}

interface Props {
  readonly removals: readonly Removal[];
  readonly t: Texts;
  readonly language: Locale;
}

function Page({ removals, t, language }: Props): JSX.Element {
  return (
    <Layout
      language={language}
      title={t('data.removals.title')}
      t={t}
      intro={<p>{t('data.removals.intro')}</p>}
    >
      {removals.length === 0 ? (
        <p>{t('data.removals.empty')}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls must be reached by keyboard
        <section class="scroll" tabIndex={0} aria-label={t('data.removals.title')}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('data.removals.when')}</th>
                <th scope="col">{t('data.removals.why')}</th>
                {REMOVED_KINDS.map((kind) => (
                  <th scope="col">{t(`data.removals.counts.${kind}`)}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {removals.map(({ at, reason, counts }) => (
                <tr>
                  <th scope="row">{moment(language, at)}</th>
                  <td>{t(`data.removals.reasons.${reason}`)}</td>
                  {REMOVED_KINDS.map((kind) => (
                    <td>{counts[kind]}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </Layout>
  );
}
