import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeKilling, type Killing } from './conformance/killing';
import { describeOutboxKilling } from './conformance/outboxKilling';

async function inFolder(): Promise<Killing> {
  const folder = mkdtempSync(join(tmpdir(), 'bruggesprek-kill-'));
  return {
    options: { kind: 'sqlite', file: join(folder, 'bruggesprek.db') },
    settled: async () => undefined,
    end: async () => rmSync(folder, { recursive: true }),
  };
}

describeKilling('a SQLite file', inFolder);
describeOutboxKilling('a SQLite file', inFolder);
