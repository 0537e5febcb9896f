import type { Turn } from '../model/conversation';
import type { Correction } from '../model/correction';
import type { EarlierAttempt, NeedsAttempt } from '../model/decision';
import type { Card } from '../model/message';
import type { Scorecard } from '../model/scoring';
import type { Attempt } from '../model/session';
import { differenceOf } from '../rendering/compare';
import { compareCard } from '../rendering/compareCard';
import { withCorrections } from '../scoring/corrections';
import { score } from '../scoring/score';
import type { Desk } from './desk';
import type { StagedScenario } from './playbook';

/** What a branch was taken up from; null for an attempt that began at the beginning, or when that one is gone. */
export function takenUpFrom(desk: Desk, { branchOf }: Attempt): EarlierAttempt | NeedsAttempt | null {
  if (!branchOf) return null;
  const { earlier } = desk.given;
  return earlier === undefined ? { needs: 'attempt', attempt: branchOf.attempt } : earlier;
}

/** Second thoughts on turns that a branch copied hold for it too. */
export function inherited(attempt: Attempt, earlier: EarlierAttempt | null): readonly Correction[] {
  const { branchOf } = attempt;
  return branchOf && earlier ? earlier.corrections.filter(({ turn }) => turn < branchOf.turn) : [];
}

interface FinishedTalk {
  readonly play: StagedScenario;
  readonly attempt: Attempt;
  readonly turns: readonly Turn[];
  readonly scorecard: Scorecard;
}

/** "Different from last time": a finished branch beside what it was taken up from. */
export function differenceCard(
  { playbook, texts }: Desk,
  { play, attempt, turns, scorecard }: FinishedTalk,
  earlier: EarlierAttempt,
): Card {
  const { scenario } = play;
  const meant = withCorrections(earlier.turns, earlier.corrections, scenario.concerns);
  const before = {
    ...earlier,
    startedAt: '',
    finished: true,
    scorecard: score(playbook.rubric, meant),
  };
  const now = {
    id: attempt.id,
    startedAt: '',
    branchOf: attempt.branchOf ?? null,
    finished: true,
    ending: attempt.rolePlay.ending,
    turns,
    scorecard,
  };
  return compareCard(differenceOf(scenario, before, now), texts);
}
