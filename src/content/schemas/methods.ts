import { z } from 'zod';
import {
  METHODS,
  type MethodId,
  type MethodStep,
  NOTE_KINDS,
  REVIEW_ROLES,
  TALK_SIGHTS,
} from '../../core/model/method';

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'small letters, figures and hyphens only');
const roles = z.array(z.enum(REVIEW_ROLES)).readonly();

const step: z.ZodType<MethodStep> = z
  .strictObject({
    id: id.refine((name) => !NOT_A_STEP.has(name), 'this name is taken by the words of the method itself'),
    minutes: z.int().min(1),
    /** Nobody while all think, read or write by themselves. */
    speaks: roles,
    talk: z.enum(TALK_SIGHTS),
    preparation: z.boolean().default(false),
    moves: z.boolean().default(false),
    notes: z.array(z.enum(NOTE_KINDS)).readonly().default([]),
    writes: roles.default([]),
    release: z
      .union([z.literal('at-once'), z.literal('private'), z.strictObject({ step: id }).readonly()])
      .default('at-once'),
    anonymous: z.boolean().default(false),
    whatIf: z.boolean().default(false),
    card: z.enum(['hidden', 'blind', 'shown']).default('hidden'),
    outcome: z.boolean().default(false),
  })
  .readonly();

const method = z
  .strictObject({
    source: z.string().min(1),
    people: z.strictObject({ from: z.int().min(2), to: z.int().min(2) }).readonly(),
    freezes: z.boolean().default(false),
    steps: z.array(step).min(1).readonly(),
  })
  .readonly();

/** scenarios/methods.yaml. */
export const methodsFile = z.strictObject(perMethod(method));

export type MethodsFile = z.infer<typeof methodsFile>;

const words = z.string().trim().min(1);
const named = z.strictObject({ name: words, about: words });
const stepText = z.strictObject({
  title: words,
  instruction: words,
  /** In place of it, at a step that lays the card open, where the talk has none. */
  withoutCard: words.optional(),
  prompts: z.array(words).min(1),
  tip: words,
});
const ownWords = { name: words, what: words, when: words };

/** Stand beside the steps in the words of a method. */
const NOT_A_STEP: ReadonlySet<string> = new Set(Object.keys(ownWords));

const methodText = z.object(ownWords).catchall(stepText);

/** locales/<language>/methods.yaml. */
export const methodTexts = z.strictObject({
  roles: z.strictObject({ bringer: named, facilitator: named, team: named }),
  noteKinds: z.strictObject({ question: named, observation: named, compliment: named, alternative: named }),
  ...perMethod(methodText),
});

export type MethodTextsFile = z.infer<typeof methodTexts>;

/** The steps that have words. */
export function stepsWithWords(texts: MethodTextsFile, of: MethodId): readonly string[] {
  return Object.keys(texts[of]).filter((key) => !NOT_A_STEP.has(key));
}

function perMethod<T extends z.ZodType>(shape: T) {
  return Object.fromEntries(METHODS.map((name) => [name, shape])) as Record<MethodId, T>;
}
