import type { Turn } from '../../model/conversation';
import type { WeakMoment } from '../../model/debrief';
import type { Evidence, Scorecard } from '../../model/scoring';
import { saidBy } from './transcript';

/** The reply that weighed most against the learner; null when nothing did. A repaired slip weighs less. */
export function weakestMoment(turns: readonly Turn[], card: Scorecard): WeakMoment | null {
  const against = card.criteria.flatMap((mark) => mark.evidence.filter((e) => !e.for));
  const weight = (number: number) =>
    against.filter((e) => e.turn === number).reduce((sum, e) => sum - e.points, 0);
  const turn = [...turns].sort((a, b) => weight(b.number) - weight(a.number) || a.number - b.number)[0];
  const worst = turn && heaviest(against.filter((e) => e.turn === turn.number));
  if (!turn || !worst) return null;
  const previous = turns.find(({ number }) => number === turn.number - 1);
  return {
    turn: turn.number,
    before: previous ? saidBy(previous) : null,
    reply: turn.text,
    span: worst.span,
    rule: worst.rule,
    answer: saidBy(turn),
  };
}

function heaviest(evidence: readonly Evidence[]): Evidence | undefined {
  return [...evidence].sort((a, b) => a.points - b.points || (a.rule < b.rule ? -1 : 1))[0];
}
