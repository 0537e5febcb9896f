/** So many are remembered; who is forgotten is answered again, which is no harm. */
const REMEMBERED = 1_000;

/** Tells whether something is seen for the first time. */
export function createFirstTime(): (key: string) => boolean {
  const seen = new Set<string>();
  return (key) => {
    if (seen.has(key)) return false;
    seen.add(key);
    if (seen.size > REMEMBERED) seen.delete(seen.values().next().value as string);
    return true;
  };
}
