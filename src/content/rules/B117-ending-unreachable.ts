import { contradiction } from './contradictions';
import type { Rule } from './rule';
import { isWider } from './wider';

export const endingUnreachable: Rule = {
  code: 'B117',
  severity: 'warning',
  why: 'Endings are tried from top to bottom; one that can never hold, or stands behind a wider one, never comes.',
  check: ({ scenario }) =>
    scenario.data.endings.flatMap((rule, i, all) => {
      const before = all
        .slice(0, i)
        .find((other) => (other.at === 'turn' || other.at === rule.at) && isWider(other.when, rule.when));
      const problem =
        contradiction(rule.when, scenario.data) ??
        (before ? `"${before.ending}" (${before.reason}) stands before it and always comes first` : null);
      if (!problem) return [];
      return [
        {
          in: 'scenario' as const,
          path: ['endings', i],
          what: `the ending "${rule.ending}" (${rule.reason}) is unreachable: ${problem}`,
          fix: 'Mend its condition, or put it before the wider one.',
        },
      ];
    }),
};
