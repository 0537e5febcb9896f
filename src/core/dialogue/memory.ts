import type { Meters } from '../model/conversation';
import type { RolePlayMemory } from '../model/session';
import type { Reading } from '../model/understanding';
import { readingKey } from './selectors';

/** How many readings are kept for rows and repetition. */
const LATELY = 8;

export function freshMemory(start: Meters): RolePlayMemory {
  return {
    turn: 0,
    meters: start,
    counts: {},
    lately: [],
    previous: { kind: 'unsure' },
    disclosed: [],
    raised: [],
    touched: {},
    subject: [],
    used: {},
    silent: 0,
    puzzled: 0,
    lastSaid: '',
  };
}

/** Remembers that a sentence was said, before its effect is known. */
export function hear(memory: RolePlayMemory, reading: Reading): RolePlayMemory {
  const key = readingKey(reading);
  return {
    ...memory,
    counts: { ...memory.counts, [key]: (memory.counts[key] ?? 0) + 1 },
    lately: [...memory.lately, reading].slice(-LATELY),
  };
}
