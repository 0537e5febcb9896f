import type { Scenario } from '../core/model/scenario';
import type { CriterionId, MarkLevel, Rubric, Scorecard } from '../core/model/scoring';
import { changedLevels, withCorrections } from '../core/scoring/corrections';
import { score } from '../core/scoring/score';
import type { DebriefMaterial } from './attempts';

/** A talk with its card as it was meant, and where that differs from what the machine read. */
export interface Evaluated {
  readonly scorecard: Scorecard;
  /** The level before the corrections, for each criterion of which they changed it. */
  readonly before: Readonly<Partial<Record<CriterionId, MarkLevel>>>;
}

/** Scores what was said as it was meant. Without corrections a finished talk keeps the card it was given. */
export function evaluate(
  rubric: Rubric,
  scenario: Scenario,
  { turns, corrections, scorecard }: DebriefMaterial,
): Evaluated {
  if (corrections.length === 0) return { scorecard: scorecard ?? score(rubric, turns), before: {} };
  const machine = score(rubric, turns);
  const meant = score(rubric, withCorrections(turns, corrections, scenario.concerns));
  const levels = new Map(machine.criteria.map(({ id, level }) => [id, level]));
  const before = changedLevels(machine, meant).map((id) => [id, levels.get(id)]);
  return { scorecard: meant, before: Object.fromEntries(before) };
}
