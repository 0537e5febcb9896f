import { TITLES } from '../understanding/dutch/institutions';
import { isCommon, tokensOf } from './hiding/tokens';
import { OTHER_LABELS, OWN_LABELS } from './reportWords';

/** Shorter than this is a letter or an abbreviation. */
const SHORTEST = 3;

/**
 * The name in what a speaker of a report is called, without titles; '' for who is called by what they are. Who is
 * called "Moeder" stays nobody, who is called "Grietsje" is somebody, also where nobody knows that name.
 */
export function nameOfVoice(label: string): string {
  if (OWN_LABELS.has(label.toLowerCase())) return '';
  return tokensOf(label)
    .filter(({ plain }) => plain.length >= SHORTEST && !isRole(plain))
    .map(({ text }) => text)
    .join(' ');
}

function isRole(plain: string): boolean {
  return isCommon(plain) || TITLES.has(plain) || OWN_LABELS.has(plain) || OTHER_LABELS.has(plain);
}
