import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeKilling } from './conformance/killing';

describeKilling('a SQLite file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'bruggesprek-kill-'));
  return {
    options: { kind: 'sqlite', file: join(folder, 'bruggesprek.db') },
    settled: async () => undefined,
    end: async () => rmSync(folder, { recursive: true }),
  };
});
