import { z } from 'zod';
import { ASKS, type Condition, type MoveSelector } from '../../core/model/condition';
import { CLIMATES, PHASES } from '../../core/model/conversation';
import { FAMILY_NAMES, MOVES } from '../../core/model/moves';
import { withoutUndefined } from './withoutUndefined';

/** Everything a selector may be. */
export const SELECTORS: readonly MoveSelector[] = [
  ...MOVES,
  ...FAMILY_NAMES.map((family) => `family:${family}` as const),
  'any:builds',
  'any:neutral',
  'any:breaks',
  'unsure',
];

export const selector = oneOf(SELECTORS);

/** A selector out of these. */
function oneOf(allowed: readonly MoveSelector[]) {
  const known = new Set<unknown>(allowed);
  return z.custom<MoveSelector>((value) => known.has(value), {
    error: (issue) => `${JSON.stringify(issue.input)} is no move, family:… or any:…`,
  });
}

/** A selector of what was read for sure: no mark and no safety matter rests on less. */
export const sureSelector = oneOf(SELECTORS.filter((name) => name !== 'unsure'));

export const selectors = z.array(selector).min(1);

export const range = z
  .strictObject({ min: z.number().optional(), max: z.number().optional() })
  .refine((value) => value.min !== undefined || value.max !== undefined, 'give min, max or both')
  .transform(withoutUndefined);

const ids = z.array(z.string()).min(1);

export const condition: z.ZodType<Condition> = z
  .strictObject({
    moves: selectors.optional(),
    topics: ids.optional(),
    asks: z.array(z.enum(ASKS)).min(1).optional(),
    climate: z.array(z.enum(CLIMATES)).min(1).optional(),
    phase: z.array(z.enum(PHASES)).min(1).optional(),
    meters: z
      .strictObject({ trust: range.optional(), tension: range.optional(), understood: range.optional() })
      .transform(withoutUndefined)
      .optional(),
    disclosed: ids.optional(),
    hidden: ids.optional(),
    disclosures: range.optional(),
    raised: ids.optional(),
    unraised: ids.optional(),
    concerns: range.optional(),
    turn: range.optional(),
    count: z
      .array(
        z
          .strictObject({ moves: selectors, min: z.number().optional(), max: z.number().optional() })
          .transform(withoutUndefined),
      )
      .min(1)
      .optional(),
    streak: z.strictObject({ moves: selectors, min: z.number().int().min(2).max(8) }).optional(),
    previous: selectors.optional(),
    asked: range.optional(),
    repeated: range.optional(),
    said: ids.optional(),
    unsaid: ids.optional(),
    follows: ids.optional(),
    choice: z.boolean().optional(),
    settled: ids.optional(),
    silent: range.optional(),
    puzzled: range.optional(),
  })
  .transform(withoutUndefined);
