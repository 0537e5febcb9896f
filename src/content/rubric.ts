import { z } from 'zod';
import { matchesAny } from '../core/dialogue/selectors';
import type { MoveSelector } from '../core/model/condition';
import { CLIMATES, PHASES } from '../core/model/conversation';
import { MOVES, VALENCE, type Valence } from '../core/model/moves';
import {
  ATTENTION_POINTS,
  CRITERIA,
  CRITERIA_BY_DOMAIN,
  type CriterionId,
  DOMAINS,
  type Rubric,
} from '../core/model/scoring';
import { sureSelector } from './schemas/condition';
import { parseYaml } from './yaml';

const selectors = z.array(sureSelector).min(1).readonly();
const order = z.strictObject({ moves: selectors, min: z.int().min(1) }).readonly();

const indicator = z
  .strictObject({
    id: z.string().regex(/^[A-Z]\d-[a-z-]+$/),
    for: z.boolean(),
    moves: selectors,
    topics: z.array(z.string()).min(1).readonly().exactOptional(),
    phase: z.array(z.enum(PHASES)).min(1).readonly().exactOptional(),
    climate: z.array(z.enum(CLIMATES)).min(1).readonly().exactOptional(),
    after: order.exactOptional(),
    before: order.exactOptional(),
    needs: z
      .enum(['raises-concern', 'names-concern', 'no-apology', 'lets-pass', 'plain-words', 'jargon'])
      .exactOptional(),
    points: z.number().positive().multipleOf(0.25),
    praise: z.int().min(1).max(10).exactOptional(),
  })
  .superRefine((it, context) => {
    for (const message of smells(it)) context.addIssue({ code: 'custom', message: `${it.id}: ${message}` });
  })
  .readonly();

const criterion = z
  .strictObject({
    id: z.enum(CRITERIA),
    domain: z.enum(DOMAINS),
    indicators: z.array(indicator).min(3).max(10).readonly(),
    thresholds: z
      .strictObject({ developing: z.number().positive(), competent: z.number(), strong: z.number() })
      .refine(
        (t) => t.developing < t.competent && t.competent < t.strong,
        'each level needs more than the one below',
      )
      .readonly(),
    tip: z.strictObject({ id: z.string().min(1), source: z.string().min(1) }).readonly(),
    tipWhen: z.array(z.string()).min(1).readonly().exactOptional(),
    source: z.string().min(1),
  })
  .refine(
    (it) => (CRITERIA_BY_DOMAIN[it.domain] as readonly CriterionId[]).includes(it.id),
    'stands in another domain',
  )
  .refine(
    (it) => it.indicators.every(({ id }) => id.startsWith(`${it.id}-`)),
    'indicator ids begin with the criterion',
  )
  .refine(
    (it) => new Set(it.indicators.map(({ for: speaksFor }) => speaksFor)).size === 2,
    'needs indicators for and against',
  )
  .readonly();

/** The rubric as written in `rubric.yaml`; refuses whatever would break a promise of the scorecard. */
export const rubricSchema: z.ZodType<Rubric> = z
  .strictObject({
    version: z.int().positive(),
    attention: z
      .array(
        z
          .strictObject({
            point: z.literal(ATTENTION_POINTS),
            moves: selectors,
            topics: z.array(z.string()).min(1).readonly().exactOptional(),
          })
          .readonly(),
      )
      .refine(
        (rows) => ATTENTION_POINTS.every((point) => rows.some((row) => row.point === point)),
        'each attention point needs a row',
      )
      .readonly(),
    criteria: z
      .array(criterion)
      .refine(
        (all) => CRITERIA.every((id) => all.filter((it) => it.id === id).length === 1),
        'each criterion exactly once',
      )
      .refine(
        (all) => unique(all.flatMap((it) => it.indicators.map(({ id }) => id))),
        'indicator ids must differ',
      )
      .readonly(),
    enoughSentences: z.int().positive(),
    concernTurns: z.int().positive(),
    repaired: z.number().min(0).max(1),
    repairable: selectors.refine((moves) => !reaches(moves, 'builds'), 'only what breaks can be made good'),
    repairedBy: selectors.refine((moves) => !reaches(moves, 'breaks'), 'a breaking move cannot repair'),
  })
  .readonly();

/** Reads the text of a rubric file. Throws a ZodError that lists every fault with its path. */
export function readRubric(yaml: string): Rubric {
  return rubricSchema.parse(parseYaml(yaml));
}

/**
 * Combinations by which saying something better could cost points. "Better" is replacing a breaking sentence by a
 * building one: that adds building sentences to the history and takes breaking ones away.
 */
function smells(it: {
  readonly for: boolean;
  readonly moves: readonly MoveSelector[];
  readonly needs?: string | undefined;
  readonly after?: { readonly moves: readonly MoveSelector[] } | undefined;
  readonly before?: { readonly moves: readonly MoveSelector[] } | undefined;
}): readonly string[] {
  const found: string[] = [];
  const good: Valence = it.for ? 'builds' : 'breaks';
  const bad: Valence = it.for ? 'breaks' : 'builds';
  if (it.needs !== 'jargon' && reaches(it.moves, bad))
    found.push(`${side(it.for)} may not rest on a move that ${bad}`);
  if (it.after && reaches(it.after.moves, bad))
    found.push(`\`after\` of ${side(it.for)} may not count what ${bad}`);
  if (it.before && reaches(it.before.moves, good)) {
    if (it.for) found.push('`before` of what speaks for it may not count what builds');
    else found.push('`before` of what speaks against it may not count what breaks');
  }
  return found;
}

function side(speaksFor: boolean): string {
  return speaksFor ? 'what speaks for it' : 'what speaks against it';
}

function reaches(moves: readonly MoveSelector[], valence: Valence): boolean {
  return MOVES.some(
    (move) => VALENCE[move] === valence && matchesAny(moves, { kind: 'move', move, confidence: 1 }),
  );
}

function unique(values: readonly string[]): boolean {
  return new Set(values).size === values.length;
}
