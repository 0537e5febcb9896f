import type { MethodId, NoteKind, ReviewRole } from '../../core/model/method';
import type { Texts } from '../../core/model/texts';
import { cardShown } from '../../core/review/visible';
import type { Room } from './readRoom';

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

/** The same in a room: where there is no card to lay open, nothing says that it opens. */
export function stepWordsIn(texts: Texts, { method, talk, moment }: StepRoom, step: string): StepWords {
  const words = stepWords(texts, method.id, step);
  if (talk.card !== null || !cardShown(moment)) return words;
  const key = `methods.${method.id}.${step}.withoutCard`;
  const instruction = texts(key);
  return instruction === key ? words : { ...words, instruction };
}

type StepRoom = Pick<Room, 'method' | 'talk' | 'moment'>;

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
