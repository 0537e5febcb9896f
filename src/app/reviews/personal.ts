import type { Span } from '../../core/model/understanding';
import { titledNames } from '../../core/review/titledNames';
import { findPersonalData } from '../../core/understanding/personalData';
import type { Store } from '../ports';

/** What asking about names takes where there is no room at hand. */
export interface NameParts {
  readonly store: { readonly reviews: Pick<Store['reviews'], 'talk'> };
  /** Names that belong to a scenario, and so are nobody's. */
  readonly namesOf: (scenario: string) => ReadonlySet<string>;
}

/** Words that may name somebody, each once; `own` are names that belong to the case. */
export function personalWords(text: string, own: ReadonlySet<string>): readonly string[] {
  const data = findPersonalData(text, own).map(({ span }) => span);
  const overlaps = (one: Span) => data.some(({ start, end }) => one.start < end && start < one.end);
  const found = [...data, ...titledNames(text, own).filter((one) => !overlaps(one))];
  return [
    ...new Set(found.sort((a, b) => a.start - b.start).map(({ start, end }) => text.slice(start, end))),
  ];
}

/** The same for what is written down about the talk of a review, also once that is gone. */
export async function personalIn(
  { store, namesOf }: NameParts,
  review: string,
  text: string,
): Promise<readonly string[]> {
  const scenario = (await store.reviews.talk(review))?.scenario ?? null;
  return personalWords(text, scenario === null ? new Set() : namesOf(scenario.id));
}
