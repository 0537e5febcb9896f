import { wordsOf } from '../understanding/words';

/** How many questions are remembered. */
const REMEMBERED = 12;
/** From this share of common words two questions are the same. */
const ALIKE = 0.7;
/** Words that are in every question. */
const EMPTY: ReadonlySet<string> = new Set(
  'u uw je jij jou de het een en of maar dus dan dat die dit er is was bent ben heeft hebt heb had zijn waren kan kunt kunnen wil wilt zou zullen we wij ik mij me mijn voor van met bij in op aan te om nog wel ook eens even nou al toch eigenlijk hè ze zij haar hij hem meneer nuur ja nee niet'.split(
    ' ',
  ),
);

/** The words by which a question is known again. */
export function keyOfQuestion(text: string): string {
  const stems = wordsOf(text)
    .filter(({ plain }) => !EMPTY.has(plain))
    .map(({ stem }) => stem);
  return [...new Set(stems)].sort().join(' ');
}

/** How often this question was asked before. */
export function timesAsked(key: string, questions: readonly string[]): number {
  return questions.filter((earlier) => alike(key.split(' '), earlier.split(' '))).length;
}

export function rememberQuestions(questions: readonly string[], keys: readonly string[]): readonly string[] {
  return [...questions, ...keys].slice(-REMEMBERED);
}

function alike(one: readonly string[], other: readonly string[]): boolean {
  const common = one.filter((word) => other.includes(word)).length;
  return common > 0 && common / new Set([...one, ...other]).size >= ALIKE;
}

/** Shorter words are in every sentence. */
const TELLING = 5;
const FEWEST_SHARED = 2;

/** Whether a sentence takes up what was said right before: two telling words of it, or a piece of three words. */
export function echoesWords(text: string, lastSaid: string): boolean {
  const words = lettersOf(text);
  const before = lettersOf(lastSaid);
  const telling = new Set(before.filter((word) => word.length >= TELLING));
  const shared = new Set(words.filter((word) => telling.has(word)));
  if (shared.size >= FEWEST_SHARED) return true;
  const said = ` ${before.join(' ')} `;
  return words.slice(2).some((word, i) => said.includes(` ${words[i]} ${words[i + 1]} ${word} `));
}

function lettersOf(text: string): readonly string[] {
  return text.toLowerCase().match(/\p{L}+/gu) ?? [];
}
