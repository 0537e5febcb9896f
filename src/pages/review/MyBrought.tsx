import type { JSX } from 'preact';
import type { BroughtReview } from '../../app/reviews/withdraw';
import type { Locale } from '../../core/model/session';
import type { Texts } from '../../core/model/texts';
import { Section } from '../debrief/Section';
import { paths } from '../paths';
import { day } from '../when';

interface Props {
  readonly brought: readonly BroughtReview[];
  readonly t: Texts;
  readonly language: Locale;
}

/** What somebody shows to groups at intervisie, with the way to take it back. */
export function MyBrought({ brought, t, language }: Props): JSX.Element {
  return (
    <Section id="brought" title={t('share.me.title')}>
      {brought.length === 0 && <p>{t('share.me.none')}</p>}
      <ul class="rows">
        {brought.map(({ review, title, group, until, open }) => (
          <li>
            <p>
              <a href={paths.review(review)}>{title}</a>
            </p>
            <p>{t(open ? 'share.me.what' : 'share.me.over', { group, day: day(language, until) })}</p>
            <p>
              <a href={paths.withdrawReview(review)} aria-label={t('share.me.withdrawLabel', { title })}>
                {t('share.me.withdraw')}
              </a>
            </p>
          </li>
        ))}
      </ul>
      <p>
        <a href={paths.bringTalk}>{t('share.choose.title')}</a>
      </p>
      <p>
        <a href={paths.myIntentions}>{t('outcome.along.mine')}</a>
      </p>
    </Section>
  );
}
