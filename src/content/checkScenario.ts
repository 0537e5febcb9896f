import { type Diagnostic, rulesFor, type Wanted } from './diagnostics';
import { RULES } from './rules';
import type { Finding, Rule, ScenarioSources } from './rules/rule';

/** All findings about one scenario, in the order of the rules. */
export function checkScenario(sources: ScenarioSources, wanted: Wanted = 'all'): readonly Diagnostic[] {
  return rulesFor(wanted, RULES).flatMap((rule) =>
    rule.check(sources).map((finding) => place(sources, rule, finding)),
  );
}

function place(sources: ScenarioSources, rule: Rule, finding: Finding): Diagnostic {
  const source = sources[finding.in];
  return {
    code: rule.code,
    severity: rule.severity,
    place: source.place(finding.path),
    what: finding.what,
    why: rule.why,
    fix: finding.fix,
  };
}
