import { LOCALES, type Locale } from '../core/model/session';
import type { Diagnostic } from './diagnostics';
import type { Path, Read, SourceFile } from './yamlFile';

/** Something made once for each language. */
export function inEveryLanguage<T>(make: (locale: Locale) => T): Readonly<Record<Locale, T>> {
  return Object.fromEntries(LOCALES.map((locale) => [locale, make(locale)])) as Record<Locale, T>;
}

/** Words of every language; or what is wrong with them. */
export type ReadWords<T> =
  | { readonly ok: true; readonly words: Readonly<Record<Locale, SourceFile<T>>> }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

export function readWords<T>(read: (locale: Locale) => Read<T>): ReadWords<T> {
  const all = LOCALES.map((locale) => [locale, read(locale)] as const);
  const diagnostics = all.flatMap(([, one]) => (one.ok ? [] : one.diagnostics));
  if (diagnostics.length > 0) return { ok: false, diagnostics };
  const sources = all.flatMap(([locale, one]) => (one.ok ? [[locale, one.source] as const] : []));
  return { ok: true, words: Object.fromEntries(sources) as Record<Locale, SourceFile<T>> };
}

/** A finding of a rule, with its place in the file it is in. */
export function placed(
  { code, severity, why }: Pick<Diagnostic, 'code' | 'severity' | 'why'>,
  source: Pick<SourceFile<unknown>, 'place'>,
  { path, what, fix }: Pick<Diagnostic, 'what' | 'fix'> & { readonly path: Path },
): Diagnostic {
  return { code, severity, place: source.place(path), what, why, fix };
}
