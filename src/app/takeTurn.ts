import type { Turn } from '../core/model/conversation';
import type { EarlierAttempt, KnownPerson, Needs, OpenHomework, TurnDecision } from '../core/model/decision';
import type { GroupsSeen } from '../core/model/groupsInChat';
import type { IncomingMessage, RecordedMessage } from '../core/model/message';
import type { OpenReview } from '../core/model/openReview';
import type { Session } from '../core/model/session';
import type { GroupsInChat } from './groupsInChat';
import { openHomeworkOf } from './openHomework';
import type { Clock, Ids, Store } from './ports';
import { openReviewsOf } from './reviews/openReviews';
import { TurnError } from './turnError';

/** What deciding may use beside the session and the message, so that it needs no randomness and no store. */
export interface DecisionAids {
  /** The id of an attempt, should one be started. */
  readonly freshId: string;
  /** The turns of the session's attempt; null until they were asked for with `NeedsTranscript`. */
  readonly transcript: readonly Turn[] | null;
  /** The other attempt that was asked for; null when this learner has none like it, absent until it was asked for. */
  readonly earlier?: EarlierAttempt | null;
  /** What is kept about the learner; absent until it was asked for. */
  readonly person?: KnownPerson;
  /** What the learner has still to do; absent until it was asked for. */
  readonly homework?: readonly OpenHomework[];
  /** What came of a wish about groups; absent until there was one. */
  readonly groups?: GroupsSeen;
  /** What the learner may look at with others; absent until it was asked for. */
  readonly reviews?: readonly OpenReview[];
}

/** Pure: the same input gives the same decision. */
export type Decide = (session: Session, message: IncomingMessage, aids: DecisionAids) => TurnDecision | Needs;

export interface TurnDependencies {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly decide: Decide;
  /** Makes wishes about groups come true; without it there are none here. */
  readonly groups?: GroupsInChat;
  /** Fetches the content an attempt was played with, by its hash, should it be of an older version. */
  readonly prepare?: (content: string) => Promise<void>;
  /** The session of a conversation that has none yet, at version 0. */
  readonly firstSession: (message: IncomingMessage) => Session | Promise<Session>;
}

const NO_GROUPS: GroupsSeen = { groups: [], mayMake: false, outcome: null };

/** How often a message is decided again because another process moved the session on in between. */
const RETRIES = 3;

/** The transcript, another attempt, who the learner is, and their homework. */
const THINGS_TO_ASK = 4;

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
  const session = (await store.session(message.conversation)) ?? (await deps.firstSession(message));
  if (session.learner !== message.learner) throw new TurnError('not-theirs');
  const earlier = await store.recorded(message.conversation, message.id);
  if (earlier) return earlier;

  if (session.attempt) await deps.prepare?.(session.attempt.content);
  const decision = await decideWithAids(deps, session, message, freshId);
  const outcome = await store.commit(message, decision, session.version, clock.now());
  return outcome.kind === 'conflict' ? null : outcome.message;
}

/** Decides, fetches what that turned out to need, and decides again; each thing is asked for once. */
async function decideWithAids(
  deps: TurnDependencies,
  session: Session,
  message: IncomingMessage,
  freshId: string,
): Promise<TurnDecision> {
  let aids: DecisionAids = { freshId, transcript: null };
  for (let asked = 0; asked <= THINGS_TO_ASK; asked++) {
    const outcome = deps.decide(session, message, aids);
    if (!('needs' in outcome)) return outcome;
    aids = { ...aids, ...(await fetchAid(deps, session, outcome, freshId)) };
  }
  throw new TurnError('undecided');
}

async function fetchAid(
  { store, clock, groups, prepare }: TurnDependencies,
  session: Session,
  needs: Needs,
  freshId: string,
): Promise<Partial<DecisionAids>> {
  if (needs.needs === 'transcript') {
    return { transcript: session.attempt ? await store.turns(session.attempt.id) : [] };
  }
  if (needs.needs === 'groups') {
    return { groups: (await groups?.(session.learner, needs.wish, freshId)) ?? NO_GROUPS };
  }
  if (needs.needs === 'homework') {
    return { homework: await openHomeworkOf(store, session.learner, clock.now()) };
  }
  if (needs.needs === 'reviews') {
    return { reviews: await openReviewsOf(store, session.learner, clock.now()) };
  }
  if (needs.needs === 'person') return { person: await store.people.person(session.learner) };
  const earlier = await readEarlier(store, session.learner, needs.attempt);
  if (earlier) await prepare?.(earlier.content);
  return { earlier };
}

/** Null when there is no such attempt and when it is somebody else's. */
async function readEarlier(store: Store, learner: string, id: string): Promise<EarlierAttempt | null> {
  const attempt = await store.attempt(id);
  if (attempt?.learner !== learner) return null;
  const [turns, corrections] = await Promise.all([store.turns(id), store.corrections(id)]);
  return { ...attempt, turns, corrections };
}
