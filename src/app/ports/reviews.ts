import type {
  BlindMark,
  BroughtTalk,
  Insight,
  Intention,
  Review,
  ReviewConsent,
  ReviewMember,
  ReviewNote,
  ReviewPlace,
  TeamLabel,
  Variant,
} from '../../core/model/review';

/** What members add to a review, by kind. */
export interface ReviewValues {
  readonly note: ReviewNote;
  readonly variant: Variant;
  readonly mark: BlindMark;
  readonly label: TeamLabel;
  readonly insight: Insight;
}

export type ReviewItemKind = keyof ReviewValues;

/**
 * One thing that a member added. `key` tells it from others of its kind: the id, the person and criterion of a mark,
 * turn and sentence of a label.
 */
export interface ReviewItem<Kind extends ReviewItemKind = ReviewItemKind> {
  readonly review: string;
  readonly kind: Kind;
  readonly key: string;
  /** Compare-and-swap; the first is 1. */
  readonly version: number;
  readonly value: ReviewValues[Kind];
}

/** `moved`: somebody changed it first, or it is another's. `gone`: the review was withdrawn. */
export type KeepOutcome = 'kept' | 'moved' | 'gone';

/** Talks that teams look at together, and what they make of them. Every change raises the review's revision. */
export interface ReviewStore {
  /**
   * With its talk, and its owner as the first who takes part, in one step; an example needs no consent. False when the attempt it is from is not the owner's
   * (any more).
   */
  add(review: Review, talk: BroughtTalk, consent: ReviewConsent | null): Promise<boolean>;
  review(id: string): Promise<Review | null>;
  /** Newest first. */
  reviewsIn(groups: readonly string[]): Promise<readonly Review[]>;
  /** Newest first. */
  reviewsBy(owner: string): Promise<readonly Review[]>;
  talk(id: string): Promise<BroughtTalk | null>;
  /** Compare-and-swap on `version`, which is stored one higher. Never changes group, owner or source. */
  change(review: Review): Promise<boolean>;
  /** Of those that are still there. */
  revisions(ids: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** Removes it with its talk and everything that was written in it; false when it is not this owner's. */
  withdraw(id: string, owner: string, at: string): Promise<boolean>;

  /** False when they take part already, or it is gone. */
  join(review: string, member: ReviewMember): Promise<boolean>;
  /** In the order in which they came. */
  members(review: string): Promise<readonly ReviewMember[]>;

  /** Adds it when `version` is 1, else replaces version − 1 by the same person; a label also of another. */
  keep(item: ReviewItem): Promise<KeepOutcome>;
  /** False when there is none, or it is another's; a label is the team's, whoever wrote it. */
  remove(place: Pick<ReviewItem, 'review' | 'kind' | 'key'>, by: string): Promise<boolean>;
  /** In the order in which they were first written. */
  items<Kind extends ReviewItemKind>(review: string, kind: Kind): Promise<readonly ReviewItem<Kind>[]>;
  /** Of all reviews; for exports. */
  allItems<Kind extends ReviewItemKind>(kind: Kind): Promise<readonly ReviewItem<Kind>[]>;
  /** What somebody wrote in any review. */
  itemsBy(person: string): Promise<readonly ReviewItem[]>;

  /** Newest first. */
  consentsOf(person: string): Promise<readonly ReviewConsent[]>;

  /** Beside earlier ones of the same review. Kept also when the review is gone: its card stands there all the same. */
  keepPlace(place: ReviewPlace): Promise<void>;
  /** The newest. */
  place(review: string): Promise<ReviewPlace | null>;
  /** Where a card stands that has to go, oldest first: its review is gone, or was announced again since. */
  orphanedPlaces(limit: number): Promise<readonly ReviewPlace[]>;
  /** Its card was taken back, or cannot be any more. */
  dropPlace(place: Pick<ReviewPlace, 'review' | 'reference'>): Promise<void>;

  /** Adds it when `version` is 1, else replaces version − 1 of the same person; false otherwise. */
  keepIntention(intention: Intention): Promise<boolean>;
  removeIntention(id: string, person: string): Promise<boolean>;
  intention(id: string): Promise<Intention | null>;
  /** By day. */
  intentionsOf(person: string): Promise<readonly Intention[]>;
  /** By day. */
  intentionsIn(review: string): Promise<readonly Intention[]>;
}
