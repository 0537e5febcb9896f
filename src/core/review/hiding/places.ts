import { STREET_ENDS } from '../../understanding/dutch/institutions';
import { PLACES, PLACES_THAT_ARE_WORDS } from '../../understanding/dutch/places';
import type { Cover } from './kinds';
import { isCommon, isNext, type Token } from './tokens';
import { isScenarios, type Known } from './words';

const BEFORE_PLACE = new Set(
  'in uit naar te bij van omgeving gemeente regio rond richting near from to at'.split(' '),
);
const MOST_WORDS = 4;

/** Towns, neighbourhoods, and streets without a number. */
export function findPlaces(tokens: readonly Token[], known: Known, cover: Cover): void {
  tokens.forEach((token, at) => {
    const end = placeFrom(tokens, at, known);
    const last = tokens[end - 1];
    if (last && end > at) cover.add({ kind: 'place', span: { start: token.span.start, end: last.span.end } });
    else if (isStreet(token, known)) cover.add({ kind: 'address', span: token.span });
  });
}

/** After the last word of a place that begins here; the same place when none does. */
function placeFrom(tokens: readonly Token[], at: number, known: Known): number {
  const words: string[] = [];
  let end = at;
  for (let next = at; next < at + MOST_WORDS; next += 1) {
    const token = tokens[next];
    if (!token || (next > at && !isNext(token))) break;
    words.push(token.plain);
    if (isPlace(words, tokens, at, known)) end = next + 1;
  }
  return end;
}

function isPlace(words: readonly string[], tokens: readonly Token[], at: number, known: Known): boolean {
  const token = tokens[at];
  const name = words.join(' ');
  if (!token || (words.length === 1 && isScenarios(token, known))) return false;
  if (words.length > 1) return PLACES.has(name);
  const bare = PLACES.has(name) ? name : (name.split('-')[0] ?? '');
  const place = PLACES.has(bare) ? bare : token.capital ? inhabited(bare) : null;
  if (place === null) return false;
  if (!PLACES_THAT_ARE_WORDS.has(place)) return token.capital || (place.length > 3 && !isCommon(place));
  return token.capital && BEFORE_PLACE.has(tokens[at - 1]?.plain ?? '');
}

/** The town that a word is made of ("Rotterdamse", "Utrechts"); null when it is none. */
function inhabited(word: string): string | null {
  const town = word.replace(/(?:mers?|se?|ers?)$/, '');
  return town !== word && town.length > 4 && PLACES.has(town) ? town : null;
}

function isStreet(token: Token, known: Known): boolean {
  return (
    token.capital &&
    !token.caps &&
    STREET_ENDS.test(token.plain) &&
    !isScenarios(token, known) &&
    !(token.opens && isCommon(token.plain))
  );
}
