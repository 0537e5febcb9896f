import { METHODS, type Method, type MethodId, type MethodStep } from '../../core/model/method';
import type { Locale } from '../../core/model/session';
import type { MethodsFile, MethodTextsFile } from '../schemas/methods';
import type { Path, SourceFile } from '../yamlFile';

/** The methods, and their words in every language. */
export interface MethodSources {
  readonly methods: SourceFile<MethodsFile>;
  readonly words: Readonly<Record<Locale, SourceFile<MethodTextsFile>>>;
}

export interface MethodFinding {
  readonly in: 'methods' | Locale;
  readonly path: Path;
  readonly what: string;
  readonly fix: string;
}

/** One diagnostic about the methods: its number, why it matters, and how to find it. */
export interface MethodRule {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly why: string;
  check(sources: MethodSources): readonly MethodFinding[];
}

export function methodsOf(file: MethodsFile): readonly Method[] {
  return METHODS.map((id) => ({ id, ...file[id] }));
}

/** A step with its place in the method and in the file. */
export interface PlacedStep {
  readonly method: Method;
  readonly step: MethodStep;
  readonly index: number;
  readonly path: Path;
}

export function stepsOf(method: Method): readonly PlacedStep[] {
  return method.steps.map((step, index) => ({ method, step, index, path: [method.id, 'steps', index] }));
}

/** What a rule finds in single steps. */
export function findInSteps(
  find: (placed: PlacedStep) => { readonly what: string; readonly fix: string } | null,
): MethodRule['check'] {
  return ({ methods }) =>
    methodsOf(methods.data)
      .flatMap(stepsOf)
      .flatMap((placed) => {
        const found = find(placed);
        return found ? [{ in: 'methods', path: placed.path, ...found }] : [];
      });
}

/** What a rule finds in a method as a whole. */
export function findInMethods(
  find: (method: Method) => readonly { readonly what: string; readonly fix: string }[],
): MethodRule['check'] {
  return ({ methods }) =>
    methodsOf(methods.data).flatMap((method) =>
      find(method).map((found) => ({ in: 'methods', path: [method.id], ...found })),
    );
}

export function nameOf(method: MethodId, step: string): string {
  return `${method} › ${step}`;
}
