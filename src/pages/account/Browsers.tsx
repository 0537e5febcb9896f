import type { JSX } from 'preact';
import type { SignInWay } from '../../core/model/person';
import type { Texts } from '../../core/model/texts';
import { PostButton } from '../forms';
import { paths } from '../paths';
import { day } from '../when';
import type { AccountMeta } from './Account';

/** A browser in which somebody is signed in. */
export interface BrowserView {
  readonly visit: string;
  readonly way: SignInWay;
  /** ISO 8601, UTC. */
  readonly since: string;
  /** To the day. */
  readonly lastUsed: string;
  /** Whether it is the one that shows the page. */
  readonly here: boolean;
}

interface Props {
  readonly browsers: readonly BrowserView[];
  readonly t: Texts;
  readonly meta: AccountMeta;
}

export function Browsers({ browsers, t, meta }: Props): JSX.Element {
  return (
    <section aria-labelledby="browsers">
      <h2 id="browsers">{t('entry.account.browsers.title')}</h2>
      <p>{t('entry.account.browsers.what')}</p>
      <ul class="rows">
        {browsers.map((browser) => (
          <Row browser={browser} t={t} meta={meta} />
        ))}
      </ul>
      <p>
        <a href={paths.leave}>{t('entry.leave.title')}</a>
      </p>
    </section>
  );
}

function Row({ browser, t, meta }: Omit<Props, 'browsers'> & { readonly browser: BrowserView }): JSX.Element {
  const { visit, way, here } = browser;
  const since = day(meta.language, browser.since);
  const what = t(`entry.account.browsers.ways.${way}`, { since });
  return (
    <li>
      <p>
        {what}
        {here && <strong> {t('entry.account.browsers.here')}</strong>}
      </p>
      <p class="about">
        {t('entry.account.browsers.lastUsed', { day: day(meta.language, browser.lastUsed) })}
      </p>
      {!here && (
        <PostButton
          action={paths.endSignIn(visit)}
          token={meta.token}
          label={t('entry.account.browsers.end')}
          full={`${t('entry.account.browsers.end')}: ${what}`}
        />
      )}
    </li>
  );
}
