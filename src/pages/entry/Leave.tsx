import type { JSX } from 'preact';
import type { Locale } from '../../core/model/session';
import type { Texts } from '../../core/model/texts';
import { PostButton } from '../forms';
import { Layout, renderPage } from '../Layout';
import { paths } from '../paths';

export interface LeaveView {
  readonly name: string;
  /** Whether there is no other way back in as the same person. */
  readonly forGood: boolean;
  readonly browsers: number;
}

export interface LeaveMeta {
  readonly language: Locale;
  readonly token: string;
}

/** Asks once more before somebody is signed out. */
export function renderLeavePage(view: LeaveView, t: Texts, meta: LeaveMeta): string {
  return renderPage(<Page view={view} t={t} meta={meta} />);
}

interface Props {
  readonly view: LeaveView;
  readonly t: Texts;
  readonly meta: LeaveMeta;
}

function Page({ view, t, meta }: Props): JSX.Element {
  const { name, forGood, browsers } = view;
  return (
    <Layout
      language={meta.language}
      title={t('entry.leave.title')}
      t={t}
      here="account"
      back={{ href: paths.account, label: t('entry.account.title') }}
    >
      <section aria-labelledby="question">
        <h2 id="question">{t('entry.leave.question')}</h2>
        <p>{t('entry.enter.signedIn', { name })}</p>
        {forGood && <p class="error">{t('entry.leave.forGood')}</p>}
        <div class="actions">
          <a class="button" href={paths.account}>
            {t('entry.leave.cancel')}
          </a>
          <PostButton
            action={paths.leave}
            token={meta.token}
            label={t('entry.leave.here')}
            kind={forGood ? 'danger' : 'primary'}
          />
          {browsers > 1 && (
            <PostButton action={paths.endSignIns} token={meta.token} label={t('entry.leave.everywhere')} />
          )}
        </div>
      </section>
    </Layout>
  );
}
