import { matchesAny } from '../../core/dialogue/selectors';
import { MOVES, type Move } from '../../core/model/moves';
import type { Indicator, Rubric } from '../../core/model/scoring';
import type { Path, SourceFile } from '../yamlFile';

export interface RubricSources {
  readonly rubric: SourceFile<Rubric>;
  /** Every topic that some scenario can recognise. */
  readonly topics: ReadonlySet<string>;
}

export interface RubricFinding {
  readonly path: Path;
  readonly what: string;
  readonly fix: string;
}

/** One diagnostic about the rubric: its number, why it matters, and how to find it. */
export interface RubricRule {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly why: string;
  check(sources: RubricSources): readonly RubricFinding[];
}

/** Whether a sentence by this move could be evidence, on the right topic, at the right moment. */
export function looksFor(indicator: Indicator, move: Move): boolean {
  return matchesAny(indicator.moves, { kind: 'move', move, confidence: 1 });
}

/** Whether any sentence at all could be evidence. */
export function canBeMet(indicator: Indicator, topics: ReadonlySet<string>): boolean {
  return (
    MOVES.some((move) => looksFor(indicator, move)) &&
    (!indicator.topics || indicator.topics.some((topic) => topics.has(topic)))
  );
}
