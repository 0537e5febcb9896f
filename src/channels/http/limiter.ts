/** How often something may be done: bursts up to `burst`, `perSecond` in the long run. */
export interface Rate {
  readonly perSecond: number;
  readonly burst: number;
}

interface Bucket {
  left: number;
  at: number;
}

/** Callers that are remembered at once; the longest unseen is forgotten first, which only ever favours it. */
const REMEMBERED = 10_000;

/** A token bucket for each caller. Answers the seconds to wait, 0 when it is allowed. `now` is in milliseconds. */
export function createLimiter(rate: Rate, now: () => number = Date.now): (caller: string) => number {
  const buckets = new Map<string, Bucket>();
  return (caller) => {
    const at = now();
    const bucket = buckets.get(caller) ?? { left: rate.burst, at };
    const left = Math.min(rate.burst, bucket.left + (Math.max(0, at - bucket.at) / 1000) * rate.perSecond);
    buckets.delete(caller);
    buckets.set(caller, { left: left >= 1 ? left - 1 : left, at });
    if (buckets.size > REMEMBERED) buckets.delete(buckets.keys().next().value as string);
    return left >= 1 ? 0 : Math.max(1, Math.ceil((1 - left) / rate.perSecond));
  };
}
