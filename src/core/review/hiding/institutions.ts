import {
  KNOWN_ORGANISATIONS,
  ORGANISATION_ENDS,
  ORGANISATION_SORTS,
  REGIONS,
  SCHOOL_ENDS,
  SCHOOL_SORTS,
} from '../../understanding/dutch/institutions';
import { PLACES } from '../../understanding/dutch/places';
import type { Cover, HiddenKind } from './kinds';
import { isCommon, isNext, type Token } from './tokens';
import { isGivenName, isKnownCapital, isSmallWord, isSureName, type Known } from './words';

const ARTICLES = new Set(['de', 'het', 't', 'sint', 'st', 'al', 'el', 'da', 'la', 'le']);
const JOINTS = new Set(['de', 'het', 'der', 'den', 'van', 'en', 'voor', 'in', 'da', 'el', 'al']);
const MOST_WORDS = 5;

/** Schools and organisations by the sort that stands before or after their name. Only the name is hidden. */
export function findInstitutions(tokens: readonly Token[], known: Known, cover: Cover): void {
  for (const [at, token] of tokens.entries()) {
    const { plain, capital, span } = token;
    const kind = sortOf(plain, SCHOOL_SORTS, ORGANISATION_SORTS);
    const end = kind === null ? at : nameAfter(tokens, at, known);
    const first = tokens[at + 1];
    const last = tokens[end];
    if (capital && KNOWN_ORGANISATIONS.has(plain)) cover.add({ kind: 'organisation', span });
    else if (isSaintsSchool(tokens, at)) cover.add({ kind: 'school', span });
    else if (kind !== null && end > at && first && last)
      cover.add({ kind, span: { start: openingOf(tokens, at, first).span.start, end: last.span.end } });
    else nameBefore(tokens, at, known, cover);
  }
}

/** "St. Jozefschool". */
function isSaintsSchool(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!isNext(token) || !token.capital || !['st', 'sint'].includes(tokens[at - 1]?.plain ?? '')) return false;
  return /.{3,}(?:school|college|lyceum|kerk|ziekenhuis)$/.test(token.plain);
}

/** "Islamitische Stichting Noord": with capitals throughout, all of it is the name. */
function openingOf(tokens: readonly Token[], at: number, first: Token): Token {
  const sort = tokens[at];
  const earlier = tokens[at - 1];
  if (!sort?.capital || sort.opens || sort.caps || !isNext(sort)) return first;
  return earlier?.capital && !earlier.opens && !isSmallWord(earlier) ? earlier : first;
}

function sortOf(
  plain: string,
  schools: ReadonlySet<string>,
  organisations: ReadonlySet<string>,
): HiddenKind | null {
  if (schools.has(plain)) return 'school';
  return organisations.has(plain) ? 'organisation' : null;
}

/** Place of the last word of the name that follows; the place itself when none does. */
function nameAfter(tokens: readonly Token[], at: number, known: Known): number {
  const first = tokens[at + 1];
  if (!opensName(first) || !(first.capital || (first.plain === 't' && tokens[at + 2]?.capital))) return at;
  const article = ARTICLES.has(first.plain);
  const start = article ? at + 2 : at + 1;
  const name = tokens[start];
  if (article && !(isNext(name) && name.capital)) return at;
  if (!name || !mayName(name, known, article)) return at;
  if (!article && isSureName(name.plain) && !tokens[start + 1]?.capital) return at;
  let end = start;
  for (let next = start + 1; next <= start + MOST_WORDS; next += 1) {
    const token = tokens[next];
    if (!isNext(token)) break;
    if (token.capital && !isSmallWord(token)) end = next;
    else if (!JOINTS.has(token.plain)) break;
  }
  return end;
}

/** A name may stand between quotes. */
function opensName(token: Token | undefined): token is Token {
  return token !== undefined && /^(?: |-| ["'‘“„])$/.test(token.before);
}

function mayName(token: Token, known: Known, article: boolean): boolean {
  if (known.scenario.has(token.text) && !article) return false;
  if (token.plain.split('-').some((part) => REGIONS.has(part) || PLACES.has(part))) return true;
  return !isSmallWord(token) && !isKnownCapital(token);
}

/** "het Kompas College", "de Al-Amana school". */
function nameBefore(tokens: readonly Token[], at: number, known: Known, cover: Cover): void {
  const token = tokens[at];
  const kind = token ? sortOf(token.plain, SCHOOL_ENDS, ORGANISATION_ENDS) : null;
  const last = tokens[at - 1];
  if (!token || kind === null || !last || !isNext(token)) return;
  if (!isNameBefore(last, token, known)) return;
  let first = last;
  for (let place = at - 2; place >= Math.max(0, at - 4); place -= 1) {
    const next = tokens[place + 1];
    const earlier = tokens[place];
    if (!earlier?.capital || !isNext(next) || isKnownCapital(earlier)) break;
    if (isSmallWord(earlier) && (earlier.opens || !ARTICLES.has(earlier.plain))) break;
    first = earlier;
  }
  cover.add({ kind, span: { start: first.span.start, end: last.span.end } });
}

function isNameBefore(last: Token, sort: Token, known: Known): boolean {
  if (known.scenario.has(last.text) || isKnownCapital(last) || isSmallWord(last)) return false;
  if (last.capital) return sort.capital ? !last.opens || !isCommon(last.plain) : !isCommon(last.plain);
  const big = ['college', 'lyceum', 'gymnasium', 'ziekenhuis'].includes(sort.plain);
  return big && last.plain.length > 4 && !isCommon(last.plain) && !isGivenName(last.plain);
}
