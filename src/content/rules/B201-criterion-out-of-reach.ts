import { canBeMet, type RubricRule } from './rubricRule';

export const criterionOutOfReach: RubricRule = {
  code: 'B201',
  severity: 'warning',
  why: 'A level that no talk can reach is not a mark but a closed door.',
  check: ({ rubric, topics }) =>
    rubric.data.criteria.flatMap(({ id, indicators, thresholds }, i) => {
      // Each further sentence counts half of the one before: together never more than twice the first.
      const most = indicators
        .filter((indicator) => indicator.for && canBeMet(indicator, topics))
        .reduce((sum, { points }) => sum + 2 * points, 0);
      if (most > thresholds.strong) return [];
      return [
        {
          path: ['criteria', i, 'thresholds'],
          what: `${id} can never be "strong": all that speaks for it stays below ${most} points, and ${thresholds.strong} are asked`,
          fix: 'Lower the thresholds, or add an indicator that speaks for it.',
        },
      ];
    }),
};
