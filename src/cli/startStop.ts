/** Words for what commonly keeps a server from starting; null for anything else. */
export function describeStartProblem(error: unknown): string | null {
  switch (codeOf(error)) {
    case 'EADDRINUSE':
      return '✗ The port is taken.\n  why: Another program, perhaps Bruggesprek itself, already listens there.\n  fix: Open the page it printed, end that program, or choose another PORT.';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return '✗ A file or port may not be used.\n  why: The system does not allow it to this user.\n  fix: Choose a PORT of 1024 or higher, and a folder you may write in for BRUGGESPREK_DATA.';
    case 'EADDRNOTAVAIL':
      return '✗ This machine does not have that address.\n  why: HOST names an address of another machine.\n  fix: Correct HOST, or leave it out.';
    default:
      return null;
  }
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
