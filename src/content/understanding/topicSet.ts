import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { TopicLabelled } from '../../core/understanding/evaluation/topics';

const line = z.object({ text: z.string(), topics: z.array(z.string()) });

/** Replies labelled with the topics they are about, as JSON Lines `{text, topics}`. */
export function readTopicFile(path: string): readonly TopicLabelled[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((text, index) => {
      if (text.trim() === '') return [];
      const parsed = line.safeParse(JSON.parse(text));
      if (!parsed.success) throw new Error(`${path}:${index + 1}: expected {text, topics}`);
      return [parsed.data];
    });
}
