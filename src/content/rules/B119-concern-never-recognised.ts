import { matchesAny } from '../../core/dialogue/selectors';
import { MOVES, VALENCE } from '../../core/model/moves';
import type { Rule } from './rule';

export const concernNeverRecognised: Rule = {
  code: 'B119',
  severity: 'error',
  why: 'A concern that no kind and clear sentence can raise keeps every talk from a good ending.',
  check: ({ scenario, texts, generalTopics }) =>
    scenario.data.concerns.flatMap((concern, i) => {
      const heard = concern.topics.some(
        (topic) => generalTopics.has(topic) || (texts.data.topics[topic]?.words.length ?? 0) > 0,
      );
      const sayable = MOVES.some(
        (move) =>
          move !== 'other' &&
          VALENCE[move] !== 'breaks' &&
          matchesAny(concern.moves, { kind: 'move', move, confidence: 1 }),
      );
      const problems = [
        ...(heard ? [] : ['none of its topics has words']),
        ...(sayable ? [] : ['only a sentence that hurts, or that says nothing, would raise it']),
      ];
      return problems.map((problem) => ({
        in: 'scenario' as const,
        path: ['concerns', i],
        what: `the concern "${concern.id}" is never recognised: ${problem}`,
        fix: 'Give its topics words, and let "name-concern" and "family:question" raise it.',
      }));
    }),
};
