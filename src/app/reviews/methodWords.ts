import type { MethodId, NoteKind, ReviewRole } from '../../core/model/method';
import type { Texts } from '../../core/model/texts';

/** What a team is told about a method before it chooses one. */
export interface MethodWords {
  readonly name: string;
  /** What it is, in a sentence. */
  readonly what: string;
  /** When it suits. */
  readonly when: string;
}

/** What a team reads at a step. */
export interface StepWords {
  readonly title: string;
  readonly instruction: string;
  /** Questions to get going. */
  readonly prompts: readonly string[];
  /** For whoever leads. */
  readonly tip: string;
}

/** A role or a kind of note. */
export interface NamedWords {
  readonly name: string;
  readonly about: string;
}

export function methodWords(texts: Texts, method: MethodId): MethodWords {
  const word = (part: keyof MethodWords) => texts(`methods.${method}.${part}`);
  return { name: word('name'), what: word('what'), when: word('when') };
}

export function stepWords(texts: Texts, method: MethodId, step: string): StepWords {
  const word = (part: keyof StepWords) => texts(`methods.${method}.${step}.${part}`);
  return {
    title: word('title'),
    instruction: word('instruction'),
    prompts: word('prompts').split('\n'),
    tip: word('tip'),
  };
}

export function roleWords(texts: Texts, role: ReviewRole): NamedWords {
  return { name: texts(`methods.roles.${role}.name`), about: texts(`methods.roles.${role}.about`) };
}

export function noteKindWords(texts: Texts, kind: NoteKind): NamedWords {
  return { name: texts(`methods.noteKinds.${kind}.name`), about: texts(`methods.noteKinds.${kind}.about`) };
}
