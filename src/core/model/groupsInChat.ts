import type { GroupRole } from './group';

/** What somebody wants of their groups, from the chat. */
export type GroupWish =
  | { readonly kind: 'look' }
  | { readonly kind: 'make'; readonly name: string }
  | { readonly kind: 'join'; readonly code: string }
  | { readonly kind: 'invite'; readonly group: string }
  /** `sure`: they were asked once more. */
  | { readonly kind: 'leave'; readonly group: string; readonly sure: boolean };

/** What came of a wish. */
export type GroupOutcome =
  | {
      readonly kind: 'made' | 'left' | 'last-trainer' | 'ask-leave';
      readonly name: string;
      readonly group: string;
    }
  | { readonly kind: 'joined' | 'already'; readonly name: string; readonly role: GroupRole }
  | {
      readonly kind: 'invited';
      readonly name: string;
      /** As it is read out. */
      readonly code: string;
      readonly days: number;
      readonly uses: number;
    }
  | { readonly kind: 'no-name' | 'no-code' | 'refused' | 'not-yours' }
  /** The guest of this machine is nobody in particular, and enters a group at the door. */
  | { readonly kind: 'at-the-door' }
  | { readonly kind: 'wait'; readonly seconds: number };

/** Somebody's groups as they stand after the wish. */
export interface GroupsSeen {
  readonly groups: readonly {
    readonly id: string;
    readonly name: string;
    readonly role: GroupRole;
    readonly people: number;
  }[];
  readonly mayMake: boolean;
  /** Null when they only looked. */
  readonly outcome: GroupOutcome | null;
}
