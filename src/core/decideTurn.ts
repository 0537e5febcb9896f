import { actFor } from './deciding/acts';
import { changeLevel } from './deciding/choosing';
import { coach, type Desk, type Given, NEEDS_TRANSCRIPT } from './deciding/desk';
import { interpret } from './deciding/interpret';
import type { Playbook, StagedScenario } from './deciding/playbook';
import type { SessionEvent } from './dialogue/session';
import type { NeedsTranscript, TurnDecision } from './model/decision';
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
): TurnDecision | NeedsTranscript {
  const texts = playbook.texts(session.locale, session.address);
  const desk: Desk = { playbook, message, given, texts, session, replies: [], recorded: [] };
  const done = decide(desk);
  if (done === NEEDS_TRANSCRIPT) return { needs: 'transcript' };
  return { session: done.session, replies: done.replies, recorded: done.recorded };
}

function decide(desk: Desk): Desk | typeof NEEDS_TRANSCRIPT {
  const meaning = interpret(desk);
  switch (meaning.kind) {
    case 'event':
      return happen(desk, meaning.event, meaning.chosen);
    case 'level':
      return changeLevel(desk, meaning.level);
    case 'language':
      return coach(setting(desk, { locale: meaning.locale }), 'languageSet');
    case 'address':
      return coach(setting(desk, { address: meaning.address }), 'addressSet');
    case 'unknown-command':
      return coach(desk, 'unknownCommand', { word: meaning.word });
  }
}

/** The machine says where the session goes and which acts are due; an event it does not know changes nothing. */
function happen(desk: Desk, event: SessionEvent, chosen?: StagedScenario): Desk | typeof NEEDS_TRANSCRIPT {
  const { place, acts } = desk.playbook.session.next(desk.session, event);
  if (acts.length === 0) return coach(desk, 'notNow');
  let now: Desk = { ...desk, session: { ...desk.session, ...place } };
  for (const name of acts) {
    const next = actFor(name, chosen)(now);
    if (next === NEEDS_TRANSCRIPT) return NEEDS_TRANSCRIPT;
    now = next;
  }
  const ended = now.session.stage === 'playing' && now.session.attempt?.rolePlay.ending;
  return ended ? happen(now, { type: 'TALK_ENDED' }) : now;
}

function setting(desk: Desk, change: Partial<Pick<Session, 'locale' | 'address'>>): Desk {
  const session = { ...desk.session, ...change };
  return { ...desk, session, texts: desk.playbook.texts(session.locale, session.address) };
}
