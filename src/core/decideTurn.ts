import { actFor } from './deciding/acts';
import { showHomework, showPage, showReviews } from './deciding/asking';
import { boundCards } from './deciding/binding';
import { type BranchWish, branchSource } from './deciding/branching';
import { changeLevel } from './deciding/choosing';
import { coach, type Desk, type Given, isNeed, NEEDS_TRANSCRIPT, type Need } from './deciding/desk';
import { withExamples } from './deciding/examples';
import { groups } from './deciding/grouping';
import { interpret } from './deciding/interpret';
import type { Playbook, StagedScenario } from './deciding/playbook';
import { keepSettings, settle } from './deciding/settling';
import type { SessionEvent } from './dialogue/session';
import type { Needs, TurnDecision } from './model/decision';
import type { IncomingMessage } from './model/message';
import type { Session } from './model/session';

/**
 * Decides one message: what it means, what becomes of the session, what is answered, what is recorded. Pure: the
 * same playbook, session, message and transcript always give the same decision, and nothing happens outside.
 */
export function decideTurn(
  playbook: Playbook,
  session: Session,
  message: IncomingMessage,
  given: Given,
): TurnDecision | Needs {
  const begun = inTheirLanguage(session, message);
  const texts = playbook.texts(begun.locale, begun.address);
  const desk: Desk = { playbook, message, given, texts, session: begun, replies: [], recorded: [] };
  const done = decide(desk);
  if (isNeed(done)) return done === NEEDS_TRANSCRIPT ? { needs: 'transcript' } : done;
  const { session: next, replies, recorded } = withExamples(done, session);
  return { session: next, replies: boundCards(replies, next), recorded };
}

function decide(desk: Desk): Desk | Need {
  const meaning = interpret(desk);
  switch (meaning.kind) {
    case 'event':
      return happen(desk, meaning.event, meaning.chosen);
    case 'branch':
      return takeUpAgain(desk, meaning.wish);
    case 'level':
      return changeLevel(desk, meaning.level);
    case 'language':
      return keepSettings(desk, { locale: meaning.locale });
    case 'address':
      return keepSettings(desk, { address: meaning.address });
    case 'settings':
      return settle(desk);
    case 'page':
      return showPage(desk);
    case 'homework':
      return showHomework(desk);
    case 'reviews':
      return showReviews(desk);
    case 'groups':
      return groups(desk, meaning.wish);
    case 'stale':
      return coach(desk, 'staleCard');
    case 'unknown-command':
      return coach(desk, 'unknownCommand', { word: meaning.word });
  }
}

/** The machine says where the session goes and which acts are due; an event it does not know changes nothing. */
function happen(desk: Desk, event: SessionEvent, chosen?: StagedScenario): Desk | Need {
  const { place, acts } = desk.playbook.session.next(desk.session, event);
  if (acts.length === 0) return coach(desk, 'notNow');
  let now: Desk = { ...desk, session: { ...desk.session, ...place } };
  for (const name of acts) {
    const next = actFor(name, chosen)(now);
    if (isNeed(next)) return next;
    now = next;
  }
  const ended = now.session.stage === 'playing' && now.session.attempt?.rolePlay.ending;
  return ended ? happen(now, { type: 'TALK_ENDED' }) : now;
}

/** Only what can be taken up again moves the session. */
function takeUpAgain(desk: Desk, wish: BranchWish): Desk | Need {
  const source = branchSource(desk, wish);
  if (isNeed(source)) return source;
  return source ? happen({ ...desk, branch: source }, { type: 'BRANCH' }) : coach(desk, 'noSuchTurn');
}

/** A conversation begins in the language of whoever comes in; after that only a wish changes it. */
function inTheirLanguage(session: Session, { body }: IncomingMessage): Session {
  const locale = body.kind === 'joined' && session.version === 0 ? body.locale : undefined;
  return locale ? { ...session, locale } : session;
}
