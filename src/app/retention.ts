import type { RemovedCounts } from '../core/model/removal';
import type { Clock, Store } from './ports';

/** Days that what nobody touches is kept, unless the installation says otherwise. */
export const DEFAULT_RETENTION_DAYS = 180;

const DAY_MS = 24 * 60 * 60 * 1000;

/** Removes what is older than the installation keeps, with what expired anyway. */
export async function keepRetention(
  { store, clock }: { readonly store: Store; readonly clock: Clock },
  days: number,
): Promise<RemovedCounts> {
  const now = clock.now();
  const before = new Date(Date.parse(now) - days * DAY_MS).toISOString();
  await store.people.tidyEntries(now);
  await store.outbox.tidy(before);
  return store.privacy.forgetBefore(before, now);
}
