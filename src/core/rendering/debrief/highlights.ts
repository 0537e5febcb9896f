import { matchesAny } from '../../dialogue/selectors';
import type { Turn } from '../../model/conversation';
import type { Highlight, Practice } from '../../model/debrief';
import type { Evidence, Indicator, Rubric, Scorecard } from '../../model/scoring';
import { apologises, mends, REPAIR, saysWhatFor } from './repairs';
import { sentenceKey, worth } from './sentenceWorth';

const REPAIR_PRAISE = 8;
/** "Sorry" alone makes something good, and shows little. */
const SORRY_PRAISE = 4;
const MOST_PRAISE = 10;
const SILENCE_PRAISE = 5;
const SILENCE_RULE = 'H4-space';
/** Below this it may have meant something else, and a wrong compliment is worse than none. */
const SURE_ENOUGH = 0.6;
/** It opened something, or was said right after something was told. */
const OPENED = 2;
const HEARD_OUT = 2;
const MOST_FELT = 2;
const POINTS_FELT = 8;
/** A handful of words seldom shows what somebody can do. */
const FEW_WORDS = 5;
const HARDLY_ANY = 4;
/** The second is only there when it stands by itself. */
const SECOND_MATTERS = 3;

/** Two things of a kind teach less than two kinds. */
const ANOTHER_KIND = 2;
const ANOTHER_DOMAIN = 2;
/** Points against a sentence that spoil a compliment about it, unless it named a danger. */
const SPOILS = 0.5;
/** What a sentence is worth over the whole card, beside what it is praised for. */
const WORTH = 0.25;

const STAYING: ReadonlySet<string> = new Set([
  'H4-stays-with',
  'H4-space',
  'V2-checks',
  'H1-listens',
  'V1-recognises',
  'V3-steps-in',
]);

export type Praise = Omit<Highlight, 'about'>;

interface Candidate extends Praise {
  readonly weight: number;
  /** Said beside something that hurt: only praised when there is nothing else. */
  readonly spoilt: boolean;
  /** Praised as high as can be. */
  readonly most: boolean;
}

/**
 * At most two things to keep: what mattered most in this talk, in the learner's own words. How much a thing matters
 * is in the rubric; what it did to the other, and when it was said, add to that. The name of a thing follows from
 * the sentence and what came before it, so stopping earlier changes no name.
 */
export function keep(
  rubric: Rubric,
  card: Scorecard,
  turns: readonly Turn[],
  practised: Practice | null,
): readonly Praise[] {
  const candidates = [...praised(rubric, card, turns), ...silences(rubric, card, turns)]
    .filter((item) => !isPractised(practised, item))
    .sort(
      (a, b) =>
        Number(a.spoilt) - Number(b.spoilt) ||
        b.weight - a.weight ||
        a.turn - b.turn ||
        a.sentence - b.sentence,
    );
  const [first] = candidates;
  const others = candidates.filter((item) => item !== first && !item.spoilt);
  if (!first || first.weight <= 0) return [];
  const elsewhere = (item: Candidate) =>
    item.weight +
    (item.criterion === first.criterion ? 0 : ANOTHER_KIND) +
    (item.domain === first.domain ? 0 : ANOTHER_DOMAIN);
  const second = others
    .filter((item) => item.weight >= SECOND_MATTERS && isAnother(item, first))
    .sort((a, b) => elsewhere(b) - elsewhere(a))
    .slice(0, 1);
  return [first, ...second].map(({ weight: _, most: __, spoilt: ___, ...highlight }) => highlight);
}

/** Another kind of thing, or one of those that matter most. */
function isAnother(item: Candidate, first: Candidate): boolean {
  const matters = item.criterion !== first.criterion || item.most;
  return matters && item.quote !== first.quote;
}

/** Who is to practise a mark is not praised for it in the same breath; what was left open is another matter. */
function isPractised(practised: Practice | null, { criterion }: Praise): boolean {
  return (practised?.gap === 'harm' || practised?.gap === 'mark') && criterion === practised.criterion;
}

/** Of every sentence that did more good than harm, what it did best. */
function praised(rubric: Rubric, card: Scorecard, turns: readonly Turn[]): readonly Candidate[] {
  const praise = praiseOf(rubric);
  const value = worth(card);
  const level = new Map(card.criteria.map((mark) => [mark.id, mark]));
  const groups = Map.groupBy(
    card.criteria.flatMap((mark) =>
      mark.level === 'not-seen' ? [] : mark.evidence.map((evidence) => ({ criterion: mark.id, evidence })),
    ),
    ({ evidence }) => sentenceKey(evidence),
  );
  return [...groups].flatMap(([key, items]): Candidate[] => {
    const [best] = items
      .filter(({ evidence }) => evidence.for && praise(evidence) > 0)
      .sort(
        (a, b) => praise(b.evidence) - praise(a.evidence) || (a.evidence.rule < b.evidence.rule ? -1 : 1),
      );
    const turn = best && turns.find(({ number }) => number === best.evidence.turn);
    if (!best || !turn || (value.get(key) ?? 0) <= 0) return [];
    const { rule, sentence, quote } = best.evidence;
    const repairs = mends(turns, turn, sentence) && apologises(turn, sentence);
    const most = praise(best.evidence) >= MOST_PRAISE;
    const slips = items.some(({ evidence }) => evidence.points <= -SPOILS);
    const spoilt = !repairs && (breaks(turn) || (slips && !most));
    if (avoids(turn) || !isSure(turn, sentence)) return [];
    const mark = level.get(repairs ? 'V1' : best.criterion);
    if (!mark) return [];
    return [
      {
        criterion: mark.id,
        domain: mark.domain,
        level: mark.level,
        rule: repairs ? REPAIR : rule,
        turn: turn.number,
        sentence,
        quote,
        most,
        spoilt,
        weight:
          (repairs ? repairPraise(turn, sentence) : praise(best.evidence)) +
          (value.get(key) ?? 0) * WORTH +
          felt(turn, sentence) +
          moment(turns, turn, rule) -
          thinness(quote),
      },
    ];
  });
}

/** A silence that gave room: something was told in it, or the other felt better for it. */
function silences(rubric: Rubric, card: Scorecard, turns: readonly Turn[]): readonly Candidate[] {
  const criterion = rubric.criteria.find(({ indicators }) =>
    indicators.some(({ id }) => id === SILENCE_RULE),
  );
  const mark = card.criteria.find(({ id }) => id === criterion?.id);
  if (!mark || mark.level === 'not-seen') return [];
  return turns
    .filter(({ understanding, meters, before }) => {
      const gained = meters.trust + meters.understood - before.trust - before.understood;
      return understanding.signals.wordless && gained > 0;
    })
    .map((turn) => ({
      criterion: mark.id,
      domain: mark.domain,
      level: mark.level,
      rule: SILENCE_RULE,
      turn: turn.number,
      sentence: 0,
      quote: '',
      most: false,
      spoilt: false,
      weight: SILENCE_PRAISE + (turn.disclosed.length > 0 ? OPENED : 0),
    }));
}

function repairPraise(turn: Turn, sentence: number): number {
  return saysWhatFor(turn, sentence) ? REPAIR_PRAISE : SORRY_PRAISE;
}

function praiseOf(rubric: Rubric): (evidence: Evidence) => number {
  const indicators = new Map(
    rubric.criteria.flatMap((criterion) =>
      criterion.indicators.map((item): [string, Indicator] => [item.id, item]),
    ),
  );
  return ({ rule }) => indicators.get(rule)?.praise ?? 0;
}

function isSure({ understanding }: Turn, sentence: number): boolean {
  const reading = understanding.sentences[sentence]?.reading;
  return reading !== undefined && reading.kind !== 'unsure' && reading.confidence >= SURE_ENOUGH;
}

/** Nothing is praised in a reply that let a danger pass or made it small. */
function avoids({ understanding }: Turn): boolean {
  return understanding.sentences.some(({ reading }) => matchesAny(['family:avoidance'], reading));
}

function breaks({ understanding }: Turn): boolean {
  return understanding.sentences.some(({ reading }) => matchesAny(['any:breaks'], reading));
}

/** What a sentence did to how the other feels, when it did good. */
function felt(turn: Turn, sentence: number): number {
  const gained = turn.effects
    .filter((effect) => effect.sentence === sentence)
    .reduce((sum, { change }) => sum + Math.max(0, change.trust) + Math.max(0, change.understood), 0);
  return Math.min(MOST_FELT, gained / POINTS_FELT);
}

function moment(turns: readonly Turn[], turn: Turn, rule: string): number {
  const before = turns.find(({ number }) => number === turn.number - 1);
  const afterTold = STAYING.has(rule) && (before?.disclosed.length ?? 0) > 0;
  return (turn.disclosed.length > 0 ? OPENED : 0) + (afterTold ? HEARD_OUT : 0);
}

function thinness(quote: string): number {
  const words = quote.trim().split(/\s+/).length;
  if (words < HARDLY_ANY) return 2;
  return words < FEW_WORDS ? 1 : 0;
}
