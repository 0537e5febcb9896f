import type { JSX } from 'preact';
import type { Texts } from '../../core/model/texts';
import { paths } from '../paths';

export type WithinPlace = 'overview' | 'picture' | 'agenda' | 'homework' | 'group' | 'elsewhere';

/** The ways between the pages about one group. */
export function Within(props: { group: string; here: WithinPlace; t: Texts }): JSX.Element {
  const { group, here, t } = props;
  const links = [
    { place: 'overview', href: paths.overview(group) },
    { place: 'picture', href: paths.picture(group) },
    { place: 'agenda', href: paths.agenda(group) },
    { place: 'homework', href: paths.assignments(group) },
    { place: 'group', href: paths.group(group) },
  ] as const;
  return (
    <nav class="within screen-only" aria-label={t('trainer.parts.label')}>
      <ul>
        {links.map(({ place, href }) => (
          <li>
            <a href={href} aria-current={place === here ? 'page' : undefined}>
              {t(`trainer.parts.${place}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
