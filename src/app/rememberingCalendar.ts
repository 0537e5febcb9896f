import type { Calendar } from './ports';

/** The same calendar, which works everything out once: for work that asks the same for many people. */
export function remembering(calendar: Calendar): Calendar {
  const at = recalling(calendar.at);
  const there = recalling(calendar.there);
  const plusDays = recalling(calendar.plusDays);
  const knows = recalling(calendar.knows);
  const isDay = recalling(calendar.isDay);
  return { at, there, plusDays, knows, isDay };
}

function recalling<Given extends readonly (string | number)[], Result>(
  work: (...given: Given) => Result,
): (...given: Given) => Result {
  const known = new Map<string, Result>();
  return (...given) => {
    const key = given.join(' ');
    const before = known.get(key);
    if (before !== undefined) return before;
    const result = work(...given);
    known.set(key, result);
    return result;
  };
}
