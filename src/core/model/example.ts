import type { MethodId } from './method';
import type { CriterionId } from './scoring';
import type { Answers, PreparationQuestion, ReflectionQuestion } from './session';

/** A talk that comes along with the product, for a team that has none of its own. Its words live under `examples.<id>`. */
export interface Example {
  readonly id: string;
  readonly scenario: string;
  /** What the professional said; the answers are played by the engine. */
  readonly replies: readonly string[];
  readonly preparation: Answers<PreparationQuestion>;
  readonly reflection: Answers<ReflectionQuestion>;
  /** What suits it: a method, the turn at which it may be frozen, from 1, and what may be marked. */
  readonly method: MethodId;
  readonly freeze: number;
  readonly focus: readonly CriterionId[];
}
