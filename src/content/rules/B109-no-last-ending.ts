import type { Rule } from './rule';

export const noLastEnding: Rule = {
  code: 'B109',
  severity: 'error',
  why: 'Whoever stops must reach a debrief, however the talk went.',
  check: ({ scenario }) => {
    const last = scenario.data.endings.at(-1);
    if (last?.at === 'stop' && Object.keys(last.when).length === 0) return [];
    return [
      {
        in: 'scenario',
        path: ['endings', scenario.data.endings.length - 1],
        what: 'the last ending has conditions',
        fix: 'End the list with one "at: stop" ending without "when".',
      },
    ];
  },
};
