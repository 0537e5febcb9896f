import type { Effect } from '../model/conversation';
import type { RolePlayState } from '../model/session';
import type { Reading } from '../model/understanding';

/** What happens in a role-play, one step at a time. */
export type RolePlayEvent =
  /** A new reply begins. `silent`: nothing was said; `puzzled`: nothing was understood. */
  | { readonly type: 'REPLY'; readonly silent: boolean; readonly puzzled: boolean }
  | {
      readonly type: 'SENTENCE';
      readonly index: number;
      readonly reading: Reading;
      readonly topics: readonly string[];
      /** Concerns that the sentence asks about or names. */
      readonly concerns: readonly string[];
    }
  | { readonly type: 'DISCLOSE'; readonly id: string }
  /** The reply is over; is the talk over too? Reading and topics are those of the reply as a whole. */
  | { readonly type: 'SETTLE'; readonly reading: Reading; readonly topics: readonly string[] }
  /** The learner ends the talk. */
  | { readonly type: 'STOP'; readonly reading: Reading; readonly topics: readonly string[] };

/**
 * A scenario compiled to a state machine (phase × climate, then the ending), seen from outside: state in, state
 * out, as plain JSON. Pure.
 */
export interface RolePlayMachine {
  start(): RolePlayState;
  send(
    state: RolePlayState,
    event: RolePlayEvent,
  ): { readonly state: RolePlayState; readonly effect: Effect | null };
}
