import type { RubricRule } from './rubricRule';

export const rubricUnknownTopic: RubricRule = {
  code: 'B205',
  severity: 'warning',
  why: 'An indicator that waits for a topic nobody recognises never counts.',
  check: ({ rubric, topics }) =>
    rubric.data.criteria.flatMap((criterion, i) =>
      criterion.indicators.flatMap((indicator, k) =>
        (indicator.topics ?? [])
          .filter((topic) => !topics.has(topic))
          .map((topic) => ({
            path: ['criteria', i, 'indicators', k],
            what: `${indicator.id} names the topic "${topic}", which nothing recognises`,
            fix: 'Correct the spelling, or give the topic words in locales/<language>/understanding/topics.yaml.',
          })),
      ),
    ),
};
