/** Milliseconds of the middle run, and of the slowest of twenty. */
export interface Spread {
  readonly median: number;
  readonly p95: number;
}

export function spread(durations: readonly number[]): Spread {
  const sorted = [...durations].sort((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { median: at(0.5), p95: at(0.95) };
}

/** Times a piece of work, after a warm-up that is not counted. */
export async function time(
  runs: number,
  warmUp: number,
  work: (run: number) => unknown,
): Promise<readonly number[]> {
  const durations: number[] = [];
  for (let run = -warmUp; run < runs; run++) {
    const before = performance.now();
    await work(run);
    if (run >= 0) durations.push(performance.now() - before);
  }
  return durations;
}

/** One measured figure against its bar. */
export function line(
  name: string,
  value: number,
  unit: string,
  bar?: { readonly most?: number; readonly least?: number },
): string {
  const shown = value >= 100 ? value.toFixed(0) : value.toFixed(3);
  const limit =
    bar?.most !== undefined ? `at most ${bar.most}` : bar?.least !== undefined ? `at least ${bar.least}` : '';
  const ok =
    (bar?.most === undefined || value <= bar.most) && (bar?.least === undefined || value >= bar.least);
  return `${limit ? (ok ? 'ok  ' : 'MISS') : '    '} ${name}: ${shown} ${unit}${limit ? ` (${limit})` : ''}`;
}
