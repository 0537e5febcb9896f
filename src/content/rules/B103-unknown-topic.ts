import { conditionsOf, type Finding, type Rule } from './rule';

export const unknownTopic: Rule = {
  code: 'B103',
  severity: 'error',
  why: 'A topic nobody recognises makes its rule unreachable.',
  check: ({ scenario }) => {
    const known = new Set(scenario.data.topics);
    const find = (topics: readonly string[] | undefined, path: Finding['path']): readonly Finding[] =>
      (topics ?? [])
        .filter((topic) => !known.has(topic))
        .map((topic) => ({
          in: 'scenario',
          path,
          what: `"${topic}" is not in the scenario's list of topics`,
          fix: `Correct the spelling, or add "${topic}" to "topics".`,
        }));
    return [
      ...conditionsOf(scenario.data).flatMap(({ when, path }) => find(when.topics, [...path, 'topics'])),
      ...scenario.data.disclosures.flatMap((item, i) => find(item.topics, ['disclosures', i, 'topics'])),
      ...scenario.data.concerns.flatMap((item, i) => find(item.topics, ['concerns', i, 'topics'])),
      ...scenario.data.things.flatMap(({ topics, means }, i) => [
        ...find(topics, ['things', i, 'topics']),
        ...find([...Object.keys(means), ...Object.values(means)], ['things', i, 'means']),
      ]),
    ];
  },
};
