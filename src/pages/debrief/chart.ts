import type { MeterLine } from '../../core/model/debrief';

/** Sizes in SVG units; drawn at about their real size on a telephone. */
export const CHART = { width: 360, height: 230, left: 28, right: 96, top: 10, bottom: 34 } as const;

const LABEL_GAP = 15;

export interface Point {
  readonly x: number;
  readonly y: number;
}

export function pointAt(index: number, count: number, value: number): Point {
  const wide = CHART.width - CHART.left - CHART.right;
  const step = count > 1 ? wide / (count - 1) : 0;
  return { x: round(CHART.left + index * step), y: yOf(value) };
}

export function yOf(value: number): number {
  const high = CHART.height - CHART.top - CHART.bottom;
  return round(CHART.top + high * (1 - value / 100));
}

export function path(line: MeterLine): string {
  return line.values
    .map((value, i) => pointAt(i, line.values.length, value))
    .map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${x} ${y}`)
    .join(' ');
}

/** Heights for the names at the ends of the lines, moved apart so that none covers another. */
export function labelHeights(lines: readonly MeterLine[]): readonly number[] {
  const order = lines
    .map((line, index) => ({ index, y: yOf(line.values.at(-1) ?? 0) }))
    .sort((a, b) => a.y - b.y || a.index - b.index);
  const lowest = CHART.height - CHART.bottom;
  const placed: number[] = [];
  for (const { y } of order)
    placed.push(Math.max(y, (placed.at(-1) ?? Number.NEGATIVE_INFINITY) + LABEL_GAP));
  const excess = Math.max(0, (placed.at(-1) ?? 0) - lowest);
  return lines.map((_, index) => (placed[order.findIndex((o) => o.index === index)] ?? 0) - excess);
}

/** Turn numbers worth writing below the line: all of a short talk, some of a long one. */
export function ticks(count: number): readonly number[] {
  const step = Math.max(1, Math.ceil((count - 1) / 10));
  return Array.from({ length: count }, (_, i) => i).filter((i) => i > 0 && i % step === 0);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
