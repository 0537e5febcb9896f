import { PHASES } from '../../core/model/conversation';
import { contradiction } from './contradictions';
import type { Rule } from './rule';

const AFTER_ARRIVAL = ['exploring', 'bridging', 'agreeing'] as const;

export const deadEndPhase: Rule = {
  code: 'B120',
  severity: 'error',
  why: 'Phases are entered in order; one that never begins shuts off all that come after it.',
  check: ({ scenario }) =>
    AFTER_ARRIVAL.flatMap((phase, i) => {
      const when = scenario.data.phases[phase];
      const reached = PHASES.slice(0, i + 1);
      const problem =
        contradiction(when, scenario.data) ??
        (when.phase && !when.phase.some((other) => reached.includes(other))
          ? 'it waits for a phase that comes later'
          : null);
      if (!problem) return [];
      return [
        {
          in: 'scenario' as const,
          path: ['phases', phase],
          what: `the talk can never come to "${phase}": ${problem}`,
          fix: 'Ask for something that can happen in the phase before it.',
        },
      ];
    }),
};
