import type { JSX } from 'preact';
import type { Locale } from '../core/model/session';
import type { Texts } from '../core/model/texts';
import { paths } from './paths';

/** The parts of the product that every page leads to. */
export type NavPlace = 'chat' | 'me' | 'progress' | 'groups' | 'reviews' | 'account' | 'elsewhere';

interface NavProps {
  readonly here: NavPlace;
  readonly t: Texts;
  readonly language: Locale;
}

/** The ways to the parts of the product, the same on every page. */
export function Nav({ here, t, language }: NavProps): JSX.Element {
  return (
    <nav class="parts screen-only" aria-label={t('entry.nav.label')}>
      <ul>
        {navLinks(language).map(({ place, href }) => (
          <li>
            <a href={href} aria-current={place === here ? 'page' : undefined}>
              {t(`entry.nav.${place}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Their addresses, in the order in which they are shown. */
export function navLinks(language: Locale): readonly { readonly place: NavPlace; readonly href: string }[] {
  return [
    { place: 'chat', href: paths.chat },
    { place: 'me', href: paths.me(language) },
    { place: 'progress', href: paths.progress(language) },
    { place: 'groups', href: paths.groups },
    { place: 'reviews', href: paths.reviews },
    { place: 'account', href: paths.account },
  ];
}
