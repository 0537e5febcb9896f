import type { Method } from '../core/model/method';
import { LOCALES, type Locale } from '../core/model/session';
import { type Diagnostic, hasErrors, rulesFor, type Wanted } from './diagnostics';
import type { ContentFile } from './loadScenario';
import { type MethodSources, methodsOf } from './rules/methodRule';
import { METHOD_RULES } from './rules/methodRules';
import { type MethodTextsFile, methodsFile, methodTexts } from './schemas/methods';
import { readYaml, type SourceFile } from './yamlFile';

export interface LoadedMethods {
  /** Null when there are errors. */
  readonly methods: readonly Method[] | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the ways to hold intervisie with their words, and checks them; pure over their text. */
export function loadMethods(
  file: ContentFile,
  words: Readonly<Record<Locale, ContentFile>>,
  wanted: Wanted = 'all',
): LoadedMethods {
  const methods = readYaml(file.file, file.text, methodsFile);
  const texts = LOCALES.map((locale) => ({
    locale,
    read: readYaml(words[locale].file, words[locale].text, methodTexts),
  }));
  const unread = [methods, ...texts.map(({ read }) => read)].flatMap((read) =>
    read.ok ? [] : read.diagnostics,
  );
  const known = texts.flatMap(({ locale, read }) => (read.ok ? [[locale, read.source] as const] : []));
  if (!methods.ok || unread.length > 0) return { methods: null, diagnostics: unread };
  const sources: MethodSources = {
    methods: methods.source,
    words: Object.fromEntries(known) as Record<Locale, SourceFile<MethodTextsFile>>,
  };
  const diagnostics = checkMethods(sources, wanted);
  return { diagnostics, methods: hasErrors(diagnostics) ? null : methodsOf(methods.source.data) };
}

/** All findings about the methods, in the order of the rules. */
function checkMethods(sources: MethodSources, wanted: Wanted): readonly Diagnostic[] {
  return rulesFor(wanted, METHOD_RULES).flatMap((rule) =>
    rule.check(sources).map(({ in: part, path, what, fix }): Diagnostic => {
      const source = part === 'methods' ? sources.methods : sources.words[part];
      return {
        code: rule.code,
        severity: rule.severity,
        place: source.place(path),
        what,
        why: rule.why,
        fix,
      };
    }),
  );
}
