import type { DecisionAids, TurnDependencies } from '../../src/app/takeTurn';
import type { NeedsTranscript, TurnDecision } from '../../src/core/model/decision';
import type { IncomingMessage } from '../../src/core/model/message';
import type { Session } from '../../src/core/model/session';
import { AT, SCORECARD, sampleAttempt, sampleSession, sampleTurn } from '../storage/fixtures';

/**
 * A small conversation to try the use case with, pure as the real one: the first message starts an attempt, each
 * further text is a turn that is echoed with its number, and "stop" ends with a card that needs the transcript.
 */
export function echo(
  session: Session,
  message: IncomingMessage,
  aids: DecisionAids,
): TurnDecision | NeedsTranscript {
  const words = message.body.kind === 'text' ? message.body.text : '';
  const { attempt } = session;
  if (!attempt) return begin(session, aids);
  if (words !== 'stop') return answer(session, words);
  if (!aids.transcript) return { needs: 'transcript' };
  const said = aids.transcript.map((turn) => turn.text).join(' / ');
  return {
    session: { ...session, stage: 'debriefing' },
    replies: [{ kind: 'coach', text: said }],
    recorded: [{ kind: 'finished', attempt: attempt.id, scorecard: SCORECARD }],
  };
}

function begin(session: Session, aids: DecisionAids): TurnDecision {
  return {
    session: { ...session, attempt: sampleAttempt(aids.freshId) },
    replies: [{ kind: 'coach', text: 'welcome' }],
    recorded: [{ kind: 'attempt-started', attempt: aids.freshId }],
  };
}

/** The number of the turn is kept in the hints, which stand in for the memory of a role-play. */
function answer(session: Session, words: string): TurnDecision {
  const attempt = session.attempt ?? sampleAttempt('none');
  const number = attempt.hints;
  return {
    session: { ...session, attempt: { ...attempt, hints: number + 1 } },
    replies: [{ kind: 'coach', text: `${number}: ${words}` }],
    recorded: [{ kind: 'turn', attempt: attempt.id, turn: sampleTurn(number, words) }],
  };
}

export function echoOn(store: TurnDependencies['store'], prefix = 'id'): TurnDependencies {
  let made = 0;
  return {
    store,
    clock: { now: () => AT },
    ids: { fresh: () => `${prefix}-${++made}` },
    decide: echo,
    firstSession: ({ conversation, learner }) => sampleSession(conversation, { learner }),
  };
}
