import { z } from 'zod';
import { condition } from './condition';

const words = z.string().trim().min(1);

/** locales/<language>/scenarios/<id>.yaml. */
export const scenarioTexts = z.strictObject({
  title: words,
  summary: words,
  persona: z.strictObject({ name: words, role: words }),
  briefing: z.strictObject({
    role: words,
    place: words,
    known: z.array(words).min(1),
    goal: words,
    contentNote: words.optional(),
  }),
  hints: z.array(z.strictObject({ when: condition.default({}), text: words })).min(1),
  topics: z.record(z.string(), z.strictObject({ label: words, words: z.array(words).default([]) })),
  disclosures: z.record(z.string(), z.strictObject({ told: words, key: words })),
  concerns: z.record(z.string(), z.strictObject({ label: words, missed: words, say: words.optional() })),
  matters: z
    .record(
      z.string(),
      z.strictObject({
        label: words,
        words: z.array(words).min(1),
        his: z.array(words).default([]),
        ifs: z.array(words).default([]),
      }),
    )
    .default({}),
  plans: z
    .strictObject({
      ahead: z.array(words).default([]),
      behind: z.array(words).default([]),
      chooses: z.array(words).default([]),
      back: z.array(words).default([]),
      asks: z.array(words).default([]),
      maybe: z.array(words).default([]),
      yes: z.array(words).default([]),
      no: z.array(words).default([]),
    })
    .default({ ahead: [], behind: [], chooses: [], back: [], asks: [], maybe: [], yes: [], no: [] }),
  endings: z.record(z.string(), z.strictObject({ title: words, story: words })),
  reasons: z.record(z.string(), words),
  lines: z.record(z.string(), z.array(words).min(1)),
});

export type ScenarioTextsFile = z.infer<typeof scenarioTexts>;
