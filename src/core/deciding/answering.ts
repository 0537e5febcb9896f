import type { Answers } from '../model/session';

/** A longer answer than this is cut; nobody prepares in a novel. */
const MAX_ANSWER = 4000;

/** The first question without an answer. */
export function openQuestion<Question extends string>(
  questions: readonly Question[],
  given: Answers<Question>,
): Question | null {
  return questions.find((question) => given[question] === undefined) ?? null;
}

/** One more answer; '' marks a question that was skipped. */
export function withAnswer<Question extends string>(
  given: Answers<Question>,
  question: Question,
  text: string,
): Answers<Question> {
  const all: Partial<Record<Question, string>> = { ...given };
  all[question] = text.trim().slice(0, MAX_ANSWER);
  return all;
}

/** The answers of a form; empty fields leave what was given before. */
export function withForm<Question extends string>(
  questions: readonly Question[],
  given: Answers<Question>,
  field: (question: Question) => string | null,
): Answers<Question> {
  return questions.reduce((all, question) => {
    const text = field(question)?.trim();
    return text ? withAnswer(all, question, text) : all;
  }, given);
}
