import { z } from 'zod';
import { ENDINGS } from '../../core/model/conversation';
import { MOVES } from '../../core/model/moves';
import { FACTORS, HELP_LINES, type LineRule, SLOTS, type Slot } from '../../core/model/scenario';
import { condition, selectors, sureSelector } from './condition';
import { effectRule } from './effects';

const id = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'use small letters, digits and hyphens');
const percent = z.number().min(0).max(100);
const change = z.strictObject({
  trust: z.number().optional(),
  tension: z.number().optional(),
  understood: z.number().optional(),
});
const limit = z.strictObject({ trust: percent, tension: percent });

const line = z.strictObject({
  id: z.string().min(1),
  when: condition.default({}),
  weight: z.number().positive().default(1),
  cooldown: z.number().int().min(0).default(0),
  opens: z.string().optional(),
  ending: z.enum(ENDINGS).optional(),
  alone: z.boolean().default(false),
  joins: z.boolean().default(false),
  dodges: z.boolean().default(false),
  broad: z.boolean().default(false),
  leads: z.array(z.string()).default([]),
  settles: z.array(z.string()).optional(),
});

/** scenarios/<id>/scenario.yaml. */
export const scenarioFile = z.strictObject({
  id,
  language: z.string().length(2),
  minutes: z.number().int().positive(),
  heavy: z.boolean(),
  helpLines: z.array(z.enum(HELP_LINES)),
  factors: z.array(z.enum(FACTORS)).min(2, 'a person is more than one factor'),
  sources: z.array(z.string()),
  names: z.array(z.string()),
  start: z.strictObject({ trust: percent, tension: percent, understood: percent }),
  climate: z.strictObject({ open: limit, closed: limit, hysteresis: z.number().min(0).max(20) }),
  maxTurns: z.number().int().min(4).max(200),
  phases: z.strictObject({ exploring: condition, bridging: condition, agreeing: condition }),
  effects: z.strictObject({ special: z.array(effectRule) }).default({ special: [] }),
  topics: z.array(z.string()).min(1),
  disclosures: z.array(
    z.strictObject({
      id,
      topics: z.array(z.string()).default([]),
      when: condition.default({}),
      after: z.array(z.string()).default([]),
      change: change.default({}),
    }),
  ),
  concerns: z.array(
    z.strictObject({
      id,
      topics: z.array(z.string()).min(1),
      moves: z.array(sureSelector).min(1),
      named: z.array(z.string()).default([]),
      unless: z.array(z.string()).default([]),
      softly: z.array(z.string()).default([]),
    }),
  ),
  literally: z
    .array(
      z
        .strictObject({
          topics: z.array(z.string()).min(1),
          unless: z.array(z.string()).default([]),
          over: selectors.default(['unsure']),
          move: z.enum(MOVES),
          asked: z.enum(MOVES).optional(),
        })
        .transform(({ asked, ...rest }) => ({ ...rest, asked: asked ?? rest.move })),
    )
    .default([]),
  things: z
    .array(
      z.strictObject({
        id,
        topics: z.array(z.string()).min(1),
        lines: z.array(z.string()).default([]),
        means: z.record(z.string(), z.string()).default({}),
      }),
    )
    .default([]),
  matters: z
    .array(
      z.strictObject({
        id,
        vital: z.boolean().default(false),
        optional: z.boolean().default(false),
        told: z.boolean().default(false),
        disclosed: z.array(z.string()).default([]),
        sooner: z.boolean().default(false),
        within: z.array(z.string()).default([]),
      }),
    )
    .default([]),
  endings: z
    .array(
      z.strictObject({
        ending: z.enum(ENDINGS),
        at: z.enum(['turn', 'stop']),
        reason: z.string(),
        when: condition.default({}),
      }),
    )
    .min(1),
  lines: z.strictObject(
    Object.fromEntries(SLOTS.map((slot) => [slot, z.array(line).default([])])) as Record<
      Slot,
      z.ZodDefault<z.ZodArray<typeof line>>
    >,
  ),
});

export type ScenarioFile = z.infer<typeof scenarioFile>;

/** Lines in the order of the file, each with its slot. */
export function flattenLines(file: ScenarioFile): readonly LineRule[] {
  return SLOTS.flatMap((slot) =>
    file.lines[slot].map(
      ({ opens, ending, settles, ...rest }): LineRule => ({
        ...rest,
        slot,
        ...(settles ? { settles } : {}),
        ...(opens ? { opens } : {}),
        ...(ending ? { ending } : {}),
      }),
    ),
  );
}
