import type { Method } from '../core/model/method';
import type { Locale } from '../core/model/session';
import { type Diagnostic, hasErrors, rulesFor, type Wanted } from './diagnostics';
import { placed, readWords } from './everyLanguage';
import type { ContentFile } from './loadScenario';
import { type MethodSources, methodsOf } from './rules/methodRule';
import { METHOD_RULES } from './rules/methodRules';
import { methodsFile, methodTexts } from './schemas/methods';
import { readYaml } from './yamlFile';

export interface LoadedMethods {
  /** Null when there are errors. */
  readonly methods: readonly Method[] | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the ways to hold intervisie with their words, and checks them; pure over their text. */
export function loadMethods(
  file: ContentFile,
  texts: Readonly<Record<Locale, ContentFile>>,
  wanted: Wanted = 'all',
): LoadedMethods {
  const methods = readYaml(file.file, file.text, methodsFile);
  const words = readWords((locale) => readYaml(texts[locale].file, texts[locale].text, methodTexts));
  if (!methods.ok || !words.ok) {
    const diagnostics = [methods, words].flatMap((read) => (read.ok ? [] : read.diagnostics));
    return { methods: null, diagnostics };
  }
  const diagnostics = checkMethods({ methods: methods.source, words: words.words }, wanted);
  return { diagnostics, methods: hasErrors(diagnostics) ? null : methodsOf(methods.source.data) };
}

/** All findings about the methods, in the order of the rules. */
function checkMethods(sources: MethodSources, wanted: Wanted): readonly Diagnostic[] {
  return rulesFor(wanted, METHOD_RULES).flatMap((rule) =>
    rule
      .check(sources)
      .map(({ in: part, ...finding }) =>
        placed(rule, part === 'methods' ? sources.methods : sources.words[part], finding),
      ),
  );
}
