import { hear } from '../deciding/hearing';
import type { StagedScenario } from '../deciding/playbook';
import { openTalk, playTurn, stopTalk } from '../dialogue/playTurn';
import type { Ending, Turn } from '../model/conversation';
import type { Example } from '../model/example';
import type { Scorecard } from '../model/scoring';
import type { RolePlayState } from '../model/session';
import { score } from '../scoring/score';
import type { RecordedTalk, TryTools } from './whatIf';

/** An example as if somebody had just had it. */
export interface ExampleTalk extends RecordedTalk {
  /** What the persona said first. */
  readonly opening: readonly string[];
  readonly card: Scorecard;
  readonly ending: Ending | null;
  readonly reason: string | null;
}

/**
 * Plays an example through its scenario, as a learner's talk is played. Pure: the same replies and content give the
 * same talk. What is said after the talk has ended is left out.
 */
export function playExample(
  example: Pick<Example, 'replies'>,
  play: StagedScenario,
  tools: TryTools,
): ExampleTalk {
  const { state: start, opening } = openTalk(play, play.scenario.id);
  let state: RolePlayState = start;
  const turns: Turn[] = [];
  for (const text of example.replies) {
    if (state.ending) break;
    const heard = hear(tools, play, text, state.memory.lastSaid);
    if (heard.kind === 'aside') continue;
    const played = playTurn(play, state, text, heard.understanding, 0);
    turns.push(played.turn);
    state = played.state;
  }
  const { ending, reason } = state.ending ? state : stopTalk(play, state);
  return { play, turns, corrections: [], opening, card: score(tools.rubric, turns), ending, reason };
}
