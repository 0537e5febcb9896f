import type { JSX } from 'preact';
import type { Locale } from '../../core/model/session';
import type { Texts } from '../../core/model/texts';
import { PostButton } from '../forms';
import { Layout, renderPage } from '../Layout';
import { paths } from '../paths';

export interface ForgetMeMeta {
  readonly language: Locale;
  readonly token: string;
}

/** Asks once more before everything is wiped. `alone` names the groups that lose their only trainer. */
export function renderForgetMePage(alone: readonly string[], t: Texts, meta: ForgetMeMeta): string {
  return renderPage(<Page alone={alone} t={t} meta={meta} />);
}

interface Props {
  readonly alone: readonly string[];
  readonly t: Texts;
  readonly meta: ForgetMeMeta;
}

function Page({ alone, t, meta: { language, token } }: Props): JSX.Element {
  return (
    <Layout
      language={language}
      title={t('data.forget.title')}
      t={t}
      back={{ href: paths.myData(language), label: t('data.mine.title') }}
    >
      <section aria-labelledby="question">
        <h2 id="question">{t('data.forget.question')}</h2>
        <p>{t('data.forget.gone')}</p>
        {alone.length > 0 && <p class="ending">{t('data.forget.trainer', { groups: alone.join(', ') })}</p>}
        <p>{t('data.forget.notes')}</p>
        <div class="actions">
          <a class="button" href={paths.myData(language)}>
            {t('data.forget.cancel')}
          </a>
          <PostButton
            action={paths.forgetMe(language)}
            token={token}
            label={t('data.forget.confirm')}
            kind="danger"
          />
        </div>
      </section>
    </Layout>
  );
}
