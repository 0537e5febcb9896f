import type { Clock } from './ports';

/** How often a code may be tried wrongly: so many at once, and one more after every so many milliseconds. */
interface Allowance {
  readonly burst: number;
  readonly everyMs: number;
}

/** A room full of people behind one address may mistype; a machine that tries them all gets nowhere. */
const OF_ONE: Allowance = { burst: 20, everyMs: 30_000 };
const OF_ALL: Allowance = { burst: 100, everyMs: 5_000 };

/** Callers that are remembered at once; the longest unseen is forgotten first. */
const REMEMBERED = 10_000;

/**
 * Limits how often codes are guessed, for each caller and for all together. Counted in the memory of this process:
 * a restart begins anew, and each of several instances allows as much.
 */
export interface Guesses {
  /** Counts a try; answers the seconds to wait before one is allowed, 0 when this one is. */
  tryOne(caller: string): number;
  /** The try was right: it does not count. */
  wasRight(caller: string): void;
}

interface Left {
  readonly tries: number;
  readonly at: number;
}

export function createGuesses(clock: Clock): Guesses {
  const callers = new Map<string, Left>();
  let all: Left = { tries: OF_ALL.burst, at: 0 };
  const remember = (caller: string, left: Left) => {
    callers.delete(caller);
    callers.set(caller, left);
    if (callers.size > REMEMBERED) callers.delete(callers.keys().next().value as string);
  };
  return {
    tryOne(caller) {
      const now = Date.parse(clock.now());
      const own = refilled(callers.get(caller), OF_ONE, now);
      all = refilled(all, OF_ALL, now);
      const wait = Math.max(secondsUntilOne(own, OF_ONE), secondsUntilOne(all, OF_ALL));
      remember(caller, wait === 0 ? minusOne(own) : own);
      if (wait === 0) all = minusOne(all);
      return wait;
    },
    wasRight(caller) {
      const own = callers.get(caller);
      if (own) remember(caller, plusOne(own, OF_ONE));
      all = plusOne(all, OF_ALL);
    },
  };
}

function refilled(left: Left | undefined, { burst, everyMs }: Allowance, now: number): Left {
  if (!left) return { tries: burst, at: now };
  const gained = Math.max(0, now - left.at) / everyMs;
  return { tries: Math.min(burst, left.tries + gained), at: now };
}

function secondsUntilOne({ tries }: Left, { everyMs }: Allowance): number {
  return tries >= 1 ? 0 : Math.max(1, Math.ceil(((1 - tries) * everyMs) / 1_000));
}

function minusOne(left: Left): Left {
  return { ...left, tries: left.tries - 1 };
}

function plusOne(left: Left, { burst }: Allowance): Left {
  return { ...left, tries: Math.min(burst, left.tries + 1) };
}
