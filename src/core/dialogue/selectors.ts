import type { MoveSelector } from '../model/condition';
import {
  FAMILIES,
  FAMILY_NAMES,
  FAMILY_VALENCE,
  type Family,
  familyOf,
  MOVES,
  type Move,
  VALENCE,
  type Valence,
} from '../model/moves';
import type { Reading } from '../model/understanding';

/**
 * Whether a reading belongs to what a selector names. A reading of which only the family is sure matches
 * `family:…` and `any:…`, never a single move: evidence and reactions count only at the level that is sure.
 */
export function matchesMove(selector: MoveSelector, reading: Reading): boolean {
  switch (reading.kind) {
    case 'unsure':
      return selector === 'unsure';
    case 'move':
      return OF_MOVE.get(reading.move)?.has(selector) ?? false;
    case 'family':
      return OF_FAMILY.get(reading.family)?.has(selector) ?? false;
  }
}

const OF_MOVE: ReadonlyMap<Move, ReadonlySet<MoveSelector>> = new Map(
  MOVES.map((move) => {
    const family = familyOf(move);
    return [
      move,
      new Set<MoveSelector>([move, `any:${VALENCE[move]}`, ...(family ? [`family:${family}` as const] : [])]),
    ];
  }),
);

const OF_FAMILY: ReadonlyMap<Family, ReadonlySet<MoveSelector>> = new Map(
  FAMILY_NAMES.map((family) => [
    family,
    new Set<MoveSelector>([`family:${family}`, `any:${FAMILY_VALENCE[family]}`]),
  ]),
);

export function matchesAny(selectors: readonly MoveSelector[], reading: Reading): boolean {
  return selectors.some((selector) => matchesMove(selector, reading));
}

/** The name under which a reading is counted: its move, `family:…`, or `unsure`. */
export function readingKey(reading: Reading): Move | `family:${Family}` | 'unsure' {
  switch (reading.kind) {
    case 'move':
      return reading.move;
    case 'family':
      return `family:${reading.family}`;
    case 'unsure':
      return 'unsure';
  }
}

export function valenceOf(reading: Reading): Valence {
  switch (reading.kind) {
    case 'move':
      return VALENCE[reading.move];
    case 'family':
      return FAMILY_VALENCE[reading.family];
    case 'unsure':
      return 'neutral';
  }
}

/** The moves a reading may be: one, those of a family, or none. */
export function movesOf(reading: Reading): readonly Move[] {
  switch (reading.kind) {
    case 'move':
      return [reading.move];
    case 'family':
      return FAMILIES[reading.family];
    case 'unsure':
      return [];
  }
}
