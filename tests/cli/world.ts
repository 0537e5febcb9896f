import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CommandIo } from '../../src/cli/io';
import { PROJECT_ROOT } from '../../src/cli/root';

/** A project of its own for commands that write: the same understanding and rubric, no scenarios yet. */
export function emptyProject(): { readonly root: string; readonly remove: () => void } {
  const root = mkdtempSync(join(tmpdir(), 'authoring-'));
  mkdirSync(join(root, 'scenarios'));
  mkdirSync(join(root, 'locales', 'nl', 'scenarios'), { recursive: true });
  cpSync(join(PROJECT_ROOT, 'scenarios', 'template'), join(root, 'scenarios', 'template'), {
    recursive: true,
  });
  for (const file of ['moves.yaml', 'rubric.yaml', 'methods.yaml'])
    cpSync(join(PROJECT_ROOT, 'scenarios', file), join(root, 'scenarios', file));
  for (const file of ['interface.yaml', 'cards.yaml', 'pages.yaml', 'scorecard.yaml', 'methods.yaml'])
    cpSync(join(PROJECT_ROOT, 'locales', 'nl', file), join(root, 'locales', 'nl', file));
  cpSync(join(PROJECT_ROOT, 'locales', 'en'), join(root, 'locales', 'en'), { recursive: true });
  symlinkSync(
    join(PROJECT_ROOT, 'locales', 'nl', 'understanding'),
    join(root, 'locales', 'nl', 'understanding'),
  );
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) };
}

/** A terminal that remembers what was written. */
export function terminal(): {
  readonly io: CommandIo;
  readonly out: () => string;
  readonly err: () => string;
} {
  let out = '';
  let err = '';
  return {
    io: {
      input: (async function* () {})(),
      out: (text) => {
        out += text;
      },
      err: (text) => {
        err += text;
      },
    },
    out: () => out,
    err: () => err,
  };
}
