import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LoadedScenario } from './loadScenario';

/** A scenario that has no errors, with the hash of its content. */
export interface CheckedScenario extends LoadedScenario {
  readonly hash: string;
}

/** Scenarios that were read and checked before, under a hash of everything that went into it. */
export interface ContentCache {
  get(key: string): CheckedScenario | null;
  put(key: string, checked: CheckedScenario): void;
}

export const NO_CACHE: ContentCache = { get: () => null, put: () => {} };

/**
 * A folder of checked scenarios. It must be emptied when the code changes: it lies in the build, which is replaced
 * as a whole. A cache that cannot be read or written only costs time.
 */
export function cacheIn(folder: string): ContentCache {
  return {
    get(key) {
      try {
        return JSON.parse(readFileSync(join(folder, `${key}.json`), 'utf8')) as CheckedScenario;
      } catch {
        return null;
      }
    },
    put(key, checked) {
      try {
        if (!existsSync(folder)) mkdirSync(folder, { recursive: true });
        const part = join(folder, `${key}.${process.pid}.part`);
        writeFileSync(part, JSON.stringify(checked));
        renameSync(part, join(folder, `${key}.json`));
      } catch {
        // The next start reads the sources again.
      }
    },
  };
}

/** A hash of texts, in order. */
export function hashOf(texts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(`${text.length}:`).update(text);
  return hash.digest('hex').slice(0, 40);
}
