import { matchesAny } from '../../core/dialogue/selectors';
import type { Condition, MoveSelector, Range } from '../../core/model/condition';
import { METERS } from '../../core/model/conversation';
import { FAMILY_NAMES, MOVES } from '../../core/model/moves';
import type { Reading } from '../../core/model/understanding';

const READINGS: readonly Reading[] = [
  ...MOVES.map((move): Reading => ({ kind: 'move', move, confidence: 1 })),
  ...FAMILY_NAMES.map((family): Reading => ({ kind: 'family', family, confidence: 1 })),
  { kind: 'unsure' },
];

/** Whether `wide` holds whenever `narrow` does, as far as can be read off; rather false than wrong. */
export function isWider(wide: Condition, narrow: Condition): boolean {
  return (
    covers(wide.moves, narrow.moves) &&
    covers(wide.previous, narrow.previous) &&
    among(wide.topics, narrow.topics) &&
    among(wide.asks, narrow.asks) &&
    among(wide.climate, narrow.climate) &&
    among(wide.phase, narrow.phase) &&
    METERS.every((meter) => around(wide.meters?.[meter], narrow.meters?.[meter])) &&
    among(narrow.disclosed ?? [], wide.disclosed ?? []) &&
    among(narrow.hidden ?? [], wide.hidden ?? []) &&
    among(narrow.raised ?? [], wide.raised ?? []) &&
    among(narrow.unraised ?? [], wide.unraised ?? []) &&
    among(narrow.said ?? [], wide.said ?? []) &&
    among(narrow.unsaid ?? [], wide.unsaid ?? []) &&
    among(wide.follows, narrow.follows) &&
    among(narrow.settled ?? [], wide.settled ?? []) &&
    (wide.choice === undefined || wide.choice === narrow.choice) &&
    around(wide.repeated, narrow.repeated) &&
    around(wide.disclosures, narrow.disclosures) &&
    around(wide.concerns, narrow.concerns) &&
    around(wide.turn, narrow.turn) &&
    around(wide.silent, narrow.silent) &&
    around(wide.puzzled, narrow.puzzled) &&
    (!wide.asked || (same(wide.topics, narrow.topics) && around(wide.asked, narrow.asked))) &&
    (!wide.count || same(wide.count, narrow.count)) &&
    (!wide.streak || same(wide.streak, narrow.streak))
  );
}

function covers(
  wide: readonly MoveSelector[] | undefined,
  narrow: readonly MoveSelector[] | undefined,
): boolean {
  if (!wide) return true;
  if (!narrow) return false;
  return READINGS.every((reading) => !matchesAny(narrow, reading) || matchesAny(wide, reading));
}

function among(wide: readonly string[] | undefined, narrow: readonly string[] | undefined): boolean {
  return !wide || (narrow?.every((item) => wide.includes(item)) ?? false);
}

function around(wide: Range | undefined, narrow: Range | undefined): boolean {
  if (!wide) return true;
  if (!narrow) return false;
  return (
    (narrow.min ?? -Infinity) >= (wide.min ?? -Infinity) && (narrow.max ?? Infinity) <= (wide.max ?? Infinity)
  );
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
