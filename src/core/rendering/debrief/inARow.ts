import { matchesAny } from '../../dialogue/selectors';
import type { Turn } from '../../model/conversation';
import type { Scenario } from '../../model/scenario';
import type { Evidence, Scorecard } from '../../model/scoring';
import { saysOneOf } from './sayings';

/** The indicator that speaks against closed questions. */
const INTERROGATES = 'H1-interrogates';

/** So many turns make a row. */
const ROW = 3;

/**
 * A scorecard without what only looks like questioning: a closed question is held against somebody where it ends a
 * row of turns that asked nothing else. And a yes or no that must be had, on what is to be settled, is no such question.
 */
export function withoutFairQuestions(scenario: Scenario, card: Scorecard, turns: readonly Turn[]): Scorecard {
  const settling = scenario.matters.map(({ id }) => saysOneOf(scenario.texts.matters[id]?.words ?? []));
  const isFair = ({ rule, for: speaksFor, turn }: Evidence) =>
    rule === INTERROGATES &&
    !speaksFor &&
    (!endsARow(turns, turn) || settling.some((speaksOf) => speaksOf(textOf(turns, turn))));
  return {
    ...card,
    criteria: card.criteria.map((mark) => ({ ...mark, evidence: mark.evidence.filter((e) => !isFair(e)) })),
  };
}

function endsARow(turns: readonly Turn[], number: number): boolean {
  const row = turns.filter((turn) => turn.number > number - ROW && turn.number <= number);
  return row.length === ROW && row.every(onlyAsksClosed);
}

/** A closed question, and nothing that lets the other tell. */
function onlyAsksClosed({ understanding: { sentences } }: Turn): boolean {
  return (
    sentences.some(({ reading }) => matchesAny(['closed-question', 'leading-question'], reading)) &&
    !sentences.some(({ reading }) => matchesAny(['open-question', 'give-space', 'reflect'], reading))
  );
}

function textOf(turns: readonly Turn[], number: number): string {
  return turns.find((turn) => turn.number === number)?.text ?? '';
}
