import { StoreProblem } from '../storage/storeProblem';

/** Words for what kept the server from starting. Nobody has typed anything yet, so an error may speak freely. */
export function describeStartProblem(error: unknown): string {
  if (error instanceof StoreProblem) return problem(error.what, error.why, error.fix);
  switch (codeOf(error)) {
    case 'EADDRINUSE':
      return problem(
        'The port is taken.',
        'Another program, perhaps Bruggesprek itself, already listens there.',
        'Open the address it printed, end that program, or choose another PORT.',
      );
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return problem(
        'A file or port may not be used.',
        'The system does not allow it to this user.',
        'Choose a PORT of 1024 or higher, and a BRUGGESPREK_DATA folder you may write in.',
      );
    case 'EADDRNOTAVAIL':
      return problem(
        'This machine does not have that address.',
        'HOST names an address of another machine.',
        'Correct HOST, or leave it out.',
      );
    default:
      return problem(
        'Bruggesprek could not start.',
        error instanceof Error ? (error.stack ?? error.message) : String(error),
        'Restore changed files (git status shows them), then try again; report it if it stays.',
      );
  }
}

function problem(what: string, why: string, fix: string): string {
  return `✗ ${what}\n  why: ${why}\n  fix: ${fix}`;
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : null;
}

/** Resolves when the terminal or the system asks to stop; a second time ends at once. */
export function untilAskedToStop(): Promise<void> {
  return new Promise((resolve) => {
    const stop = () => resolve();
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
  });
}
