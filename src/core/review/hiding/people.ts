import type { Span } from '../../model/understanding';
import { FAMILY_NAMES } from '../../understanding/dutch/familyNames';
import { NAME_JOINTS, NAME_OPENINGS } from '../../understanding/dutch/givenNames';
import { TITLES } from '../../understanding/dutch/institutions';
import { KNOWN_CAPITALS } from '../../understanding/dutch/knownCapitals';
import type { Cover } from './kinds';
import { isCommon, isNext, type Token } from './tokens';
import {
  inflectedName,
  isGivenName,
  isKnownCapital,
  isSmallWord,
  isSureName,
  isUnknownName,
  type Known,
} from './words';

const JOINTS = new Set([...NAME_JOINTS.split('|'), ...NAME_OPENINGS.toLowerCase().split('|')]);
/** After these, a family name may be written small. */
const SMALL_TITLES = new Set(
  'mevrouw meneer mevr mw dhr juf juffrouw meester tante oom opa oma heet genaamd'.split(' '),
);
/** After these comes a given name, also a short one. */
const BEFORE_GIVEN = new Set('juf juffrouw meester tante oom opa oma heet genaamd'.split(' '));
/** After these a full stop closes nothing. */
const SHORT_TITLES = new Set('mevr mw dhr dr drs prof fam mr mrs ms'.split(' '));
/** What people do in a sentence that begins with their name. */
const DOES = new Set(
  (
    'zei zegt zeggen vertelde vertelt is was heeft had vindt vond kan kon gaat ging komt kwam wil wilde moet moest mag mocht woont woonde belde belt appte mailde vroeg vraagt denkt dacht doet deed ' +
    'heet slaapt slikt krijgt kreeg blijft bleef zit zat werkt werkte loopt liep huilt huilde lijkt leek voelt voelde wordt werd weet wist laat liet en durft said says told has does'
  ).split(' '),
);
const MOST_PARTS = 6;

/** A name that was found: from where to where, and what it is made of. */
interface Phrase {
  readonly end: number;
  readonly parts: readonly string[];
}

/** Names that begin with a given name, a title or initials. */
export function findPeople(tokens: readonly Token[], known: Known, cover: Cover): void {
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (!token) break;
    const phrase = given(tokens, at, known) ?? initials(tokens, at, known) ?? titled(tokens, at, known);
    if (!phrase) continue;
    const first = phrase.title ? tokens[at + 1] : token;
    const last = tokens[phrase.end - 1];
    if (first && last) addPerson(cover, { start: first.span.start, end: last.span.end }, phrase.parts);
    at = phrase.end - 1;
  }
}

function addPerson(cover: Cover, span: Span, parts: readonly string[]): void {
  cover.add({ kind: 'person', span, parts });
}

type Found = Phrase & { readonly title?: true };

function given(tokens: readonly Token[], at: number, known: Known): Found | null {
  const token = tokens[at];
  if (!token || !isGivenHere(tokens, at, known)) return null;
  const family = familyFrom(tokens, at + 1, known, token.capital ? 'given' : 'small');
  const whole = family.end > at + 1;
  if (!whole && known.scenario.has(token.text)) return null;
  if (
    whole &&
    tokens.slice(at, family.end).every(({ text, capital }) => !capital || known.scenario.has(text))
  )
    return null;
  const own = inflectedName(token.plain) ?? token.plain;
  return { end: family.end, parts: [isGivenName(token.plain) ? token.plain : own, ...family.parts] };
}

function isGivenHere(tokens: readonly Token[], at: number, known: Known): boolean {
  const token = tokens[at];
  if (!token || token.plain.length < 2) return false;
  const { plain, capital, opens } = token;
  if (known.parts.has(plain))
    return capital ? !opens || !isCommon(plain) || acts(tokens, at) : !isCommon(plain);
  if (plain.length < 3 && !capital) return false;
  if (isSureName(plain)) return !isOfProphet(tokens, at);
  if (!isGivenName(plain)) return inflectedName(plain) !== null && (capital || plain.endsWith('s'));
  if (!capital || KNOWN_CAPITALS.has(plain)) return false;
  return opens ? acts(tokens, at) : true;
}

function isOfProphet(tokens: readonly Token[], at: number): boolean {
  return tokens[at - 1]?.plain === 'profeet';
}

/** Whether what follows makes it a name: a verb, a family name, another name. */
function acts(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const next = tokens[at + 1];
  if (!token || !next) return false;
  if (/^['’]s /i.test(next.before)) return true;
  return (
    isNext(next) &&
    (DOES.has(next.plain) || (next.capital && FAMILY_NAMES.has(next.plain)) || isFamilyAhead(tokens, at + 1))
  );
}

function isFamilyAhead(tokens: readonly Token[], at: number): boolean {
  const joint = tokens[at];
  const name = tokens[at + 1];
  if (!joint || !['van', 'de', 'el', 'der', 'den', 'ter'].includes(joint.plain)) return false;
  return isNext(name) && name.capital && !isKnownCapital(name);
}

function initials(tokens: readonly Token[], at: number, known: Known): Found | null {
  let end = at;
  while (
    end < at + 4 &&
    /^\p{Lu}$/u.test(tokens[end]?.text ?? '') &&
    /^\. ?$/.test(tokens[end + 1]?.before ?? '')
  )
    end += 1;
  if (end === at) return null;
  const family = familyFrom(tokens, end, known, 'initials');
  return family.end > end ? family : null;
}

function titled(tokens: readonly Token[], at: number, known: Known): Found | null {
  const token = tokens[at];
  if (!token || !(TITLES.has(token.plain) || SMALL_TITLES.has(token.plain))) return null;
  if (tokens[at + 1]?.before.startsWith('.') && !SHORT_TITLES.has(token.plain)) return null;
  const family = familyFrom(tokens, at + 1, known, modeAfter(token));
  if (family.end === at + 1) return null;
  const named = tokens.slice(at + 1, family.end).filter(({ capital }) => capital);
  if (named.length > 0 && named.every(({ text }) => known.scenario.has(text))) return null;
  return { ...family, title: true };
}

type Mode = 'given' | 'small' | 'initials' | 'title' | 'small-title' | 'before-given';

function modeAfter({ plain }: Token): Mode {
  if (BEFORE_GIVEN.has(plain)) return 'before-given';
  return SMALL_TITLES.has(plain) ? 'small-title' : 'title';
}

/** The family name that begins here, with its small words; ends where it began when there is none. */
function familyFrom(tokens: readonly Token[], from: number, known: Known, mode: Mode): Phrase {
  const parts: string[] = [];
  let end = from;
  let joints = 0;
  for (let at = from; at < from + MOST_PARTS; at += 1) {
    const token = tokens[at];
    const near = mode === 'initials' && at === from ? token !== undefined : isNext(token);
    if (!token || !near || (at > from && token.opens) || (/^\./.test(token.before) && at > from)) break;
    if (at === from && mode === 'given' && token.before.startsWith('.')) break;
    if (JOINTS.has(token.plain) && joints < 3 && isJoint(tokens, at)) {
      joints += 1;
      continue;
    }
    if (!isFamily(token, joints, parts.length, known, mode)) break;
    parts.push(token.plain);
    end = at + 1;
    joints = 0;
  }
  return { end, parts };
}

/** Only before another word that is near. */
function isJoint(tokens: readonly Token[], at: number): boolean {
  return isNext(tokens[at + 1]);
}

function isFamily(token: Token, joints: number, sofar: number, known: Known, mode: Mode): boolean {
  const { plain, capital, caps } = token;
  if (plain.length < 2 || (caps && !FAMILY_NAMES.has(plain) && !isSureName(plain))) return false;
  if (capital) {
    const named = FAMILY_NAMES.has(plain) || (mode !== 'given' && mode !== 'small' && isGivenName(plain));
    if ((isSmallWord(token) && joints === 0) || (isKnownCapital(token) && !named)) return false;
    if (FAMILY_NAMES.has(plain) || known.parts.has(plain) || joints > 0) return true;
    if (mode === 'title' || mode === 'small-title' || mode === 'initials')
      return sofar === 0 || !isCommon(plain);
    return isGivenName(plain) || !isCommon(plain);
  }
  if (mode === 'before-given' && joints === 0 && sofar === 0)
    return plain.length > 2 && !isSmallWord(token) && (isGivenName(plain) || !isCommon(plain));
  if (mode === 'small-title') {
    if (joints > 0) return FAMILY_NAMES.has(plain);
    if (sofar > 0) return FAMILY_NAMES.has(plain) && !isCommon(plain);
    return FAMILY_NAMES.has(plain) || isSureName(plain) || (plain.length > 3 && !isCommon(plain));
  }
  return mode === 'small' && FAMILY_NAMES.has(plain) && (joints > 0 || !isCommon(plain));
}

/** Names that nobody knows: a capital in the middle of a sentence that is no everyday word. */
export function findUnknownNames(tokens: readonly Token[], known: Known, cover: Cover): void {
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (!token || !cover.isFree(token.span) || !isUnknownHere(tokens, at, known)) continue;
    let end = at + 1;
    while (end < at + MOST_PARTS && continues(tokens, end, known, cover)) end += 1;
    const last = tokens[end - 1] ?? token;
    const span = { start: token.span.start, end: last.span.end };
    if (PLACE_BEFORE.has(tokens[at - 1]?.plain ?? '')) cover.add({ kind: 'place', span });
    else
      addPerson(
        cover,
        span,
        tokens.slice(at, end).map(({ plain }) => plain),
      );
    at = end - 1;
  }
}

const PLACE_BEFORE = new Set(['in', 'uit', 'te']);

function continues(tokens: readonly Token[], at: number, known: Known, cover: Cover): boolean {
  const token = tokens[at];
  return isNext(token) && !token.opens && isUnknownName(token, known) && cover.isFree(token.span);
}

function isUnknownHere(tokens: readonly Token[], at: number, known: Known): boolean {
  const token = tokens[at];
  if (!token || TITLES.has(token.plain) || isOfProphet(tokens, at)) return false;
  if (isArticledName(tokens, at, known)) return true;
  if (!isUnknownName(token, known)) return false;
  return !token.opens || (token.plain.length > 2 && acts(tokens, at));
}

/** "De Regenboog" in the middle of a sentence: its article is part of a name. */
function isArticledName(tokens: readonly Token[], at: number, known: Known): boolean {
  const name = tokens[at];
  const article = tokens[at - 1];
  if (!name?.capital || !article?.capital || article.opens || !isNext(name)) return false;
  if (!['de', 'het'].includes(article.plain) || known.scenario.has(name.text)) return false;
  return !isKnownCapital(name) && !isSmallWord(name);
}

/** Names that were found elsewhere, wherever they stand and however they are written. */
export function findAgain(
  tokens: readonly Token[],
  parts: ReadonlySet<string>,
  known: Known,
  cover: Cover,
): void {
  for (const token of tokens) {
    if (!parts.has(token.plain) || known.scenario.has(token.text) || isCommon(token.plain)) continue;
    if (token.plain.length > 2) addPerson(cover, token.span, [token.plain]);
  }
}
