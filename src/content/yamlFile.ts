import type { ZodType } from 'zod';
import type { Diagnostic, Place } from './diagnostics';
import { once } from './once';
import { quickYaml, THOROUGH, thoroughYaml } from './yaml';

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
  const document = once(() => placedDocument(file, text));
  const read = quickYaml(text) ?? document().read();
  if ('faults' in read) return { ok: false, diagnostics: read.faults };
  const place = (path: Path): Place => document().place(path);
  const parsed = shape.safeParse(read.value);
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

interface PlacedDocument {
  read(): { readonly value: unknown } | { readonly faults: readonly Diagnostic[] };
  place(path: Path): Place;
}

/** Reads a text thoroughly, to know where everything stands. */
function placedDocument(file: string, text: string): PlacedDocument {
  const { isNode, LineCounter, parseDocument } = thoroughYaml();
  const lines = new LineCounter();
  const document = parseDocument(text, { ...THOROUGH, lineCounter: lines });
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  return {
    read() {
      if (document.errors.length > 0)
        return { faults: document.errors.map(({ pos, message }) => noYaml(at(pos[0]), message)) };
      try {
        return { value: document.toJS() };
      } catch (error) {
        // Aliases and merges are followed only now.
        return { faults: [noYaml(at(0), error instanceof Error ? error.message : String(error))] };
      }
    },
    place(path) {
      for (let depth = path.length; depth >= 0; depth--) {
        const node = depth === 0 ? document.contents : document.getIn(path.slice(0, depth), true);
        if (isNode(node) && node.range) return at(node.range[0]);
      }
      return at(0);
    },
  };
}

function noYaml(place: Place, message: string): Diagnostic {
  return {
    code: 'B001',
    severity: 'error',
    place,
    what: message.split('\n')[0] ?? message,
    why: 'The file cannot be read as YAML, so nothing in it can be used.',
    fix: 'Check quotes, colons and indentation on this line and the one before it.',
  };
}
