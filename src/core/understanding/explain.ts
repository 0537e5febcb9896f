import { MOVES } from '../model/moves';
import type { Span } from '../model/understanding';
import type { Folded } from './fold';
import type { Scorer } from './scorer';

const MOST = 3;
/** A token is named when it carries at least this part of what the strongest carries. */
const PART = 0.45;

/**
 * The words that spoke most for the chosen move, strongest first: each token gets what its features add to that
 * move above their mean over all moves. Neighbouring strong tokens become one span.
 */
export function explain(
  { found, part: { weights, steps } }: Scorer,
  move: number,
  folded: Folded,
): readonly Span[] {
  const carried = new Float64Array(folded.tokens);
  for (let at = 0; at < found.used; at += 1) {
    const token = found.tokens[at] as number;
    if (token >= folded.tokens) continue;
    const base = (found.columns[at] as number) * steps.length;
    const weightOf = (outcome: number) => (weights[base + outcome] as number) * (steps[outcome] as number);
    let sum = 0;
    for (let other = 0; other < MOVES.length; other += 1) sum += weightOf(other);
    const above = weightOf(move) - sum / MOVES.length;
    carried[token] = (carried[token] as number) + above * (found.values[at] as number);
  }
  const highest = carried.reduce((most, weight) => Math.max(most, weight), 0);
  return highest > 0 ? spansAbove(carried, highest * PART, folded) : [];
}

interface Part {
  readonly start: number;
  end: number;
  weight: number;
}

function spansAbove(carried: Float64Array, least: number, folded: Folded): readonly Span[] {
  const parts: Part[] = [];
  let open: Part | null = null;
  for (let token = 0; token < carried.length; token += 1) {
    const weight = carried[token] as number;
    if (weight < least) {
      open = null;
      continue;
    }
    const end = folded.ends[token] as number;
    if (open) {
      open.end = end;
      open.weight += weight;
    } else {
      open = { start: folded.starts[token] as number, end, weight };
      parts.push(open);
    }
  }
  return parts
    .sort((left, right) => right.weight - left.weight || left.start - right.start)
    .slice(0, MOST)
    .map(({ start, end }) => ({ start, end }));
}
