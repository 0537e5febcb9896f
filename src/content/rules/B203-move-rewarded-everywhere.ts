import { MOVES } from '../../core/model/moves';
import type { Indicator } from '../../core/model/scoring';
import { looksFor, type RubricRule } from './rubricRule';

/** From this share of the criteria on a move is a trick. */
const EVERYWHERE = 0.4;

export const moveRewardedEverywhere: RubricRule = {
  code: 'B203',
  severity: 'warning',
  why: 'A move that counts for nearly everything, whatever it is about and whenever it is said, becomes a trick.',
  check: ({ rubric }) =>
    MOVES.flatMap((move) => {
      const rewarding = rubric.data.criteria.filter(({ indicators }) =>
        indicators.some((indicator) => indicator.for && isPlain(indicator) && looksFor(indicator, move)),
      );
      if (rewarding.length <= rubric.data.criteria.length * EVERYWHERE) return [];
      return [
        {
          path: ['criteria'],
          what: `"${move}" is rewarded in ${rewarding.length} criteria without asking for topic or moment: ${rewarding.map(({ id }) => id).join(', ')}`,
          fix: 'Ask for topics, a phase or what must come before it ("after") in some of these indicators.',
        },
      ];
    }),
};

function isPlain({ topics, phase, climate, after, needs }: Indicator): boolean {
  return !topics && !phase && !climate && !after && !needs;
}
