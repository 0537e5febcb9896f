import type { OfGroup, SharedTalk } from '../model/groupPicture';
import { PEOPLE_NEEDED } from '../model/groupPicture';
import { isWider, type Sight } from '../model/homework';

/**
 * What was shared at least this widely, newest first. An attempt that was handed in for several assignments counts
 * once.
 */
export function sharedAt(sight: Sight, talks: readonly SharedTalk[]): readonly SharedTalk[] {
  const seen = new Set<string>();
  return talks
    .filter((talk) => !isWider(sight, talk.sight))
    .toSorted((a, b) => compare(b.at, a.at) || compare(a.attempt, b.attempt))
    .filter(({ attempt }) => {
      const first = !seen.has(attempt);
      seen.add(attempt);
      return first;
    });
}

/** Draws something only when it comes from enough people. */
export function ofGroup<T>(
  talks: readonly SharedTalk[],
  draw: (byPerson: ReadonlyMap<string, readonly SharedTalk[]>) => T,
): OfGroup<T> {
  const byPerson = Map.groupBy(talks, ({ learner }) => learner);
  const people = byPerson.size;
  return people < PEOPLE_NEEDED
    ? { kind: 'too-few', people }
    : { kind: 'shown', people, value: draw(byPerson) };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
