import type { Playbook } from '../core/deciding/playbook';
import type { Example } from '../core/model/example';
import type { Locale } from '../core/model/session';
import { type ExampleTalk, playExample } from '../core/review/exampleTalk';
import { type Diagnostic, hasErrors, rulesFor, type Wanted } from './diagnostics';
import { placed, readWords } from './everyLanguage';
import type { ContentFile } from './loadScenario';
import { once } from './once';
import type { ExampleSources } from './rules/exampleRule';
import { EXAMPLE_RULES } from './rules/exampleRules';
import { examplesFile, exampleTexts } from './schemas/examples';
import { readYaml } from './yamlFile';

export interface LoadedExamples {
  /** Null when there are errors; empty when there is no file. */
  readonly examples: readonly Example[] | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the examples for intervisie with their words, and checks them; pure over their text. */
export function loadExamples(
  file: ContentFile,
  texts: Readonly<Record<Locale, ContentFile>>,
  scenarios: ReadonlySet<string>,
  wanted: Wanted = 'all',
): LoadedExamples {
  if (file.text.trim() === '') return { examples: [], diagnostics: [] };
  const examples = readYaml(file.file, file.text, examplesFile);
  const words = readWords((locale) => readYaml(texts[locale].file, texts[locale].text, exampleTexts));
  if (!examples.ok || !words.ok) {
    const diagnostics = [examples, words].flatMap((read) => (read.ok ? [] : read.diagnostics));
    return { examples: null, diagnostics };
  }
  const diagnostics = checkExamples({ examples: examples.source, words: words.words, scenarios }, wanted);
  return { diagnostics, examples: hasErrors(diagnostics) ? null : examples.source.data };
}

/** All findings about the examples, in the order of the rules. */
function checkExamples(sources: ExampleSources, wanted: Wanted): readonly Diagnostic[] {
  return rulesFor(wanted, EXAMPLE_RULES).flatMap((rule) =>
    rule
      .check(sources)
      .map(({ in: part, ...finding }) =>
        placed(rule, part === 'examples' ? sources.examples : sources.words[part], finding),
      ),
  );
}

/** Plays an example when it is first asked for, and keeps it; null when there is none of that name. */
export function exampleTalks(
  examples: readonly Example[],
  playbook: Playbook,
): (id: string) => ExampleTalk | null {
  const talks = new Map(
    examples.flatMap((example) => {
      const play = playbook.scenarios.find(({ scenario }) => scenario.id === example.scenario);
      return play ? [[example.id, once(() => playExample(example, play, playbook))] as const] : [];
    }),
  );
  return (id) => talks.get(id)?.() ?? null;
}
