import type { Turn } from '../model/conversation';
import type {
  EarlierAttempt,
  KnownPerson,
  NeedsAttempt,
  NeedsGroups,
  NeedsHomework,
  NeedsPerson,
  NeedsReviews,
  OpenHomework,
  Recorded,
} from '../model/decision';
import type { GroupsSeen } from '../model/groupsInChat';
import type { IncomingMessage, Reply } from '../model/message';
import type { OpenReview } from '../model/openReview';
import type { Attempt, Session } from '../model/session';
import type { Texts } from '../model/texts';
import type { Playbook, StagedScenario } from './playbook';

/** What is handed in with a message. */
export interface Given {
  /** The id of an attempt, should one be started. */
  readonly freshId: string;
  /** The recorded turns of the attempt; null while nobody has asked for them. */
  readonly transcript: readonly Turn[] | null;
  /** The other attempt that was asked for; null when this learner has none like it, absent when nobody asked. */
  readonly earlier?: EarlierAttempt | null;
  /** What is kept about the learner; absent when nobody asked. */
  readonly person?: KnownPerson;
  /** What the learner has still to do, the nearest day first; absent when nobody asked. */
  readonly homework?: readonly OpenHomework[];
  /** What came of a wish about groups; absent when there was none. */
  readonly groups?: GroupsSeen;
  /** What the learner may look at with others, newest first; absent when nobody asked. */
  readonly reviews?: readonly OpenReview[];
}

/** The work on one message: what stands fixed, and what has come of it so far. */
export interface Desk {
  readonly playbook: Playbook;
  readonly message: IncomingMessage;
  readonly given: Given;
  readonly texts: Texts;
  readonly session: Session;
  readonly replies: readonly Reply[];
  readonly recorded: readonly Recorded[];
  /** What is to be taken up again, once that is known to be possible. */
  readonly branch?: BranchSource;
}

/** An attempt and the turn from which it is said anew. */
export interface BranchSource {
  readonly of: Pick<Attempt, 'id' | 'scenario' | 'content' | 'level' | 'preparation' | 'homework'>;
  readonly play: StagedScenario;
  readonly turns: readonly Turn[];
  readonly turn: number;
}

/** An act that cannot be done without the turns so far. */
export const NEEDS_TRANSCRIPT = 'needs-transcript';

/** What an act may lack; it is fetched, and everything is decided again. */
export type Need =
  | typeof NEEDS_TRANSCRIPT
  | NeedsAttempt
  | NeedsPerson
  | NeedsHomework
  | NeedsGroups
  | NeedsReviews;

export type Act = (desk: Desk) => Desk | Need;

export function isNeed<T extends object | null>(outcome: T | Need): outcome is Need {
  return outcome === NEEDS_TRANSCRIPT || (outcome !== null && 'needs' in outcome);
}

export function reply(desk: Desk, ...replies: readonly Reply[]): Desk {
  return { ...desk, replies: [...desk.replies, ...replies] };
}

/** The coach says a text of the interface. */
export function coach(desk: Desk, key: string, values: Readonly<Record<string, string | number>> = {}): Desk {
  return reply(desk, { kind: 'coach', text: desk.texts(`interface.coach.${key}`, values) });
}

export function record(desk: Desk, ...recorded: readonly Recorded[]): Desk {
  return { ...desk, recorded: [...desk.recorded, ...recorded] };
}

export function withAttempt(desk: Desk, change: Partial<Attempt>): Desk {
  const { attempt } = desk.session;
  return attempt ? { ...desk, session: { ...desk.session, attempt: { ...attempt, ...change } } } : desk;
}

/** The scenario of the running attempt, as it was when the attempt began. */
export function staged(desk: Desk): { readonly attempt: Attempt; readonly play: StagedScenario } | null {
  const { attempt } = desk.session;
  const play = attempt && desk.playbook.pinned.get(attempt.content);
  return attempt && play ? { attempt, play } : null;
}

/** What was typed, or '' when a card was used. */
export function typed(desk: Desk): string {
  const { body } = desk.message;
  return body.kind === 'text' ? body.text.trim() : '';
}

/** A value of a card's form or button. */
export function value(desk: Desk, name: string): string | null {
  const { body } = desk.message;
  return body.kind === 'action' ? (body.values[name] ?? null) : null;
}

/** The turns so far, those decided with this very message included. */
export function turnsSoFar(desk: Desk): readonly Turn[] | null {
  const { transcript } = desk.given;
  const added = desk.recorded.flatMap((item) => (item.kind === 'turn' ? [item.turn] : []));
  return transcript && [...transcript, ...added];
}
