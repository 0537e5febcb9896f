import type { Store } from './ports';

/** Somebody who learns in a group, as its trainers know them. */
export interface Learner {
  readonly person: string;
  /** '' when they never said. */
  readonly name: string;
  /** From 1, by since when they are in the group: what they are called without a name. */
  readonly number: number;
}

/** The learners of a group, by name; who has none comes last. */
export async function learnersOf(
  store: Pick<Store, 'groups' | 'people'>,
  group: string,
): Promise<readonly Learner[]> {
  const members = await store.groups.members(group);
  const ids = members.filter(({ role }) => role === 'learner').map(({ person }) => person);
  const names = new Map((await store.people.people(ids)).map(({ id, name }) => [id, name]));
  return ids
    .map((person, index) => ({ person, name: names.get(person) ?? '', number: index + 1 }))
    .toSorted(
      (a, b) =>
        Number(a.name === '') - Number(b.name === '') ||
        a.name.localeCompare(b.name, 'nl') ||
        a.number - b.number,
    );
}
