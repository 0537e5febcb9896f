import { contradiction } from './contradictions';
import type { Finding, Rule } from './rule';

export const ruleNeverApplies: Rule = {
  code: 'B121',
  severity: 'warning',
  why: 'An effect or a hint whose condition can never hold is dead weight.',
  check: ({ scenario, texts }) => {
    const fix = 'Take out the part of its condition that cannot be, or remove it.';
    const effects = scenario.data.effects.special.flatMap((rule, i): readonly Finding[] => {
      const problem = contradiction(rule.when, scenario.data);
      if (!problem) return [];
      const what = `the effect "${rule.id}" never applies: ${problem}`;
      return [{ in: 'scenario', path: ['effects', 'special', i], what, fix }];
    });
    const hints = texts.data.hints.flatMap((hint, i): readonly Finding[] => {
      const problem = contradiction(hint.when, scenario.data);
      return problem
        ? [{ in: 'texts', path: ['hints', i], what: `this hint is never given: ${problem}`, fix }]
        : [];
    });
    return [...effects, ...hints];
  },
};
