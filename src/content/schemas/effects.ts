import { z } from 'zod';
import { MOVES, type Move } from '../../core/model/moves';
import type { EffectTable } from '../../core/model/scenario';
import { condition } from './condition';

export const meters = z.strictObject({
  trust: z.number().min(-100).max(100),
  tension: z.number().min(-100).max(100),
  understood: z.number().min(-100).max(100),
});

export const effectRule = z.strictObject({
  id: z.string(),
  when: condition,
  change: meters,
  damped: z.boolean().default(true),
});

function perMove<T extends z.ZodType>(value: T) {
  return z.strictObject(Object.fromEntries(MOVES.map((move) => [move, value])) as Record<Move, T>);
}

const landing = z.strictObject({ builds: z.number(), neutral: z.number(), breaks: z.number() });

/** scenarios/moves.yaml. */
export const effectTable: z.ZodType<EffectTable> = z.strictObject({
  base: perMove(meters),
  special: z.array(effectRule),
  damping: z.array(z.number().min(0).max(1)).min(1),
  scale: z.strictObject({ closed: landing, guarded: landing, open: landing }),
  salience: perMove(z.number()),
});
