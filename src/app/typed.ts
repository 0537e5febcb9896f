/** Reads what people type into the forms about themselves and their groups. */

export type Typed<Problem extends string> =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly problem: Problem };

/** Characters of a name, as people count them roughly. */
const NAME_LENGTH = 80;

export type NameProblem = 'missing' | 'too-long';

/** What was typed on one line, without what cannot be seen. */
export function oneLine(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu, (found) => (found === '\u200d' ? found : ' '))
    .replace(/\s+/g, ' ')
    .trim();
}

/** A name on one line, without what cannot be seen. */
export function readName(text: string | undefined): Typed<NameProblem> {
  const value = oneLine(text ?? '');
  if (value === '') return { ok: false, problem: 'missing' };
  return value.length > NAME_LENGTH ? { ok: false, problem: 'too-long' } : { ok: true, value };
}

export type EmailProblem = 'malformed' | 'too-long';

/** An e-mail address as far as it can be told by looking; null when none was filled in. */
export function readEmail(
  text: string | undefined,
):
  | { readonly ok: true; readonly value: string | null }
  | { readonly ok: false; readonly problem: EmailProblem } {
  const value = (text ?? '').trim();
  if (value === '') return { ok: true, value: null };
  if (value.length > 254) return { ok: false, problem: 'too-long' };
  return /^[^\s@<>(),;:"[\]\\]+@[^\s@<>(),;:"[\]\\]+\.[^\s@<>(),;:"[\]\\.]{2,}$/.test(value)
    ? { ok: true, value }
    : { ok: false, problem: 'malformed' };
}

const PATH_LENGTH = 500;

/** A page of ours to go on to, from an address that anybody can make; the start page where it is none. */
export function ownPath(text: string | undefined): string {
  const path = text ?? '/';
  return path.length <= PATH_LENGTH && /^\/(?![/\\])[\x21-\x7e]*$/.test(path) && !path.includes('\\')
    ? path
    : '/';
}
