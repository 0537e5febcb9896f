/** A fault as it may be logged: where, never with which words. */
export interface Fault {
  readonly name: string;
  readonly code: string | null;
  readonly at: readonly string[];
}

const PLACES = 6;

/**
 * Takes from an error what helps to find it. Its message stays out: drivers and parsers like to quote their
 * input in it, and that may be what a learner typed.
 */
export function faultOf(error: unknown): Fault {
  if (!(error instanceof Error)) return { name: typeof error, code: null, at: [] };
  const code: unknown = 'code' in error ? error.code : null;
  const at = (error.stack ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /^at .*:\d+:\d+\)?$/.test(line))
    .slice(0, PLACES);
  return { name: error.name, code: typeof code === 'string' && /^[A-Z_0-9]+$/.test(code) ? code : null, at };
}
