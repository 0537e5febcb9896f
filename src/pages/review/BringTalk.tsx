import type { JSX } from 'preact';
import type { AttemptRow } from '../../core/model/progress';
import { Section } from '../debrief/Section';
import { Layout, renderPage } from '../Layout';
import { TALK } from '../language';
import { paths } from '../paths';
import { moment } from '../when';
import type { ShareMeta } from './shareWords';

export interface BringTalkView {
  /** Talks of theirs that have ended, newest first. */
  readonly attempts: readonly Pick<AttemptRow, 'attempt' | 'title' | 'at'>[];
}

/** Which talk somebody wants to bring. */
export function renderBringTalkPage(view: BringTalkView, meta: ShareMeta): string {
  return renderPage(<Page view={view} meta={meta} />);
}

function Page({ view: { attempts }, meta }: { view: BringTalkView; meta: ShareMeta }): JSX.Element {
  const { t, language } = meta;
  return (
    <Layout
      language={language}
      title={t('share.choose.title')}
      t={t}
      here="reviews"
      back={{ href: paths.reviews, label: t('share.choose.list') }}
      intro={<p>{t('share.choose.intro')}</p>}
    >
      <Section id="talks" title={t('share.choose.talks')}>
        {attempts.length === 0 && <p>{t('share.choose.none')}</p>}
        <ul class="rows">
          {attempts.map(({ attempt, title, at }) => (
            <li>
              <p>
                <strong {...TALK}>{title}</strong>, {moment(language, at)}
              </p>
              <p>
                <a
                  href={paths.bringAttempt(attempt)}
                  aria-label={t('share.choose.bringLabel', { title, when: moment(language, at) })}
                >
                  {t('share.choose.bring')}
                </a>
              </p>
            </li>
          ))}
        </ul>
      </Section>
      <Section id="other" title={t('share.choose.other')}>
        <ul>
          <li>
            <a href={paths.ownCase}>{t('share.choose.ownCase')}</a>
          </li>
          <li>
            <a href={paths.exampleReview}>{t('share.choose.example')}</a>
          </li>
        </ul>
      </Section>
    </Layout>
  );
}
