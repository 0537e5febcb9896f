import { matchesMove } from '../../dialogue/selectors';
import type { Turn } from '../../model/conversation';
import type { Harm, WeakMoment } from '../../model/debrief';
import type { Scenario } from '../../model/scenario';
import type { Evidence, Scorecard } from '../../model/scoring';
import { alternativesFor } from './alternatives';
import { saidBy } from './transcript';

/**
 * The reply with the words that weighed most against the learner, and of equals the one with most of them; null
 * when nothing did. What did most harm and was not made good goes first. One grave thing counts before many small ones: a danger let pass is no slip of the tongue.
 */
export function weakestMoment(
  scenario: Scenario,
  turns: readonly Turn[],
  card: Scorecard,
  worstHarm: Harm | null,
): WeakMoment | null {
  const against = card.criteria.flatMap((mark) => mark.evidence.filter((e) => !e.for));
  const moments = turns.flatMap((turn) => {
    const inTurn = against.filter((e) => e.turn === turn.number);
    const worst = heaviest(inTurn);
    return worst ? [{ turn, worst, total: inTurn.reduce((sum, e) => sum + e.points, 0) }] : [];
  });
  const [moment] = moments.sort(
    (a, b) =>
      Number(letsPass(b.turn)) - Number(letsPass(a.turn)) ||
      a.worst.points - b.worst.points ||
      a.total - b.total ||
      a.turn.number - b.turn.number,
  );
  if (!moment) return null;
  const harmed = worstHarm && turns.find(({ number }) => number === worstHarm.turn);
  const { turn, worst } =
    harmed && worstHarm ? { turn: harmed, worst: asEvidence(harmed, worstHarm) } : moment;
  const previous = turns.find(({ number }) => number === turn.number - 1);
  return {
    turn: turn.number,
    before: previous ? saidBy(previous) : null,
    reply: turn.text,
    sentence: worst.sentence,
    span: worst.span,
    rule: worst.rule,
    answer: saidBy(turn),
    alternatives: alternativesFor(scenario, turns, turn.number),
  };
}

function asEvidence(turn: Turn, { rule, sentence }: Harm): Pick<Evidence, 'rule' | 'sentence' | 'span'> {
  const span = turn.understanding.sentences[sentence]?.span ?? { start: 0, end: turn.text.length };
  return { rule, sentence, span };
}

/** Going along with danger is never a slip among others, however kind it sounds. */
function letsPass(turn: Turn): boolean {
  return turn.understanding.sentences.some(({ reading }) => matchesMove('condone', reading));
}

function heaviest(evidence: readonly Evidence[]): Evidence | undefined {
  return [...evidence].sort((a, b) => a.points - b.points || (a.rule < b.rule ? -1 : 1))[0];
}
