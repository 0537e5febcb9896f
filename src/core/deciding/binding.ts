import type { Card, CardAction, CardActionName, Reply } from '../model/message';
import type { Session } from '../model/session';
import { type Desk, value } from './desk';

/** Buttons that mean something for one attempt only, and those that mean it at one step of it. */
const OF_AN_ATTEMPT: ReadonlySet<CardActionName> = new Set(['level', 'begin', 'prepare', 'skip', 'reflect']);
const OF_A_STAGE: ReadonlySet<CardActionName> = new Set(['prepare', 'skip', 'reflect']);

/** Notes on the buttons of cards for which attempt and step they are, so that old cards can be told from new. */
export function boundCards(replies: readonly Reply[], session: Session): readonly Reply[] {
  return replies.map((reply) =>
    reply.kind === 'card' ? { ...reply, card: boundCard(reply.card, session) } : reply,
  );
}

function boundCard(card: Card, session: Session): Card {
  return { ...card, actions: card.actions.map((action) => bound(action, session)) };
}

function bound(action: CardAction, { attempt, stage }: Session): CardAction {
  if (action.kind !== 'submit' || attempt === null || !OF_AN_ATTEMPT.has(action.action)) return action;
  const step = OF_A_STAGE.has(action.action) ? { stage } : {};
  return { ...action, values: { ...action.values, attempt: attempt.id, ...step } };
}

/** Whether a card of an earlier attempt or step was used. A card that does not say for which it is passes. */
export function isStale(desk: Desk, action: CardActionName): boolean {
  if (!OF_AN_ATTEMPT.has(action)) return false;
  const [attempt, stage] = [value(desk, 'attempt'), value(desk, 'stage')];
  const otherAttempt = attempt !== null && attempt !== desk.session.attempt?.id;
  const otherStage = stage !== null && OF_A_STAGE.has(action) && stage !== desk.session.stage;
  return otherAttempt || otherStage;
}
