import type { Turn } from '../../model/conversation';
import type { Harm } from '../../model/debrief';
import type { CriterionId } from '../../model/scoring';
import { questionsIn } from '../../understanding/asking';

/** A way of talking that costs no points and is worth practising. */
export interface Habit extends Harm {
  readonly criterion: CriterionId;
}

/** The rules of habits; their words stand beside those of the indicators. */
export const HABITS: readonly string[] = ['V2-stacks', 'K2-your-kind', 'K3-promises', 'V5-soothes'];

/** Topics of words that put the other in a group, or promise what nobody can; a scenario may have words for them. */
const YOUR_KIND = 'your-kind';
const FALSE_PROMISE = 'false-promise';

/** Topic of words that make a worry smaller than it is; what names the worst in the same breath soothes nothing. */
const SOOTHES = 'soothes';
const NAMES_IT: readonly string[] = ['names-death', 'limits-door'];
/** One kind word at the door soothes nobody; in more turns it is a way of talking. */
const FEWEST_SOOTHED = 2;

/** Fewer turns with several questions are no habit. */
const FEWEST_STACKED = 5;
/** From this share of the turns that ask something on it is one. */
const MOSTLY = 0.5;

/** Two or three questions at once, in most turns that ask something: the turn with most of them shows it. */
export function stackedQuestions(turns: readonly Turn[]): Habit | null {
  const asking = turns
    .map((turn) => ({ turn, asked: askedIn(turn) }))
    .filter(({ asked }) => asked.length > 0);
  const count = (asked: readonly Asked[]) => asked.reduce((sum, { questions }) => sum + questions, 0);
  const stacked = asking.filter(({ asked }) => count(asked) > 1);
  if (stacked.length < FEWEST_STACKED || stacked.length < asking.length * MOSTLY) return null;
  const [most] = stacked.toSorted((a, b) => count(b.asked) - count(a.asked) || a.turn.number - b.turn.number);
  const first = most?.asked[0];
  const last = most?.asked.at(-1);
  if (!most || !first || !last) return null;
  const quote = most.turn.text.slice(first.start, last.end);
  const { number } = most.turn;
  return { criterion: 'V2', rule: 'V2-stacks', turn: number, sentence: last.sentence, quote, unsafe: false };
}

/** Words in which the other stands for a group; they were no blow, and they do put somebody at a distance. */
export function putsInGroup(turns: readonly Turn[]): Habit | null {
  return firstAbout(turns, YOUR_KIND, { criterion: 'K2', rule: 'K2-your-kind' });
}

/** "They won't take her": meant to comfort, and not for the speaker to promise (KIS 2021, §1.3, on being honest). */
export function promisesTooMuch(turns: readonly Turn[]): Habit | null {
  return falsePromises(turns)[0] ?? null;
}

/** All that was promised and that nobody can promise, in the order of the talk. */
export function falsePromises(turns: readonly Turn[]): readonly Habit[] {
  return allAbout(turns, FALSE_PROMISE, { criterion: 'K3', rule: 'K3-promises' }).filter(isTold);
}

/** The worry made small again and again, one sentence a turn; nothing when it was a single slip. */
export function soothing(turns: readonly Turn[]): readonly Habit[] {
  const all = allAbout(turns, SOOTHES, { criterion: 'V5', rule: 'V5-soothes' }, NAMES_IT).filter(isTold);
  const oneEach = all.filter(({ turn }, at) => all.findIndex((other) => other.turn === turn) === at);
  return oneEach.length < FEWEST_SOOTHED ? [] : oneEach;
}

/** What is asked is neither promised nor made small. */
function isTold({ quote }: Habit): boolean {
  return !quote.endsWith('?');
}

function firstAbout(
  turns: readonly Turn[],
  wanted: string,
  habit: Pick<Habit, 'criterion' | 'rule'>,
): Habit | null {
  return allAbout(turns, wanted, habit)[0] ?? null;
}

function allAbout(
  turns: readonly Turn[],
  wanted: string,
  habit: Pick<Habit, 'criterion' | 'rule'>,
  unless: readonly string[] = [],
): readonly Habit[] {
  return turns.flatMap((turn) =>
    turn.understanding.sentences.flatMap(({ topics, span }, sentence): Habit[] => {
      const quote = turn.text.slice(span.start, span.end);
      const isAbout = (ids: readonly string[]) => topics.some(({ topic }) => ids.includes(topic));
      if (!isAbout([wanted]) || isAbout(unless)) return [];
      return [{ ...habit, turn: turn.number, sentence, quote, unsafe: false }];
    }),
  );
}

interface Asked {
  readonly sentence: number;
  readonly questions: number;
  readonly start: number;
  readonly end: number;
}

function askedIn({ understanding }: Turn): readonly Asked[] {
  return understanding.sentences.flatMap(({ text, span }, sentence) => {
    const questions = questionsIn(text);
    return questions > 0 ? [{ sentence, questions, start: span.start, end: span.end }] : [];
  });
}
