import type { Locale } from '../../core/model/session';
import type { ExamplesFile, ExampleTextsFile } from '../schemas/examples';
import type { Path, SourceFile } from '../yamlFile';

/** The examples for intervisie, their words in every language, and the scenarios they may be of. */
export interface ExampleSources {
  readonly examples: SourceFile<ExamplesFile>;
  readonly words: Readonly<Record<Locale, SourceFile<ExampleTextsFile>>>;
  readonly scenarios: ReadonlySet<string>;
}

export interface ExampleFinding {
  readonly in: 'examples' | Locale;
  readonly path: Path;
  readonly what: string;
  readonly fix: string;
}

/** One diagnostic about the examples: its number, why it matters, and how to find it. */
export interface ExampleRule {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly why: string;
  check(sources: ExampleSources): readonly ExampleFinding[];
}
