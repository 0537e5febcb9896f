import { jsonBytes } from './limits';

const LINE_BREAKS = /\r\n?|\p{Zl}|\p{Zp}/gu;
const SECOND_HALF = /[\udc00-\udfff]/;
const OTHER_CONTROLS = /[^\P{Cc}\n\t]/gu;

/** One kind of line break, no control characters, no halves of characters: safe to put in any JSON or HTML. */
export function tidy(text: string): string {
  return text.toWellFormed().replace(LINE_BREAKS, '\n').replace(OTHER_CONTROLS, ' ');
}

/** The paragraphs of a text; every line break starts one, because channels disagree about single ones. */
export function paragraphs(text: string): readonly string[] {
  return tidy(text)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** On one line, as titles and labels are shown. */
export function oneLine(text: string): string {
  return paragraphs(text).join(' ');
}

/** Cuts a text into pieces of at most so many bytes of JSON, after a space where there is one. */
export function pieces(text: string, maxBytes: number): readonly string[] {
  const found: string[] = [];
  let rest = text;
  while (jsonBytes(rest) > maxBytes) {
    const end = cutAt(rest, maxBytes);
    found.push(rest.slice(0, end).trim());
    rest = rest.slice(end).trim();
  }
  return rest === '' ? found : [...found, rest];
}

function cutAt(text: string, maxBytes: number): number {
  let end = maxBytes;
  for (let bytes = jsonBytes(text.slice(0, end)); bytes > maxBytes; bytes = jsonBytes(text.slice(0, end))) {
    end = Math.floor((end * maxBytes) / bytes);
  }
  const space = text.lastIndexOf(' ', end - 1);
  if (space > end / 2) return space + 1;
  return SECOND_HALF.test(text.charAt(end)) ? end - 1 : end;
}

/** Joins parts into as few groups as fit; a part that is too large by itself stands alone. */
export function grouped<T>(
  parts: readonly T[],
  fits: (group: readonly T[]) => boolean,
): readonly (readonly T[])[] {
  const groups: T[][] = [];
  for (const part of parts) {
    const last = groups.at(-1);
    if (last !== undefined && fits([...last, part])) last.push(part);
    else groups.push([part]);
  }
  return groups;
}
