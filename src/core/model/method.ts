/** Ways in which a team can look at a talk together. Their steps are data (`scenarios/methods.yaml`). */
export const METHODS = ['case-discussion', 'incident', 'gossip', 'balint', 'ten-steps'] as const;
export type MethodId = (typeof METHODS)[number];

/** Who a step is for: who brought the talk, who keeps time and order, and the others. */
export const REVIEW_ROLES = ['bringer', 'facilitator', 'team'] as const;
export type ReviewRole = (typeof REVIEW_ROLES)[number];

export const NOTE_KINDS = ['question', 'observation', 'compliment', 'alternative'] as const;
export type NoteKind = (typeof NOTE_KINDS)[number];

/**
 * How much of the talk is seen: nothing, up to and with the turn at which it was frozen, or all of it. What was seen
 * once stays seen.
 */
export const TALK_SIGHTS = ['hidden', 'frozen', 'whole'] as const;
export type TalkSight = (typeof TALK_SIGHTS)[number];

/** One step of a meeting. Its words live under `methods.<method>.<step>`. */
export interface MethodStep {
  readonly id: string;
  /** Whole minutes; a proposal, which the facilitator may stretch. */
  readonly minutes: number;
  /** Who has the floor; nobody while all think or write by themselves. */
  readonly speaks: readonly ReviewRole[];
  readonly talk: TalkSight;
  /** What the bringer wrote before and after the talk is shown from here on. */
  readonly preparation: boolean;
  /** What the machine read in the sentences may be asked for. */
  readonly moves: boolean;
  /** Notes that may be written in this step; none when it is for listening only. */
  readonly notes: readonly NoteKind[];
  /** By whom. */
  readonly writes: readonly ReviewRole[];
  /**
   * Who else reads them: everybody at once, everybody from a later step on (its id), or nobody until the writer tells.
   */
  readonly release: 'at-once' | 'private' | { readonly step: string };
  /** Notes of this step carry no name. */
  readonly anonymous: boolean;
  /** Whether another reply may be tried. */
  readonly whatIf: boolean;
  /** The card stays hidden, levels are given without seeing it or each other, or all is laid side by side. */
  readonly card: 'hidden' | 'blind' | 'shown';
  /** Insights and intentions are written down. */
  readonly outcome: boolean;
}

export interface Method {
  readonly id: MethodId;
  /** Whether the talk is frozen at a turn that the bringer chooses. */
  readonly freezes: boolean;
  /** From so many people to so many, a piece of advice. */
  readonly people: { readonly from: number; readonly to: number };
  readonly steps: readonly MethodStep[];
  /** Where it is described. */
  readonly source: string;
}
