import type { Turn } from '../core/model/conversation';
import type { NeedsTranscript, TurnDecision } from '../core/model/decision';
import type { IncomingMessage, RecordedMessage } from '../core/model/message';
import type { Session } from '../core/model/session';
import type { Clock, Ids, Store } from './ports';
import { TurnError } from './turnError';

/** What deciding may use beside the session and the message, so that it needs no randomness and no store. */
export interface DecisionAids {
  /** The id of an attempt, should one be started. */
  readonly freshId: string;
  /** The turns of the session's attempt; null until they were asked for with `NeedsTranscript`. */
  readonly transcript: readonly Turn[] | null;
}

/** Pure: the same input gives the same decision. */
export type Decide = (
  session: Session,
  message: IncomingMessage,
  aids: DecisionAids,
) => TurnDecision | NeedsTranscript;

export interface TurnDependencies {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly decide: Decide;
  /** Fetches what deciding will need for this session, such as content of an older version. */
  readonly prepare?: (session: Session) => Promise<void>;
  /** The session of a conversation that has none yet, at version 0. */
  readonly firstSession: (message: IncomingMessage) => Session;
}

/** How often a message is decided again because another process moved the session on in between. */
const RETRIES = 3;

/** Decides a message once and writes it down in one transaction; a message seen before is answered from the record. */
export async function takeTurn(deps: TurnDependencies, message: IncomingMessage): Promise<RecordedMessage> {
  const freshId = deps.ids.fresh();
  for (let retry = 0; retry <= RETRIES; retry++) {
    const answer = await takeOnce(deps, message, freshId);
    if (answer) return answer;
  }
  throw new TurnError('contended');
}

/** Null when the session moved on while this message was being decided. */
async function takeOnce(
  deps: TurnDependencies,
  message: IncomingMessage,
  freshId: string,
): Promise<RecordedMessage | null> {
  const { store, clock } = deps;
  const session = (await store.session(message.conversation)) ?? deps.firstSession(message);
  if (session.learner !== message.learner) throw new TurnError('not-theirs');
  const earlier = await store.recorded(message.conversation, message.id);
  if (earlier) return earlier;

  await deps.prepare?.(session);
  const decision = await decideWithTranscript(deps, session, message, freshId);
  const outcome = await store.commit(message, decision, session.version, clock.now());
  return outcome.kind === 'conflict' ? null : outcome.message;
}

async function decideWithTranscript(
  { store, decide }: TurnDependencies,
  session: Session,
  message: IncomingMessage,
  freshId: string,
): Promise<TurnDecision> {
  const first = decide(session, message, { freshId, transcript: null });
  if (!('needs' in first)) return first;
  const transcript = session.attempt ? await store.turns(session.attempt.id) : [];
  const second = decide(session, message, { freshId, transcript });
  if ('needs' in second) throw new TurnError('undecided');
  return second;
}
