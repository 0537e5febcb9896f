import type { Rule } from './rule';

export const heavyWithoutHelp: Rule = {
  code: 'B132',
  severity: 'warning',
  why: 'A heavy subject may touch the learner too; they must know whom to call before and after.',
  check: ({ scenario, texts }) => {
    if (!scenario.data.heavy) return [];
    const missing = [
      ...(scenario.data.helpLines.length > 0 ? [] : ['help lines']),
      ...(texts.data.briefing.contentNote ? [] : ['a content note in the briefing']),
    ];
    return missing.map((part) => ({
      in: 'scenario' as const,
      path: ['heavy'],
      what: `a heavy scenario without ${part}`,
      fix: 'Add "helpLines" to the scenario and "briefing › contentNote" to the texts.',
    }));
  },
};
