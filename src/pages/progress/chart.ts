import { LEVELS, type MarkLevel } from '../../core/model/scoring';

/** Sizes in SVG units; drawn at about their real size on a telephone. */
export const SMALL = { width: 320, height: 76, left: 8, right: 8, top: 8, bottom: 8 } as const;

const HIGHEST = LEVELS.length - 1;
const LOWEST = 1;

/** Where the level of a talk is drawn; the talks stand at even distances. */
export function spotOf(
  level: MarkLevel,
  index: number,
  count: number,
): { readonly x: number; readonly y: number } {
  const wide = SMALL.width - SMALL.left - SMALL.right - 8;
  const high = SMALL.height - SMALL.top - SMALL.bottom;
  const step = count > 1 ? wide / (count - 1) : 0;
  const rank = Math.max(LOWEST, LEVELS.indexOf(level));
  return {
    x: round(SMALL.left + 4 + index * step),
    y: round(SMALL.top + high * (1 - (rank - LOWEST) / (HIGHEST - LOWEST))),
  };
}

/** The pieces of a line; where something was not seen it is broken. */
export function segmentsOf(levels: readonly MarkLevel[]): readonly string[] {
  const pieces: string[] = [];
  let piece: string[] = [];
  for (const [index, level] of [...levels, 'not-seen' as const].entries()) {
    if (level !== 'not-seen') {
      const { x, y } = spotOf(level, index, levels.length);
      piece.push(`${piece.length === 0 ? 'M' : 'L'}${x} ${y}`);
      continue;
    }
    if (piece.length > 1) pieces.push(piece.join(' '));
    piece = [];
  }
  return pieces;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
