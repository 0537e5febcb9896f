import type { Stage } from '../model/session';

/** What a learner's message means for the session. */
export type SessionEvent =
  | { readonly type: 'JOINED' }
  | { readonly type: 'CHOSE' }
  | { readonly type: 'UNKNOWN_SCENARIO' }
  | { readonly type: 'TEXT' }
  /** Go on to the next step, or to the next question. */
  | { readonly type: 'NEXT' }
  | { readonly type: 'BEGIN' }
  | { readonly type: 'SKIP' }
  | { readonly type: 'PREPARED' }
  | { readonly type: 'REFLECTED' }
  | { readonly type: 'TALK_ENDED' }
  | { readonly type: 'AGAIN' }
  /** Take an attempt up again from one of its turns. */
  | { readonly type: 'BRANCH' }
  | { readonly type: 'HINT' }
  | { readonly type: 'PAUSE' }
  | { readonly type: 'RESUME' }
  | { readonly type: 'BACK' }
  | { readonly type: 'STOP' }
  | { readonly type: 'HELP' };

/** What is to be done, by name; `src/core/decide` knows how. */
const SESSION_ACTS = [
  'welcome',
  'offerScenarios',
  'askAgain',
  'startAttempt',
  'brief',
  'remindBriefing',
  'askPreparation',
  'notePreparation',
  'keepPreparation',
  'skipQuestion',
  'openTalk',
  'recallTalk',
  'playTurn',
  'giveHint',
  'noHintHere',
  'takeBack',
  'takeUpAgain',
  'nothingToTakeBack',
  'stopTalk',
  'nothingToStop',
  'debrief',
  'remindReflection',
  'askReflection',
  'noteReflection',
  'keepReflection',
  'close',
  'help',
  'pause',
  'resume',
  'stillPaused',
] as const;
export type SessionAct = (typeof SESSION_ACTS)[number];

export interface SessionPlace {
  readonly stage: Stage;
  readonly paused: boolean;
}

/** The session machine from outside: pure, plain data in and out. */
export interface SessionMachine {
  next(
    place: SessionPlace,
    event: SessionEvent,
  ): { readonly place: SessionPlace; readonly acts: readonly SessionAct[] };
}
