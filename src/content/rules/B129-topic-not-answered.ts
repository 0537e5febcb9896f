import { CLIMATES } from '../../core/model/conversation';
import type { ScenarioFile } from '../schemas/scenario';
import type { Rule } from './rule';

/** Taking leave is answered by the closing lines. */
const ANSWERED_ELSEWHERE: ReadonlySet<string> = new Set(['goodbye']);

export const topicNotAnswered: Rule = {
  code: 'B129',
  severity: 'warning',
  why: 'A question about a topic without an answer gets an answer beside the question.',
  check: ({ scenario }) => {
    const onlyNames = namingTopics(scenario.data);
    return scenario.data.topics.flatMap((topic, i) => {
      if (ANSWERED_ELSEWHERE.has(topic) || onlyNames.has(topic)) return [];
      const { answer, content, reaction } = scenario.data.lines;
      const answers = [...answer, ...content, ...reaction].filter(
        ({ when, cooldown }) => when.topics?.includes(topic) && !when.asked && cooldown === 0,
      );
      const missing = CLIMATES.filter(
        (climate) => !answers.some(({ when }) => !when.climate || when.climate.includes(climate)),
      );
      if (missing.length === 0) return [];
      return [
        {
          in: 'scenario' as const,
          path: ['topics', i],
          what: `nothing is said about "${topic}" when the climate is ${missing.join(' or ')}`,
          fix: 'Add a line under "content" with this topic, or take the topic out of the scenario.',
        },
      ];
    });
  },
};

/**
 * Topics by which a concern or a promise is known by its words, or that only say "hij": what is said to them is said to
 * the matter itself.
 */
function namingTopics({ concerns, literally, things }: ScenarioFile): ReadonlySet<string> {
  return new Set([
    ...concerns.flatMap(({ topics, named, unless }) =>
      named.length > 0 ? [...topics, ...named, ...unless] : unless,
    ),
    ...literally.flatMap(({ topics, unless }) => [...topics, ...unless]),
    ...things.flatMap(({ means }) => Object.keys(means)),
  ]);
}
