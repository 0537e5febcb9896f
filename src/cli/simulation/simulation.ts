import type { Playbook, StagedScenario } from '../../core/deciding/playbook';
import { type Bank, loadBank } from './bank';
import { converse, listenTo } from './converse';
import { POLICY, type PolicyName } from './policies';
import { type PolicyReport, Tally } from './tally';

export interface SimulationSettings {
  readonly policies: readonly PolicyName[];
  readonly runs: number;
  readonly seed: number;
  /** Read sentences with the recogniser instead of by their labels. */
  readonly recognise: boolean;
}

export interface SimulationReport {
  readonly scenario: string;
  readonly runs: number;
  readonly seed: number;
  readonly reading: 'labels' | 'recogniser';
  readonly policies: Readonly<Partial<Record<PolicyName, PolicyReport>>>;
  /** Lines that no conversation of any policy came to, and variants of the others that nobody heard. */
  readonly unusedLines: readonly string[];
  readonly unusedVariants: readonly string[];
}

/** Plays many conversations for each policy and adds them up. The same settings give the same report. */
export function simulate(
  root: string,
  playbook: Playbook,
  staged: StagedScenario,
  settings: SimulationSettings,
  bank: Bank = loadBank(root, staged),
): SimulationReport {
  const stage = {
    staged,
    bank,
    lexicon: playbook.lexicon,
    topicsIn: listenTo(staged),
    recogniser: settings.recognise ? playbook.recogniser : null,
  };
  const heard = new Set<string>();
  const reports = settings.policies.map((name) => {
    const tally = new Tally(staged.scenario, playbook.rubric);
    for (let run = 0; run < settings.runs; run++) {
      tally.add(converse(stage, POLICY[name], settings.seed * 1_000_003 + run));
    }
    for (const item of tally.heard) heard.add(item);
    return [name, tally.report()] as const;
  });
  const { lines, texts } = staged.scenario;
  return {
    scenario: staged.scenario.id,
    runs: settings.runs,
    seed: settings.seed,
    reading: settings.recognise ? 'recogniser' : 'labels',
    policies: Object.fromEntries(reports),
    unusedLines: lines.map(({ id }) => id).filter((id) => !heard.has(id)),
    unusedVariants: lines
      .filter(({ id }) => heard.has(id))
      .flatMap(({ id }) => (texts.lines[id] ?? []).map((_, variant) => `${id}#${variant}`))
      .filter((id) => !heard.has(id)),
  };
}
