import type { Span } from '../model/understanding';

const TITLE =
  'mevrouw|meneer|mevr|mw|dhr|de heer|juf|juffrouw|meester|familie|fam|mr|mrs|ms|miss|dokter|doctor|dr';
const JOINT = "van|de|den|der|het|ten|ter|te|el|al|'t|bin|ben|la|le|du";
const TITLED = new RegExp(
  `(?<![\\p{L}\\d])(?:${TITLE})\\.? (?:(?:${JOINT}) ){0,3}(?<name>\\p{Lu}[\\p{L}'’-]*\\p{Ll}[\\p{L}'’-]*)`,
  'giu',
);

/**
 * A family name after a title ("mevrouw Jansen", "de heer van der Berg"): in what people write about a talk that is
 * somebody. `own` holds names that belong to the case.
 */
export function titledNames(text: string, own: ReadonlySet<string>): readonly Span[] {
  return [...text.matchAll(TITLED)].flatMap(({ 0: found, index, groups }) => {
    const name = groups?.name ?? '';
    // The flag that lets titles be written either way does so with names too.
    if (!/^\p{Lu}/u.test(name) || own.has(name)) return [];
    return [{ start: index, end: index + found.length }];
  });
}
