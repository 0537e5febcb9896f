import { z } from 'zod';
import type { Example } from '../../core/model/example';
import { METHODS } from '../../core/model/method';
import { CRITERIA, type CriterionId } from '../../core/model/scoring';
import { PREPARATION_QUESTIONS, REFLECTION_QUESTIONS } from '../../core/model/session';

const words = z.string().trim().min(1);

const example: z.ZodType<Example> = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'small letters, figures and hyphens only'),
    scenario: words,
    replies: z.array(words).min(1).readonly(),
    preparation: z.partialRecord(z.enum(PREPARATION_QUESTIONS), words).default({}),
    reflection: z.partialRecord(z.enum(REFLECTION_QUESTIONS), words).default({}),
    method: z.enum(METHODS),
    freeze: z.int().min(1),
    focus: z
      .array(z.enum(CRITERIA as readonly [CriterionId, ...CriterionId[]]))
      .readonly()
      .default([]),
  })
  .readonly();

/** scenarios/examples.yaml. */
export const examplesFile = z.array(example).readonly();

export type ExamplesFile = z.infer<typeof examplesFile>;

/** locales/<language>/examples.yaml. */
export const exampleTexts = z.record(
  z.string(),
  z.strictObject({ name: words, title: words, about: words, looks: z.array(words).min(1) }),
);

export type ExampleTextsFile = z.infer<typeof exampleTexts>;
