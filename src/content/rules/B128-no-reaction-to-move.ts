import { matchesAny } from '../../core/dialogue/selectors';
import { CLIMATES } from '../../core/model/conversation';
import { MOVES } from '../../core/model/moves';
import type { Rule } from './rule';

export const noReactionToMove: Rule = {
  code: 'B128',
  severity: 'warning',
  why: 'A persona who answers an insult and a compliment with the same words does not listen.',
  check: ({ scenario }) => {
    const reactions = scenario.data.lines.reaction.filter(({ when }) =>
      Object.keys(when).every((part) => part === 'moves' || part === 'climate'),
    );
    return MOVES.flatMap((move) => {
      const missing = CLIMATES.filter(
        (climate) =>
          !reactions.some(
            ({ when }) =>
              when.moves &&
              matchesAny(when.moves, { kind: 'move', move, confidence: 1 }) &&
              (!when.climate || when.climate.includes(climate)),
          ),
      );
      if (missing.length === 0) return [];
      return [
        {
          in: 'scenario' as const,
          path: ['lines', 'reaction'],
          what: `no reaction to "${move}" when the climate is ${missing.join(' or ')}`,
          fix: 'Add a reaction for this move, its family or its "any:…", with no other condition than climate.',
        },
      ];
    });
  },
};
