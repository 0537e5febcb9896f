import type { LineRule, Scenario } from '../model/scenario';
import type { RolePlayState } from '../model/session';
import type { AboutSentence } from './answer';
import type { Facts } from './conditions';
import { breaks, type Topical, wantsAnswer } from './focus';
import { type ChosenLine, chooseLine } from './lines';
import { matchesAny } from './selectors';

/** A sentence of the reply, ready to be answered. */
export interface Answerable {
  readonly item: Topical;
  readonly about: AboutSentence;
}

/** So many answers fit one breath. */
const MOST = 3;
/** After two answers of so many words a third is only added to a question: three thoughts in one breath are a list. */
const ROOM_FOR_A_THIRD = 20;
/** An answer is not added when so many words have been said. */
const ENOUGH_WORDS = 30;
/** From this weight a line answers a statement although something else was asked. */
const BESIDE_A_QUESTION = 5;
/** Below this weight a line answers only what was said in passing: not where anything at all was asked. */
const BESIDE_A_FEW_WORDS = 1;
/** From this weight a line goes before the reaction to what hurts; before what hurts less, or only seems to, sooner. */
const BEFORE_A_BLOW = 9;
const BEFORE_PRESSURE = 4;
const BEFORE_A_SHRUG = 3;

interface Found {
  readonly chosen: ChosenLine;
  readonly at: number;
  readonly asks: boolean;
  readonly index: number;
}

/**
 * The lines that answer the very thing a reply asks or proposes: of all its sentences the heaviest line, questions
 * before statements and later ones before earlier. A plan of several parts gets an answer to each, as far as they
 * can stand together and one breath allows.
 */
export function answersTo(
  scenario: Scenario,
  state: RolePlayState,
  sentences: readonly Answerable[],
  reaction: AboutSentence,
  seed: string,
): readonly ChosenLine[] {
  // "U dacht aan iemand. Aan wie?" asks on about the sentence before it.
  const asking = sentences.some(
    ({ item, about }) => wantsAnswer(item) && !(about.short && item.sentence.topics.length === 0),
  );
  const asksOn = sentences.some(({ item }) => item.ask !== null || wantsAnswer(item));
  const least = asking ? BESIDE_A_QUESTION : asksOn ? BESIDE_A_FEW_WORDS : 0;
  const found = sentences
    .flatMap((one, index) => find(scenario, state, one, index, seed, () => true))
    .filter(({ asks, chosen: { rule } }) => asks || rule.joins || rule.weight >= least);
  const best = found.sort(before)[0];
  if (!best) return [];
  if (comesAfterBlow(reaction, best.chosen)) {
    const asksApart = best.asks && !breaks(sentences[best.index]?.about.reading ?? reaction.reading);
    return matchesAny(['threaten'], reaction.reading) && asksApart && best.chosen.rule.joins
      ? [best.chosen]
      : [];
  }
  const taken = [best];
  while (
    joins(best.chosen.rule, best.asks) &&
    taken.length < MOST &&
    wordsOfLines(taken.map(({ chosen }) => chosen)) < ENOUGH_WORDS
  ) {
    const full = isFull(taken);
    const more = sentences
      .flatMap((one, index) =>
        full && !isQuestion(one)
          ? []
          : find(
              scenario,
              state,
              one,
              index,
              seed,
              (rule) =>
                standsBeside(rule, wantsAnswer(one.item), index, taken) &&
                !taken.some((t) => sameMatter(t.chosen.rule, rule)),
            ),
      )
      .sort(before)[0];
    if (!more) break;
    taken.push(more);
  }
  return taken.sort((a, b) => a.at - b.at).map(({ chosen }) => chosen);
}

/**
 * Whether an answer gives way to the reaction to what hurts. Under pressure a question of its own still gets an answer,
 * behind that reaction.
 */
export function comesAfterBlow(reaction: AboutSentence, { rule }: ChosenLine): boolean {
  return hurts(reaction) && rule.weight < limitOf(reaction);
}

function isFull(taken: readonly Found[]): boolean {
  return taken.length > 1 && wordsOfLines(taken.map(({ chosen }) => chosen)) >= ROOM_FOR_A_THIRD;
}

/** Whether it is asked in so many words, and not only laid down with "akkoord?" behind it. */
function isQuestion({ item }: Answerable): boolean {
  return wantsAnswer(item) && item.sentence.text.trimEnd().endsWith('?');
}

function hurts({ reading, ask }: AboutSentence): boolean {
  return breaks(reading) && ask !== 'proposal';
}

function limitOf({ reading }: AboutSentence): number {
  if (matchesAny(['minimise', 'impose-advice', 'family:avoidance'], reading)) return BEFORE_A_SHRUG;
  if (reading.kind === 'family' || matchesAny(['argue', 'leading-question'], reading)) return BEFORE_PRESSURE;
  return BEFORE_A_BLOW;
}

function find(
  scenario: Scenario,
  state: RolePlayState,
  { item, about }: Answerable,
  index: number,
  seed: string,
  only: (rule: LineRule) => boolean,
): readonly Found[] {
  // Only what the sentence names itself: what was spoken of before has been answered before.
  const topics = item.sentence.topics.map(({ topic }) => topic);
  const facts: Facts = { ...state, ...about, topics };
  const chosen = chooseLine(scenario, 'answer', facts, seed, only, 'heavy');
  if (!chosen?.fresh) return [];
  const spans = item.sentence.topics
    .filter(({ topic }) => chosen.rule.when.topics?.includes(topic))
    .map(({ span }) => span.start);
  return [{ chosen, index, asks: wantsAnswer(item), at: Math.min(...spans, item.sentence.span.end) }];
}

function before(a: Found, b: Found): number {
  return rankOf(b) - rankOf(a) || b.chosen.rule.weight - a.chosen.rule.weight || b.index - a.index;
}

/** A question that names its matter first, then a part of a plan, then what asks for no more than a yes or a no. */
function rankOf({ chosen: { rule }, asks }: Found): number {
  if (rule.weight >= BEFORE_A_BLOW) return 3;
  if (rule.when.topics && asks) return 2;
  return rule.when.topics && rule.joins ? 1 : 0;
}

/**
 * Of several questions each gets its answer; within one sentence, and beside what was not asked, only what was written
 * to stand beside others. A line that leads to something leaves room for it.
 */
function standsBeside(rule: LineRule, asks: boolean, index: number, taken: readonly Found[]): boolean {
  if (rule.joins && taken.every(({ chosen }) => chosen.rule.joins)) return true;
  return joins(rule, asks) && taken.every((t) => joins(t.chosen.rule, t.asks) && t.index !== index);
}

function joins(rule: LineRule, asks: boolean): boolean {
  return rule.joins || (asks && rule.when.topics !== undefined && rule.leads.length === 0 && !rule.alone);
}

function sameMatter(one: LineRule, other: LineRule): boolean {
  if (one.id === other.id || !other.when.topics) return true;
  return one.when.topics?.some((topic) => other.when.topics?.includes(topic)) ?? false;
}

export function wordsOfLines(lines: readonly ChosenLine[]): number {
  return lines.reduce((sum, { utterance }) => sum + utterance.text.split(' ').length, 0);
}
