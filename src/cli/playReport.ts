import type { Turn } from '../core/model/conversation';
import type { Rubric } from '../core/model/scoring';
import type { Attempt } from '../core/model/session';
import { score } from '../core/scoring/score';

/** A played conversation in the form that `play --json` prints and keeps. */
export function playReport(rubric: Rubric, attempt: Attempt, turns: readonly Turn[]) {
  return {
    scenario: attempt.scenario,
    ending: attempt.rolePlay.ending,
    turns: turns.map(reportTurn),
    scorecard: {
      criteria: score(rubric, turns).criteria.map(({ id, level, evidence }) => ({
        id,
        level,
        evidence: evidence.map((item) => ({
          turn: item.turn,
          quote: item.quote,
          rule: item.rule,
          for: item.for,
        })),
      })),
    },
  };
}

function reportTurn(turn: Turn) {
  return {
    reply: turn.text,
    sentences: turn.understanding.sentences.map(({ text, moves, topics }) => ({
      text,
      moves: moves.map(({ move, confidence }) => ({ move, confidence })),
      topics: topics.map(({ topic }) => topic),
    })),
    meters: turn.meters,
    phase: turn.phase,
    climate: turn.climate,
    disclosed: turn.disclosed,
    persona: turn.persona.map(({ text }) => text),
  };
}
