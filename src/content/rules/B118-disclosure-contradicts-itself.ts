import type { Condition } from '../../core/model/condition';
import type { ScenarioFile } from '../schemas/scenario';
import { contradiction } from './contradictions';
import type { Rule } from './rule';

export const disclosureContradictsItself: Rule = {
  code: 'B118',
  severity: 'error',
  why: 'What can never be told leaves the talk, and everything behind it, shut.',
  check: ({ scenario }) =>
    scenario.data.disclosures.flatMap((item, i) => {
      const problem = problemOf(item, scenario.data);
      if (!problem) return [];
      return [
        {
          in: 'scenario' as const,
          path: ['disclosures', i, 'when'],
          what: `the disclosure "${item.id}" can never open: ${problem}`,
          fix: 'Lower what it asks for, or take out the part that cannot be.',
        },
      ];
    }),
};

function problemOf(item: ScenarioFile['disclosures'][number], file: ScenarioFile): string | null {
  const when: Condition =
    item.after.length > 0
      ? { ...item.when, disclosed: [...(item.when.disclosed ?? []), ...item.after] }
      : item.when;
  if (when.disclosed?.includes(item.id)) return 'it waits for itself';
  const { topics } = item.when;
  if (item.topics.length > 0 && topics && !topics.some((topic) => item.topics.includes(topic)))
    return 'its topics and those of its condition have nothing in common';
  return contradiction(when, file);
}
