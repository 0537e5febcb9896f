import { CLIMATES } from '../../core/model/conversation';
import type { Rule } from './rule';

const NEEDED = ['opening', 'reaction', 'puzzled', 'silence'] as const;

export const noFallbackLine: Rule = {
  code: 'B112',
  severity: 'error',
  why: 'Whatever is typed, in whatever mood, the persona must have an answer.',
  check: ({ scenario }) =>
    NEEDED.flatMap((slot) => {
      const plain = scenario.data.lines[slot].filter(
        ({ when, cooldown }) => cooldown === 0 && Object.keys(when).every((part) => part === 'climate'),
      );
      return CLIMATES.filter(
        (climate) => !plain.some(({ when }) => !when.climate || when.climate.includes(climate)),
      ).map((climate) => ({
        in: 'scenario' as const,
        path: ['lines', slot],
        what: `"${slot}" has no line that always fits when the climate is ${climate}`,
        fix: 'Add a line without conditions (or with only this climate) and without a cool-down.',
      }));
    }),
};
