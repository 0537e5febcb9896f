import { matchesMove, readingKey } from '../dialogue/selectors';
import type { MoveSelector } from '../model/condition';
import type { Reading } from '../model/understanding';

/** What was said before, counted by kind of reading: its size does not grow with the talk. */
export class History {
  private readonly seen = new Map<string, { readonly reading: Reading; times: number }>();

  add(reading: Reading): void {
    const entry = this.seen.get(readingKey(reading));
    if (entry) entry.times += 1;
    else this.seen.set(readingKey(reading), { reading, times: 1 });
  }

  count(selectors: readonly MoveSelector[]): number {
    let total = 0;
    for (const { reading, times } of this.seen.values()) {
      if (selectors.some((selector) => matchesMove(selector, reading))) total += times;
    }
    return total;
  }
}
