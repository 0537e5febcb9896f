import type { Person } from '../../core/model/person';
import type { Locale } from '../../core/model/session';
import type { Texts } from '../../core/model/texts';
import type { FieldProblem } from '../../pages/fields';
import type { PageParts } from './parts';

export interface Reader {
  /** Null for who is not known yet. */
  readonly person: Person | null;
  readonly t: Texts;
}

/** Who reads a page, and words in the form of address they chose. */
export async function readerOf(
  { store, library }: Pick<PageParts, 'store' | 'library'>,
  id: string | null,
  locale: Locale,
): Promise<Reader> {
  const person = id === null ? null : await store.people.person(id);
  return { person, t: library.playbook.texts(locale, person?.address ?? 'je') };
}

/** What is wrong with fields, in words under `<place>.<field>.<problem>`; what is null is right. */
export function problemsIn(
  t: Texts,
  place: string,
  problems: Readonly<Record<string, string | null>>,
): readonly FieldProblem[] {
  return Object.entries(problems).flatMap(([field, problem]) =>
    problem === null ? [] : [{ field, words: t(`${place}.${field}.${problem}`) }],
  );
}
