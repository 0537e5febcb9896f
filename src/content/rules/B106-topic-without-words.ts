import type { Rule } from './rule';

export const topicWithoutWords: Rule = {
  code: 'B106',
  severity: 'error',
  why: 'A topic is recognised by its words only; without any it is never heard.',
  check: ({ scenario, texts, generalTopics }) =>
    scenario.data.topics.flatMap((topic, i) => {
      const own = texts.data.topics[topic];
      if (own && (own.words.length > 0 || generalTopics.has(topic))) return [];
      return [
        {
          in: 'scenario',
          path: ['topics', i],
          what: own ? `the topic "${topic}" has no words` : `the topic "${topic}" has no label`,
          fix: `Add "${topic}: { label: …, words: [ … ] }" under "topics" in the texts of the scenario.`,
        },
      ];
    }),
};
