import type { ReadTurn } from '../../core/model/correction';
import type { CriterionId, MarkLevel } from '../../core/model/scoring';

/** What lets somebody come back on a talk: try a turn again, or say what a sentence was meant as. */
export interface SecondThoughts {
  /** What the page's forms send along. */
  readonly token: string;
  readonly turns: readonly ReadTurn[];
  /** How many sentences were corrected. */
  readonly corrected: number;
  /** The level before the corrections, where they changed it. */
  readonly before: Readonly<Partial<Record<CriterionId, MarkLevel>>>;
  /** Whether there is another attempt to put beside this one. */
  readonly comparable: boolean;
}
