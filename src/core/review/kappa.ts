/** How well people agree, beyond what chance alone would give. */
export interface Agreement {
  /** Share of pairs that agree, 0–1. */
  readonly observed: number;
  /** The same, if everybody gave their labels at random in these proportions. */
  readonly chance: number;
  /** 1 is perfect, 0 no better than chance; null when chance alone gives perfect agreement: then nothing can be said. */
  readonly kappa: number | null;
  /** Pairs of labels of one item that were compared. */
  readonly pairs: number;
}

/**
 * Fleiss' κ among any number of raters (Fleiss 1971, Psychological Bulletin 76, 378–382). Each item is the list of
 * labels it got, in any order. Labels may be missing, as in Gwet's generalisation (Handbook of Inter-Rater
 * Reliability, 2014, ch. 2): an item with fewer than two labels is left out, and every other item weighs the same
 * however many labels it has. With nothing missing this is Fleiss' own figure. Null when no item has two labels.
 */
export function fleiss<Label>(items: readonly (readonly Label[])[]): Agreement | null {
  const shared = items.filter((labels) => labels.length > 1);
  if (shared.length === 0) return null;
  const counts = shared.map(counted);
  const observed = mean(counts.map(agreeing));
  const labels = new Set(shared.flat());
  const shares = [...labels].map((label) =>
    mean(counts.map((count, at) => (count.get(label) ?? 0) / (shared[at]?.length ?? 1))),
  );
  const pairs = shared.reduce((sum, { length }) => sum + (length * (length - 1)) / 2, 0);
  return agreement(observed, total(shares.map((share) => share * share)), pairs, labels.size === 1);
}

/**
 * Cohen's κ between two raters of the same items (Cohen 1960, Educational and Psychological Measurement 20, 37–46).
 * Null when there are no items.
 */
export function cohen<Label>(items: readonly (readonly [Label, Label])[]): Agreement | null {
  if (items.length === 0) return null;
  const one = counted(items.map(([label]) => label));
  const other = counted(items.map(([, label]) => label));
  const observed = items.filter(([a, b]) => a === b).length / items.length;
  const chance = [...one].map(([label, count]) => (count * (other.get(label) ?? 0)) / items.length ** 2);
  const same = new Set(items.flat()).size === 1;
  return agreement(observed, total(chance), items.length, same);
}

/**
 * Agreement beyond chance when every label is as likely (Brennan & Prediger 1981, Educational and Psychological
 * Measurement 41, 687–699). It stands where nearly all labels are the same: there κ falls to nothing although people
 * agree (Feinstein & Cicchetti 1990, Journal of Clinical Epidemiology 43, 543–549).
 */
export function brennanPrediger(observed: number, labels: number): number {
  return (observed - 1 / labels) / (1 - 1 / labels);
}

function agreement(observed: number, chance: number, pairs: number, same: boolean): Agreement {
  return { observed, chance, pairs, kappa: same ? null : (observed - chance) / (1 - chance) };
}

/** Share of the pairs of one item that agree. */
function agreeing(counts: ReadonlyMap<unknown, number>): number {
  const all = total([...counts.values()]);
  return total([...counts.values()].map((count) => count * (count - 1))) / (all * (all - 1));
}

function counted<Label>(labels: readonly Label[]): ReadonlyMap<Label, number> {
  const counts = new Map<Label, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return counts;
}

/** Summed from the smallest on, so that the order in which things were given makes no difference. */
function total(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b).reduce((sum, number) => sum + number, 0);
}

function mean(numbers: readonly number[]): number {
  return total(numbers) / numbers.length;
}
