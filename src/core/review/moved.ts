import type { Span } from '../model/understanding';

/** A piece of a text that was replaced: from where to where, and where what came for it stands. */
export interface Replaced {
  readonly from: Span;
  readonly to: Span;
}

/** A text of which pieces were replaced, in order. */
export interface MovedText {
  readonly text: string;
  readonly pieces: readonly Replaced[];
}

/** Replaces pieces of a text; they are in order and do not overlap. */
export function replacePieces(
  text: string,
  pieces: readonly { readonly span: Span; readonly by: string }[],
): MovedText {
  let out = '';
  let last = 0;
  const replaced: Replaced[] = [];
  for (const { span, by } of pieces) {
    out += text.slice(last, span.start);
    replaced.push({ from: span, to: { start: out.length, end: out.length + by.length } });
    out += by;
    last = span.end;
  }
  return { text: out + text.slice(last), pieces: replaced };
}

/** Where a span of the old text stands in the new one. What was replaced in part is in it as a whole. */
export function mapSpan({ pieces }: MovedText, { start, end }: Span): Span {
  const from = mapPlace(pieces, start, 'start');
  return { start: from, end: Math.max(from, mapPlace(pieces, end, 'end')) };
}

function mapPlace(pieces: readonly Replaced[], place: number, side: 'start' | 'end'): number {
  const before = lastBefore(pieces, place);
  if (before === null) return place;
  const { from, to } = before;
  if (place >= from.end) return place - from.end + to.end;
  if (place === from.start) return to.start;
  return side === 'start' ? to.start : to.end;
}

/** The last piece that begins at or before a place. */
function lastBefore(pieces: readonly Replaced[], place: number): Replaced | null {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle]?.from.start ?? Number.POSITIVE_INFINITY) <= place) low = middle + 1;
    else high = middle;
  }
  return pieces[low - 1] ?? null;
}
