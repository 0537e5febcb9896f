import { freshMemory } from '../../dialogue/memory';
import { helpfulReplies } from '../../dialogue/replyBank';
import type { Turn } from '../../model/conversation';
import type { Scenario } from '../../model/scenario';
import type { RolePlayMemory } from '../../model/session';

/** How many other replies are shown for the weakest moment. */
const ALTERNATIVES = 3;

/** Other replies for a turn, in different styles, from the scenario's bank: to read after an own try. */
export function alternativesFor(
  scenario: Scenario,
  turns: readonly Turn[],
  number: number,
): readonly string[] {
  const earlier = turns.filter((turn) => turn.number < number);
  const turn = turns.find((item) => item.number === number);
  if (!turn) return [];
  const last = earlier.at(-1);
  return helpfulReplies(
    scenario,
    {
      state: {
        phase: last?.phase ?? 'arrival',
        climate: last?.climate ?? 'guarded',
        ending: null,
        reason: null,
        memory: memoryBefore(turn, earlier),
      },
      topics: turn.understanding.sentences.flatMap(({ topics }) => topics.map(({ topic }) => topic)),
      shown: [],
      seed: turn.text,
    },
    ALTERNATIVES,
  ).filter((text) => text !== turn.text);
}

/** As much of the memory as conditions of replies look at, drawn from the record. */
function memoryBefore(turn: Turn, earlier: readonly Turn[]): RolePlayMemory {
  const lines = earlier.at(-1)?.persona ?? [];
  return {
    ...freshMemory(turn.before),
    turn: earlier.length,
    disclosed: earlier.flatMap(({ disclosed }) => disclosed),
    raised: earlier.flatMap(({ raised }) => raised),
    used: Object.fromEntries(
      lines.map(({ line, variant }) => [line, { variants: [variant], lastTurn: earlier.length }]),
    ),
  };
}
