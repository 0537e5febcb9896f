import { PROJECT_ROOT } from '../../src/cli/root';
import { loadLibrary } from '../../src/content/library';
import { decideTurn } from '../../src/core/decideTurn';
import type { Turn } from '../../src/core/model/conversation';
import type { MessageBody } from '../../src/core/model/message';
import type { Session } from '../../src/core/model/session';
import { score } from '../../src/core/scoring/score';
import { playthrough } from '../support/playthrough';
import { line, spread, time } from './report';

const FIRST: Session = {
  conversation: 'bench',
  learner: 'bench',
  version: 0,
  stage: 'choosing',
  paused: false,
  locale: 'nl',
  address: 'je',
  attempt: null,
};

/** A full turn in process: understand, advance, render, and score the whole talk so far. */
export async function benchTurn(): Promise<readonly string[]> {
  const loaded = loadLibrary(PROJECT_ROOT);
  if (!loaded.ok) throw new Error('content has errors; run check');
  const { playbook } = loaded.library;
  const { replies } = playthrough('hasna', 'excellent');
  const decide = (
    session: Session,
    body: MessageBody,
    number: number,
    transcript: readonly Turn[] | null,
  ) => {
    const message = { id: `${number}`, conversation: 'bench', learner: 'bench', body };
    return decideTurn(playbook, session, message, { freshId: 'bench', transcript, homework: [] });
  };
  const begin = (): Session => {
    const bodies: readonly MessageBody[] = [
      { kind: 'action', action: 'choose', values: { scenario: 'hasna' } },
      { kind: 'action', action: 'begin', values: {} },
    ];
    return bodies.reduce((session, body, i) => {
      const decision = decide(session, body, i, []);
      return 'needs' in decision ? session : decision.session;
    }, FIRST);
  };
  let session = begin();
  let turns: Turn[] = [];
  const durations = await time(600, 100, (run) => {
    if (session.stage !== 'playing') {
      session = begin();
      turns = [];
    }
    const text = replies[Math.abs(run) % replies.length] ?? '';
    const decision = decide(session, { kind: 'text', text }, run, turns);
    if ('needs' in decision) return;
    session = JSON.parse(JSON.stringify(decision.session));
    for (const item of decision.recorded) if (item.kind === 'turn') turns.push(item.turn);
    score(playbook.rubric, turns);
  });
  const { median, p95 } = spread(durations);
  return [
    line('a full turn in process (understand, advance, render, score), median', median, 'ms', { most: 3 }),
    line('a full turn in process, p95', p95, 'ms'),
  ];
}
