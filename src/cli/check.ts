import { formatDiagnostic } from '../content/diagnostics';
import { loadLibrary } from '../content/library';
import { reportReplies } from './checkReplies';
import type { CommandIo } from './io';
import { PROJECT_ROOT } from './root';

/**
 * `check [--json] [--replies]`: reads all content and prints every diagnostic; 1 when there are errors. With
 * `--replies` also how the recogniser reads the reply banks.
 */
export async function run(args: readonly string[], io: CommandIo): Promise<number> {
  const loaded = loadLibrary(PROJECT_ROOT);
  const diagnostics = loaded.ok ? loaded.library.diagnostics : loaded.diagnostics;
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const warnings = diagnostics.length - errors;
  if (loaded.ok && args.includes('--replies')) io.out(`${reportReplies(loaded.library)}\n`);
  if (args.includes('--json')) {
    io.out(`${JSON.stringify({ errors, warnings, diagnostics })}\n`);
  } else {
    for (const diagnostic of diagnostics) io.out(`${formatDiagnostic(diagnostic)}\n`);
    io.out(`${errors} errors, ${warnings} warnings\n`);
  }
  return errors > 0 ? 1 : 0;
}
