import type { Ask } from '../model/condition';
import {
  CHOICE,
  ELLIPSES,
  FURTHER_QUESTION,
  IS_IT_SO,
  LEAVE,
  PROPOSES,
  QUESTION_WORDS,
  TAG,
} from './dutch/questions';

/** What a sentence asks for, by its form alone. */
export interface Asking {
  readonly ask: Ask;
  /** It has a question mark, or lays something before the other in so many words. */
  readonly marked: boolean;
  /** It only asks whether what was said before is all right: "Akkoord?" */
  readonly tag: boolean;
}

/**
 * Reads from its form whether a sentence asks something, and what: a person, a place, a reason, a yes or no, an
 * agreement. It leans on word order and question words, not on what was learnt from examples, so that a question is
 * known for one also when the move is not sure.
 */
export function askingOf(text: string): Asking | null {
  const plain = text.toLowerCase().replace(/[’‘`]/g, "'").replace(/\s+/g, ' ').trim();
  const mark = plain.includes('?');
  if (TAG.test(plain) && (mark || plain.length > 7)) return { ask: 'proposal', marked: true, tag: true };
  const { WH, WHETHER, PLAIN_WH, PLAIN_WHETHER, EXCLAIMS } = QUESTION_WORDS;
  const asksFirst = Math.min(...WH.map(([, form]) => placeOf(form, plain)));
  if (Math.min(...PROPOSES.map((form) => placeOf(form, plain))) < asksFirst)
    return { ask: 'proposal', marked: true, tag: false };
  if (!mark && ELLIPSES.some((form) => form.test(plain))) return ellipsis(plain);
  if (!mark && (EXCLAIMS.test(plain) || !(PLAIN_WH.test(plain) || PLAIN_WHETHER.test(plain)))) return null;
  const word = WH.find(([, form]) => form.test(plain));
  if (word) return { ask: word[0], marked: mark, tag: false };
  if (WHETHER.test(plain) || !mark) return { ask: 'whether', marked: mark, tag: false };
  return { ask: 'check', marked: mark, tag: false };
}

/** How many things a sentence asks at once; a tag ("akkoord?") asks nothing of its own. */
export function questionsIn(text: string): number {
  const plain = text.toLowerCase().replace(/\s+/g, ' ').trim();
  if (!plain.endsWith('?') || TAG.test(plain)) return 0;
  return 1 + (plain.match(FURTHER_QUESTION)?.length ?? 0);
}

/** Whether a sentence lays two things before the other to choose from: a yes does not answer it. */
export function offersChoice(text: string): boolean {
  return CHOICE.test(text.toLowerCase().replace(/\s+/g, ' ').trim());
}

/** "Of zullen we dat samen doen?": the second of two things, of which the sentence before named the first. */
export function isSecondChoice(text: string): boolean {
  return /^of\b/iu.test(text.trim()) && offersChoice(text);
}

/** "Klopt dat?": asks whether the sentence before it is true. */
export function asksIfTrue(text: string): boolean {
  return IS_IT_SO.test(text.toLowerCase().trim());
}

/** "Mag ik iets moeilijks vragen?": only asks leave for what comes next. */
export function asksLeave(text: string): boolean {
  return LEAVE.test(text.toLowerCase().replace(/\s+/g, ' ').trim());
}

/** "Thuis ja maar waarom", "en toen": a few words that ask on. */
function ellipsis(plain: string): Asking {
  const word = QUESTION_WORDS.BARE.find(([, form]) => form.test(plain));
  return { ask: word?.[0] ?? 'check', marked: false, tag: false };
}

/** Where a form begins in a sentence; past its end when it is not there. */
function placeOf(form: RegExp, text: string): number {
  const found = form.exec(text);
  return found ? found.index : Number.POSITIVE_INFINITY;
}
