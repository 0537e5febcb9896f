import type { TopicFinder } from '../topics';
import { wordsOf } from '../words';
import type { TopicMeasures } from './report';

/** A reply with the topics a reader found in it. */
export interface TopicLabelled {
  readonly text: string;
  readonly topics: readonly string[];
}

/** How many of the topics found are right, and how many of the right ones are found. */
export function measureTopics(replies: readonly TopicLabelled[], finder: TopicFinder): TopicMeasures {
  let right = 0;
  let found = 0;
  let wanted = 0;
  for (const { text, topics } of replies) {
    const hits = finder.find(wordsOf(text)).map(({ topic }) => topic);
    found += hits.length;
    wanted += topics.length;
    right += hits.filter((topic) => topics.includes(topic)).length;
  }
  const precision = found === 0 ? 0 : right / found;
  const recall = wanted === 0 ? 0 : right / wanted;
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { replies: replies.length, precision, recall, f1 };
}
