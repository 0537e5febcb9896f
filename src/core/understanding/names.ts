import type { Span } from '../model/understanding';
import { GIVEN_NAMES, NAME_JOINTS, NAME_OPENINGS } from './dutch/givenNames';
import { plainLetters } from './words';

const PART = "\\p{Lu}[\\p{L}'’]{1,24}(?:-\\p{Lu}[\\p{L}'’]{1,24})?";
const FAMILY = `(?:(?:${NAME_JOINTS}|${NAME_OPENINGS})[ -]){0,3}${PART}`;
const AFTER_GIVEN = new RegExp(`(?: \\p{Lu}\\.)? (${FAMILY}(?: ${PART})?)(?![\\p{L}\\p{N}])`, 'uy');
const INITIALS = new RegExp(`(?<![\\p{L}\\p{N}])(?:\\p{Lu}\\.[ ]?){1,4}(${FAMILY})(?![\\p{L}\\p{N}])`, 'gu');
const CAPITALISED = new RegExp(PART, 'gu');
/** Words with a capital that follow a given name without being a family name. */
const NO_FAMILY = new Set(
  'hanim bey abi abla ustad ik jij je u hij zij ze wij we het dat dit de een en maar want dus of nee ja hoe wat waar wie waarom wanneer mag kan wil zou is heb goed fijn dank bedankt sorry hallo hoi dag goedemiddag goedemorgen allah god koran nederland belgie amsterdam rotterdam utrecht'.split(
    ' ',
  ),
);

/**
 * Full names of people: a common given name with a family name, or initials with one. A given name alone is how
 * people talk about each other and is left. `own` holds the names that belong to the scenario: a name that
 * is made of those only is nobody's.
 */
export function findFullNames(text: string, own: ReadonlySet<string> = new Set<string>()): readonly Span[] {
  const found: Span[] = [];
  const isOwn = (name: string): boolean => [...name.matchAll(CAPITALISED)].every(([part]) => own.has(part));
  for (const { 0: given, index } of text.matchAll(CAPITALISED)) {
    if (index < (found.at(-1)?.end ?? 0) || !GIVEN_NAMES.has(plainLetters(given.split('-')[0] ?? '')))
      continue;
    AFTER_GIVEN.lastIndex = index + given.length;
    const [after = '', family = ''] = AFTER_GIVEN.exec(text) ?? [];
    if (!mayBeFamily(family) || isOwn(given + after)) continue;
    found.push({ start: index, end: index + given.length + after.length });
  }
  for (const match of text.matchAll(INITIALS)) {
    const span = { start: match.index, end: match.index + match[0].length };
    const taken = found.some((other) => span.start < other.end && other.start < span.end);
    if (!taken && !isOwn(match[1] ?? '')) found.push(span);
  }
  return found.sort((left, right) => left.start - right.start);
}

/** Not a title or a new sentence, nor the name of a group ("van de Somalische vereniging"). */
function mayBeFamily(family: string): boolean {
  const plain = plainLetters(family).replaceAll('ı', 'i');
  return plain !== '' && !NO_FAMILY.has(plain) && !/sche$/.test(plain);
}

/** The words with a capital in authored texts: the names that a scenario itself brings. */
export function namesIn(texts: string): ReadonlySet<string> {
  return new Set([...texts.matchAll(CAPITALISED)].map(([name]) => name));
}
