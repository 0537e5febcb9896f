import { isNode, LineCounter, parseDocument } from 'yaml';
import type { ZodType } from 'zod';
import type { Diagnostic, Place } from './diagnostics';

export type Path = readonly (string | number)[];

/** A parsed content file that still knows on which line everything stands. */
export interface SourceFile<T> {
  readonly file: string;
  readonly data: T;
  /** The place of a path, or of its nearest ancestor that exists. */
  place(path: Path): Place;
}

export type Read<T> =
  | { readonly ok: true; readonly source: SourceFile<T> }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** Parses YAML and its shape. Unknown input ends here; behind it everything is trusted. */
export function readYaml<T>(file: string, text: string, shape: ZodType<T>): Read<T> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, merge: true });
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  if (document.errors.length > 0) {
    return {
      ok: false,
      diagnostics: document.errors.map((error) => ({
        code: 'B001',
        severity: 'error',
        place: at(error.pos[0]),
        what: error.message.split('\n')[0] ?? 'this is no YAML',
        why: 'The file cannot be read as YAML, so nothing in it can be used.',
        fix: 'Check quotes, colons and indentation on this line and the one before it.',
      })),
    };
  }
  const place = (path: Path): Place => {
    for (let depth = path.length; depth >= 0; depth--) {
      const node = depth === 0 ? document.contents : document.getIn(path.slice(0, depth), true);
      if (isNode(node) && node.range) return at(node.range[0]);
    }
    return at(0);
  };
  const parsed = shape.safeParse(document.toJS());
  if (parsed.success) return { ok: true, source: { file, data: parsed.data, place } };
  return {
    ok: false,
    diagnostics: parsed.error.issues.map((issue) => {
      const path = issue.path.filter((part): part is string | number => typeof part !== 'symbol');
      return {
        code: 'B002',
        severity: 'error',
        place: place(path),
        what: `${path.join(' › ') || 'the file'}: ${issue.message}`,
        why: 'The file does not have the shape that the engine reads.',
        fix: 'Compare this place with scenarios/README.md or with another scenario.',
      };
    }),
  };
}
