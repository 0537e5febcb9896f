/** Anything at all that is escaped below: most words have nothing of it. */
const MARKUP = /[\\*`[~|_&<{$]|^\s*(?:[-+=#>]|\d+[.)])/m;
const STAGE_DIRECTION = /\(([^()\n]+)\)/g;

/**
 * Writes words so that markdown shows them as they are. Only what could be read as markup is escaped: Teams,
 * Web Chat and their mobile kin differ in how much they unescape.
 */
export function escapeMarkdown(words: string): string {
  if (!MARKUP.test(words)) return words;
  return words
    .replace(/[\\*`[~|]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&')
    .replace(/&(?=#?\w+;)/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/(?<=\{)\{|(?<=\$)\$/g, '\\$&')
    .replace(/^(\s*)([-+=#>])/gm, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/gm, '$1\\$2');
}

/** Paragraph of what the persona says: words as they are, stage directions (in round brackets) in italics. */
export function spoken(paragraph: string): string {
  let written = '';
  let from = 0;
  for (const found of paragraph.matchAll(STAGE_DIRECTION)) {
    const inside = found[1]!.trim();
    if (inside === '') continue;
    written += `${escapeMarkdown(paragraph.slice(from, found.index))}(*${escapeMarkdown(inside)}*)`;
    from = found.index + found[0].length;
  }
  return written + escapeMarkdown(paragraph.slice(from));
}
