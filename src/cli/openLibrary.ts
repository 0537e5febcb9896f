import { formatDiagnostic } from '../content/diagnostics';
import { type Library, loadLibrary } from '../content/library';
import type { CommandIo } from './io';
import { PROJECT_ROOT } from './root';

/** All content; or null after telling which errors are in the way. */
export function openLibrary(io: CommandIo): Library | null {
  const loaded = loadLibrary(PROJECT_ROOT);
  if (loaded.ok) return loaded.library;
  const errors = loaded.diagnostics.filter(({ severity }) => severity === 'error');
  io.err(`${errors.map(formatDiagnostic).join('\n\n')}\n`);
  return null;
}
