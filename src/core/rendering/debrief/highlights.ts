import type { Highlight, Practice } from '../../model/debrief';
import type { CriterionId, CriterionMark, Evidence, Rubric, Scorecard } from '../../model/scoring';
import { rankOf } from '../../scoring/levels';

/**
 * At most two things to keep: the best marks that rest on quoted words, from different domains where that can be.
 * Also in a talk that went badly there may be a good word worth keeping. What is to be practised is not praised in
 * the same breath, and where too little was said nothing is.
 */
export function keep(rubric: Rubric, card: Scorecard, practised: CriterionId | null): readonly Highlight[] {
  const best = card.criteria
    .filter((mark) => mark.id !== practised && mark.level !== 'not-seen' && strongest(mark, true))
    .sort((a, b) => rankOf(b.level) - rankOf(a.level) || fullness(rubric, b) - fullness(rubric, a));
  const weight = weightOf(card);
  const first = best.slice(0, 1).flatMap((mark) => highlight(mark, weight, []));
  const others = [
    ...best.filter(({ domain }) => domain !== first[0]?.domain),
    ...best.filter(({ domain }) => domain === first[0]?.domain).slice(1),
  ];
  const second = others.flatMap((mark) => highlight(mark, weight, first));
  return [...first, ...second.slice(0, 1)];
}

/**
 * The one thing to practise: the danger that was left unspoken, else the weakest mark, else what was not seen yet.
 * Null when too little was said to tell.
 */
export function practise(rubric: Rubric, card: Scorecard): Practice | null {
  const seen = card.criteria.filter((mark) => mark.level !== 'not-seen');
  if (seen.length === 0) return null;
  const missed = card.missedConcerns.length > 0 ? seen.find((mark) => mark.id === 'V5') : undefined;
  const weakest = [...seen].sort(
    (a, b) => rankOf(a.level) - rankOf(b.level) || fullness(rubric, a) - fullness(rubric, b),
  )[0];
  const unseen = card.criteria.find((mark) => mark.level === 'not-seen');
  const allGood = weakest ? rankOf(weakest.level) >= 3 : false;
  const mark = missed ?? (allGood ? (unseen ?? weakest) : weakest);
  if (!mark) return null;
  const against = strongest(mark, false);
  return {
    criterion: mark.id,
    domain: mark.domain,
    level: mark.level,
    tip: mark.tip,
    against: against ? { rule: against.rule, turn: against.turn, quote: against.quote } : null,
  };
}

/** How far a mark is on its way to `strong`, so that criteria with other thresholds can be compared. */
function fullness(rubric: Rubric, mark: CriterionMark): number {
  const criterion = rubric.criteria.find(({ id }) => id === mark.id);
  return criterion ? mark.points / criterion.thresholds.strong : 0;
}

function strongest(mark: CriterionMark, speaksFor: boolean): Evidence | undefined {
  return mark.evidence
    .filter((e) => e.for === speaksFor)
    .sort((a, b) => Math.abs(b.points) - Math.abs(a.points))[0];
}

type Weight = (evidence: Evidence) => number;

/** What a sentence is worth over the whole card: of two that fit a mark the fuller one is quoted. */
function weightOf(card: Scorecard): Weight {
  const key = ({ turn, sentence }: Evidence) => `${turn}.${sentence}`;
  const total = new Map<string, number>();
  for (const evidence of card.criteria.flatMap((mark) => mark.evidence)) {
    total.set(key(evidence), (total.get(key(evidence)) ?? 0) + evidence.points);
  }
  return (evidence) => total.get(key(evidence)) ?? 0;
}

/** The words that show a mark best; two compliments about the same sentence would read like one. */
function highlight(mark: CriterionMark, weight: Weight, before: readonly Highlight[]): readonly Highlight[] {
  const [fresh] = mark.evidence
    .filter((e) => e.for && !before.some(({ turn, quote }) => e.turn === turn && e.quote === quote))
    .sort((a, b) => weight(b) - weight(a) || b.points - a.points);
  if (!fresh) return [];
  const { rule, turn, quote } = fresh;
  return [{ criterion: mark.id, domain: mark.domain, level: mark.level, rule, turn, quote }];
}
