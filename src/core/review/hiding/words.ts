import { COMMON_WORDS } from '../../understanding/dutch/commonWords';
import { FAMILY_NAMES } from '../../understanding/dutch/familyNames';
import { GIVEN_NAMES } from '../../understanding/dutch/givenNames';
import {
  ORGANISATION_ENDS,
  ORGANISATION_SORTS,
  SCHOOL_ENDS,
  SCHOOL_SORTS,
} from '../../understanding/dutch/institutions';
import { KNOWN_CAPITALS } from '../../understanding/dutch/knownCapitals';
import { DUTCH_WORDS } from '../../understanding/dutch/languages';
import { MORE_GIVEN_NAMES } from '../../understanding/dutch/moreGivenNames';
import { NAMES_THAT_ARE_WORDS } from '../../understanding/dutch/namesThatAreWords';
import { isCommon, type Token } from './tokens';

/** What may stay in this talk although it looks like a name, and what must go although it does not. */
export interface Known {
  /** Words of the scenario, as written there. */
  readonly scenario: ReadonlySet<string>;
  /** Plain parts of the names of the person and of those who will read it. */
  readonly parts: ReadonlySet<string>;
}

const PEOPLE_OR_THINGS = /(?:aanse?|ischs?e?|sche|ese|wet|aanen|iers?)$/;
const INFLECTIONS = ['', 'e', 's', 'se', 'en', 'er', 'ers', 'sen'];

/** A capital that tells nothing: a language, a people, a faith, a service that everybody knows. */
export function isKnownCapital({ text, plain, caps }: Pick<Token, 'text' | 'plain' | 'caps'>): boolean {
  if (/\d/.test(plain) || /^(?:\p{Lu}|\p{Lu}{2,})[-'’]/u.test(text)) return !isSureName(plain);
  if (caps && !isSureName(plain)) return true;
  return plain.split('-').some((part) => {
    const bare = INFLECTIONS.filter((end) => part.endsWith(end)).map((end) =>
      part.slice(0, part.length - end.length),
    );
    if (bare.some((word) => KNOWN_CAPITALS.has(word))) return true;
    return part.length > 5 && PEOPLE_OR_THINGS.test(part) && !isGivenName(part) && !FAMILY_NAMES.has(part);
  });
}

export function isGivenName(plain: string): boolean {
  const first = plain.split('-')[0] ?? '';
  return GIVEN_NAMES.has(first) || MORE_GIVEN_NAMES.has(first);
}

/** A given name that is no word: also without a capital, also where a sentence begins. */
export function isSureName(plain: string): boolean {
  return isGivenName(plain) && !NAMES_THAT_ARE_WORDS.has(plain) && !COMMON_WORDS.has(plain);
}

/** The name that a form with an ending is made of ("Sannes", "Fatimaatje"); null when it is none. */
export function inflectedName(plain: string): string | null {
  for (const ending of ['atje', 'etje', 'tje', 'pje', 'je', 's']) {
    const bare = plain.endsWith(ending) ? plain.slice(0, -ending.length) : '';
    if (bare.length > 2 && isSureName(bare)) return bare;
    if (ending === 'atje' && bare.length > 2 && isSureName(`${bare}a`)) return `${bare}a`;
  }
  return null;
}

/** Small words and words of everyday talk that no name begins with. */
export function isSmallWord({ plain }: Token): boolean {
  return DUTCH_WORDS.has(plain) || SMALL.has(plain);
}

const SMALL = new Set(
  'als had hadden deed ging kwam zei zegt vond kreeg kun zou zodat terwijl hierna daarna verder ieder iedereen iemand niemand mama papa ouders team klas groep zon opa oma tante oom juf meester dokter imam'.split(
    ' ',
  ),
);

function isSort(plain: string): boolean {
  return [SCHOOL_SORTS, SCHOOL_ENDS, ORGANISATION_SORTS, ORGANISATION_ENDS].some((sorts) => sorts.has(plain));
}

/** Written with a capital, no everyday word, and nothing that everybody knows: somebody's or something's name. */
export function isUnknownName(token: Token, { scenario }: Known): boolean {
  return (
    token.capital &&
    token.text.length > 1 &&
    !token.caps &&
    !scenario.has(token.text) &&
    !isSort(token.plain) &&
    !isKnownCapital(token) &&
    !isCommon(token.plain)
  );
}
