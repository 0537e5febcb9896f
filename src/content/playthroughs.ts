import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ENDINGS } from '../core/model/conversation';
import { CRITERIA, type CriterionId, LEVELS } from '../core/model/scoring';
import { parseYaml } from './yaml';

const levels = z.array(z.enum(LEVELS)).min(1);

const oneOrMore = z.union([z.string(), z.array(z.string()).min(2)]);

const playthrough = z.strictObject({
  /** What kind of professional speaks, in a sentence. */
  who: z.string().min(1),
  replies: z.array(z.string()).min(1),
  expect: z.strictObject({
    /** Null when the talk is still going on after the last reply. */
    ending: z.enum(ENDINGS).nullable(),
    /** Told by the end, among others. */
    disclosed: z.array(z.string()).default([]),
    /** Never told in this talk. */
    untold: z.array(z.string()).default([]),
    missedConcerns: z.array(z.string()).default([]),
    /** Levels that are right for a criterion. */
    levels: z.partialRecord(z.enum(CRITERIA as readonly [CriterionId, ...CriterionId[]]), levels).default({}),
    /** Moves that must be read in a turn, among others. */
    moves: z.array(z.strictObject({ turn: z.number().int().positive(), move: z.string() })).default([]),
    /**
     * Lines that the persona must say in answer to a reply, among others. Of a list one must be said: all of them fit,
     * and which one it is hangs on whether he told something a turn earlier or later.
     */
    says: z.array(z.strictObject({ turn: z.number().int().positive(), line: oneOrMore })).default([]),
    /** Matters that the debrief lists as agreed, among others. */
    agreed: z.array(z.string()).default([]),
    /** Matters that the debrief must not list as agreed: nobody was asked about them, or nobody said yes. */
    notAgreed: z.array(z.string()).default([]),
    /** All sentences that the debrief calls unsafe; absent where that does not matter. */
    unsafe: z.array(z.string()).optional(),
  }),
});

/** A conversation written out beside its scenario, with what must come of it. */
export type Playthrough = z.infer<typeof playthrough> & { readonly id: string };

/** The playthroughs of a scenario, by name of file. */
export function loadPlaythroughs(root: string, scenario: string): readonly Playthrough[] {
  const folder = join(root, 'scenarios', scenario, 'playthroughs');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => ({
      id: name.slice(0, -'.yaml'.length),
      ...readPlaythrough(readFileSync(join(folder, name), 'utf8'), name),
    }));
}

/** Reads one playthrough. Throws a readable error that names the file. */
export function readPlaythrough(text: string, name: string): z.infer<typeof playthrough> {
  const parsed = playthrough.safeParse(parseYaml(text));
  if (!parsed.success) throw new Error(`${name}: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
