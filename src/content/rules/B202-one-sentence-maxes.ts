import { MOVES } from '../../core/model/moves';
import { looksFor, type RubricRule } from './rubricRule';

export const oneSentenceMaxes: RubricRule = {
  code: 'B202',
  severity: 'warning',
  why: 'One good sentence is a start, not a skill; whoever finds it would have the highest mark at once.',
  check: ({ rubric }) =>
    rubric.data.criteria.flatMap(({ id, indicators, thresholds }, i) =>
      MOVES.flatMap((move) => {
        const points = indicators
          .filter((indicator) => indicator.for && looksFor(indicator, move))
          .reduce((sum, indicator) => sum + indicator.points, 0);
        if (points < thresholds.strong) return [];
        return [
          {
            path: ['criteria', i],
            what: `a single "${move}" can bring ${points} points for ${id}, and ${thresholds.strong} is "strong"`,
            fix: 'Spread the points over indicators for different moves, or raise the threshold.',
          },
        ];
      }),
    ),
};
