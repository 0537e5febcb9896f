import { matchesAny } from '../dialogue/selectors';
import type { Turn } from '../model/conversation';
import {
  CRITERIA,
  type Criterion,
  type CriterionMark,
  type Evidence,
  type Rubric,
  type Scorecard,
} from '../model/scoring';
import { History } from './history';
import { applies } from './indicators';
import { levelOf, pointsOf } from './levels';
import { weigh } from './points';
import { type Said, sentencesOf } from './sentences';

/**
 * The scorecard of a talk: a projection of its recorded turns and nothing else. Points are signed and add up from
 * the evidence; every piece of evidence quotes the learner's own words and names the indicator it fits.
 */
export function score(rubric: Rubric, turns: readonly Turn[]): Scorecard {
  const said = sentencesOf(turns, rubric);
  const found = findEvidence(rubric, said);
  const missedConcerns = missed(rubric, turns, said);
  const enough = saidEnough(rubric, said);
  return {
    rubricVersion: rubric.version,
    criteria: inFixedOrder(rubric.criteria).map((criterion) =>
      mark(criterion, evidenceFor(criterion, found, rubric.repaired), enough, missedConcerns.length > 0),
    ),
    missedConcerns,
    unsure: said
      .filter((s) => s.reading.kind === 'unsure')
      .map(({ turn, sentence, span, quote }) => ({ turn, sentence, span, quote })),
    hints: turns.reduce((sum, turn) => sum + turn.hints, 0),
    examples: turns.filter((turn) => turn.example).length,
  };
}

/** Which sentences fit which indicator; one walk through the talk. */
function findEvidence(rubric: Rubric, said: readonly Said[]): ReadonlyMap<string, readonly Said[]> {
  const found = new Map<string, Said[]>();
  const indicators = rubric.criteria.flatMap((criterion) => criterion.indicators);
  const earlier = new History();
  for (const sentence of said) {
    for (const indicator of indicators) {
      if (!applies(indicator, sentence, earlier)) continue;
      const list = found.get(indicator.id);
      if (list) list.push(sentence);
      else found.set(indicator.id, [sentence]);
    }
    earlier.add(sentence.reading);
  }
  return found;
}

function evidenceFor(
  criterion: Criterion,
  found: ReadonlyMap<string, readonly Said[]>,
  leftAfterRepair: number,
): readonly Evidence[] {
  return criterion.indicators
    .flatMap((indicator) => weigh(indicator, found.get(indicator.id) ?? [], leftAfterRepair))
    .sort((a, b) => a.turn - b.turn || a.sentence - b.sentence || (a.rule < b.rule ? -1 : 1));
}

function mark(
  criterion: Criterion,
  evidence: readonly Evidence[],
  enough: boolean,
  concernMissed: boolean,
): CriterionMark {
  const supported = enough ? levelOf(criterion.thresholds, evidence) : 'not-seen';
  // Warmth cannot hide that a danger was left unspoken, nor is leaving it unspoken "not seen".
  const level = criterion.id === 'V5' && concernMissed ? 'begin' : supported;
  return {
    id: criterion.id,
    domain: criterion.domain,
    level,
    points: pointsOf(evidence),
    evidence,
    tip: criterion.tip,
  };
}

/** "Hm" and "ok" are no conversation to judge anybody by. */
function saidEnough(rubric: Rubric, said: readonly Said[]): boolean {
  const telling = said.filter(({ reading }) => !matchesAny(['other'], reading));
  return telling.length >= rubric.enoughSentences;
}

/** Concerns still open when the talk ended, or when it has gone on long enough for them to have come up. */
function missed(rubric: Rubric, turns: readonly Turn[], said: readonly Said[]): readonly string[] {
  const last = turns.at(-1);
  if (!last || !saidEnough(rubric, said)) return [];
  const timeWasThere = last.ending !== null || turns.length >= rubric.concernTurns;
  return timeWasThere ? last.openConcerns : [];
}

function inFixedOrder(criteria: readonly Criterion[]): readonly Criterion[] {
  return [...criteria].sort((a, b) => CRITERIA.indexOf(a.id) - CRITERIA.indexOf(b.id));
}
