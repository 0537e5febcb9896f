import type { CriterionId, Domain, MarkLevel } from './scoring';

/** One finished talk as progress looks at it. */
export interface PractisedTalk {
  readonly attempt: string;
  /** When it was practised; ISO 8601, UTC. */
  readonly at: string;
  readonly levels: Readonly<Partial<Record<CriterionId, MarkLevel>>>;
}

/** One criterion over the talks, oldest first; `not-seen` is a gap, not a low mark. */
export interface CriterionLine {
  readonly criterion: CriterionId;
  readonly domain: Domain;
  readonly points: readonly { readonly attempt: string; readonly at: string; readonly level: MarkLevel }[];
  /** The level when it was last seen; null when it never was. */
  readonly latest: MarkLevel | null;
}

/** What to practise next, and when. */
export interface Suggestion {
  readonly criterion: CriterionId;
  /** When it was last seen, and at which level; null when it never was. */
  readonly last: { readonly at: string; readonly level: MarkLevel } | null;
  /** Whether its time has come. */
  readonly due: boolean;
  /** From when it is due; ISO 8601, UTC. For what was never seen: now. */
  readonly dueAt: string;
}

/** A row in the list of attempts. */
export interface AttemptRow {
  readonly attempt: string;
  readonly title: string;
  readonly at: string;
  readonly finished: boolean;
  readonly endingTitle: string | null;
  /** Where it was taken up again; null when it began at the beginning. */
  readonly branch: { readonly turn: number; readonly of: string } | null;
  /** Whether there is anything to put beside it. */
  readonly comparable: boolean;
}

/** Everything the progress page says. */
export interface Progress {
  readonly lines: readonly CriterionLine[];
  readonly suggestion: Suggestion | null;
  /** Words of the tip for what is suggested, by key under `scorecard.tips`; null without a suggestion. */
  readonly tip: string | null;
  /** Newest first. */
  readonly attempts: readonly AttemptRow[];
}
