import { type Diagnostic, rulesFor, type Wanted } from './diagnostics';
import type { RubricSources } from './rules/rubricRule';
import { RUBRIC_RULES } from './rules/rubricRules';

/** All findings about the rubric, in the order of the rules. */
export function checkRubric(sources: RubricSources, wanted: Wanted = 'all'): readonly Diagnostic[] {
  return rulesFor(wanted, RUBRIC_RULES).flatMap((rule) =>
    rule.check(sources).map(
      ({ path, what, fix }): Diagnostic => ({
        code: rule.code,
        severity: rule.severity,
        place: sources.rubric.place(path),
        what,
        why: rule.why,
        fix,
      }),
    ),
  );
}
