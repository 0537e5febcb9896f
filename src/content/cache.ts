import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Scenario } from '../core/model/scenario';

/** A scenario without errors, with the hash of its content. */
export interface KnownScenario {
  readonly scenario: Scenario;
  readonly hash: string;
}

/** Scenarios that were read before and had no errors, under a hash of everything that went into them. */
export interface ContentCache {
  get(key: string): KnownScenario | null;
  /** `content` is the scenario as JSON. */
  put(key: string, hash: string, content: string): void;
  /** Lasts for the next start: what was asked for and what was put, nothing older. */
  keep(): void;
}

/**
 * One file with a line for each scenario. It must be removed when the code changes: it lies in the build, which is
 * replaced as a whole. A cache that cannot be read or written only costs time.
 */
export function cacheIn(file: string): ContentCache {
  const known = readLines(file);
  const used = new Map<string, string>();
  let changed = false;
  return {
    get(key) {
      const line = known.get(key);
      const found = line === undefined ? null : parseLine(line);
      if (line !== undefined && found) used.set(key, line);
      return found;
    },
    put(key, hash, content) {
      used.set(key, [key, hash, content].join(BETWEEN));
      changed = true;
    },
    keep() {
      if (!changed && used.size === known.size) return;
      writeLines(file, [...used.values()]);
    },
  };
}

/** A hash of texts, in order. */
export function hashOf(texts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(`${text.length}:`).update(text);
  return hash.digest('hex').slice(0, 40);
}

/** Never inside JSON, where it is written `\t`. */
const BETWEEN = '\t';

function parseLine(line: string): KnownScenario | null {
  const [, hash, content] = line.split(BETWEEN);
  if (!hash || !content) return null;
  try {
    return { hash, scenario: JSON.parse(content) as Scenario };
  } catch {
    return null;
  }
}

/** Lines by key. */
function readLines(file: string): ReadonlyMap<string, string> {
  try {
    const lines = readFileSync(file, 'utf8').split('\n');
    return new Map(lines.flatMap((line) => (line ? [[line.slice(0, line.indexOf(BETWEEN)), line]] : [])));
  } catch {
    return new Map();
  }
}

function writeLines(file: string, lines: readonly string[]): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    const part = `${file}.${process.pid}.part`;
    writeFileSync(part, `${lines.join('\n')}\n`);
    renameSync(part, file);
  } catch {
    // The next start reads the sources again.
  }
}
