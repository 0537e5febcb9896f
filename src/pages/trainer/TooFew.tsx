import type { JSX } from 'preact';
import { PEOPLE_NEEDED } from '../../core/model/groupPicture';
import type { Texts } from '../../core/model/texts';

/** Why figures are hidden. */
export function TooFew({ people, t }: { readonly people: number; readonly t: Texts }): JSX.Element {
  return <p>{t('trainer.picture.tooFew', { count: people, needed: PEOPLE_NEEDED })}</p>;
}
