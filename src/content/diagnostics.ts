/** Where something stands in a content file; line and column count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A numbered finding for content authors: what is the matter, why it matters, how to mend it. */
export interface Diagnostic {
  /** E.g. `B103`; the number never changes its meaning. */
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly place: Place;
  readonly what: string;
  readonly why: string;
  readonly fix: string;
}

/** What to look for: whoever only plays needs no warnings, and finding them takes most of the time. */
export type Wanted = 'all' | 'errors';

/** The rules that find what is wanted. */
export function rulesFor<Rule extends Pick<Diagnostic, 'severity'>>(
  wanted: Wanted,
  rules: readonly Rule[],
): readonly Rule[] {
  return wanted === 'all' ? rules : rules.filter(({ severity }) => severity === 'error');
}

/** One finding as lines of text for a terminal. */
export function formatDiagnostic(diagnostic: Diagnostic): string {
  const { file, line, column } = diagnostic.place;
  return [
    `${file}:${line}:${column} ${diagnostic.severity} ${diagnostic.code}`,
    `  what: ${diagnostic.what}`,
    `  why:  ${diagnostic.why}`,
    `  fix:  ${diagnostic.fix}`,
  ].join('\n');
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === 'error');
}
