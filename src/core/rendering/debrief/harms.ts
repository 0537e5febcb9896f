import { matchesMove } from '../../dialogue/selectors';
import type { Turn } from '../../model/conversation';
import type { Harm } from '../../model/debrief';
import type { CriterionId, Evidence, Indicator, Rubric, Scorecard } from '../../model/scoring';
import type { Reading } from '../../model/understanding';
import { falsePromises, soothing } from './habits';
import { mends } from './repairs';
import { sentenceKey, worth } from './sentenceWorth';

/** More would be a list of faults. */
const MOST_SHOWN = 4;
const MOST_OF_A_HABIT = 3;
const WORTH_SHOWING = 2;
const SOON = 2;
/** Letting a danger pass weighs more than any slip. */
const DANGER = 3;
const MOST_LOST = 3;
const POINTS_LOST = 4;
/** What says more about a sentence than its move alone. */
const MORE_PRECISE = 1.1;

/** Below this a sentence may have meant something else, and nobody is told that they left somebody in danger. */
const SURE_ENOUGH = 0.7;

/** What leaves somebody in danger. */
const UNSAFE: ReadonlySet<string> = new Set(['V5-avoids', 'V5-plays-down', 'K3-secrecy', 'K3-misleads']);

/** One closed question is nothing, twelve in a row are. */
const HABITS: ReadonlySet<string> = new Set(['H1-interrogates']);

/** A sentence that did harm, how much, and the mark it speaks most against. */
export interface WeighedHarm extends Harm {
  readonly criterion: CriterionId;
  readonly weight: number;
}

/** The sentences that did harm and were not made good, the worst first. */
export function harmsOf(rubric: Rubric, card: Scorecard, turns: readonly Turn[]): readonly WeighedHarm[] {
  const total = worth(card);
  const indicators = new Map(
    rubric.criteria.flatMap((criterion) =>
      criterion.indicators.map((item): [string, Indicator] => [item.id, item]),
    ),
  );
  const clarity = ({ rule }: Evidence) => clarityOf(indicators.get(rule));
  const against = card.criteria.flatMap((mark) =>
    mark.evidence.filter((e) => !e.for).map((evidence) => ({ criterion: mark.id, evidence })),
  );
  const lost = lostBy(
    turns,
    against.map(({ evidence }) => evidence),
  );
  return [...Map.groupBy(against, ({ evidence }) => sentenceKey(evidence))]
    .flatMap(([key, items]): WeighedHarm[] => {
      const [clearest] = [...items].sort(
        (a, b) => clarity(b.evidence) - clarity(a.evidence) || (a.evidence.rule < b.evidence.rule ? -1 : 1),
      );
      if (!clearest || items.some(({ evidence }) => evidence.repaired)) return [];
      const { rule, turn, sentence, quote } = clearest.evidence;
      const heaviest = Math.max(...items.map(({ evidence }) => Math.abs(evidence.points)));
      if (isMended(turns, turn) && !letsPass(turns, turn, sentence)) return [];
      const reading = turns.find((item) => item.number === turn)?.understanding.sentences[sentence]?.reading;
      if (reading && matchesMove('condone', reading) && !isSure(reading)) return [];
      // What somebody asks may be just a question: nobody is told that it pressed or hurt who cannot be sure of it.
      if (reading && /\?\s*$/.test(quote) && !isSure(reading) && !HABITS.has(rule)) return [];
      const unsafe = (UNSAFE.has(rule) && (!reading || isSure(reading))) || letsPass(turns, turn, sentence);
      const weight = heaviest + lost(clearest.evidence) + (unsafe ? DANGER : 0);
      return (total.get(key) ?? 0) < 0
        ? [{ criterion: clearest.criterion, rule, turn, sentence, quote, unsafe, weight }]
        : [];
    })
    .sort((a, b) => b.weight - a.weight || a.turn - b.turn || a.sentence - b.sentence);
}

/** How well an indicator names what a sentence does, however often it was found before. */
function clarityOf(indicator: Indicator | undefined): number {
  if (!indicator) return 0;
  return indicator.points + (indicator.topics || indicator.needs === 'jargon' ? MORE_PRECISE : 0);
}

/** The worst few, in the order of the talk; a slip that hardly mattered is not held up. */
export function shownHarms(harms: readonly WeighedHarm[]): readonly Harm[] {
  return inOrder(harms.filter(({ weight }) => weight >= WORTH_SHOWING).slice(0, MOST_SHOWN));
}

/**
 * What is shown beside the worst few: a promise nobody can keep costs no points, and the same soothing turn after turn
 * is not made good by a kind word in between.
 */
export function withHabits(shown: readonly Harm[], turns: readonly Turn[]): readonly Harm[] {
  const isShown = (harm: Harm) => shown.some((s) => s.turn === harm.turn && s.sentence === harm.sentence);
  const habits = [soothing(turns), falsePromises(turns)].flatMap((items) =>
    items.filter((item) => !isShown(item)).slice(0, MOST_OF_A_HABIT),
  );
  return inOrder([...shown, ...habits]);
}

function inOrder(harms: readonly Harm[]): readonly Harm[] {
  return harms
    .toSorted((a, b) => a.turn - b.turn || a.sentence - b.sentence)
    .map(({ rule, turn, sentence, quote, unsafe }) => ({ rule, turn, sentence, quote, unsafe }));
}

/** Going along with danger is never a slip among others, however kind it sounds; but it must have been read for sure. */
function letsPass(turns: readonly Turn[], number: number, sentence: number): boolean {
  const reading = turns.find((turn) => turn.number === number)?.understanding.sentences[sentence]?.reading;
  return reading !== undefined && matchesMove('condone', reading) && isSure(reading);
}

function isSure(reading: Reading): boolean {
  return reading.kind !== 'unsure' && reading.confidence >= SURE_ENOUGH;
}

/** The trust that a sentence cost; of a habit, what it cost in the whole talk. */
function lostBy(turns: readonly Turn[], against: readonly Evidence[]): (evidence: Evidence) => number {
  const cost = ({ turn, sentence }: Evidence) =>
    (turns.find(({ number }) => number === turn)?.effects ?? [])
      .filter((effect) => effect.sentence === sentence)
      .reduce((sum, { change }) => sum + Math.max(0, -change.trust), 0);
  const habit = (rule: string) => against.filter((e) => e.rule === rule).reduce((sum, e) => sum + cost(e), 0);
  return (evidence) =>
    Math.min(MOST_LOST, (HABITS.has(evidence.rule) ? habit(evidence.rule) : cost(evidence)) / POINTS_LOST);
}

/** Made good within two replies, however many hurts came before it. */
function isMended(turns: readonly Turn[], number: number): boolean {
  return turns.some(
    (later) =>
      later.number > number &&
      later.number <= number + SOON &&
      later.understanding.sentences.some((_, sentence) => mends(turns, later, sentence)),
  );
}
