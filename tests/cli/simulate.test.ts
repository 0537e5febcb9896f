import { PROJECT_ROOT } from '../../src/cli/root';
import { loadBank } from '../../src/cli/simulation/bank';
import { POLICIES, type PolicyName } from '../../src/cli/simulation/policies';
import { printSimulation } from '../../src/cli/simulation/print';
import { type SimulationReport, simulate } from '../../src/cli/simulation/simulation';
import type { PolicyReport } from '../../src/cli/simulation/tally';
import { loadLibrary } from '../../src/content/library';
import { DOMAINS } from '../../src/core/model/scoring';

const RUNS = 60;

const loaded = loadLibrary(PROJECT_ROOT);
if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics));
const { playbook } = loaded.library;
const hasna = playbook.scenarios.find(({ scenario }) => scenario.id === 'hasna');
if (!hasna) throw new Error('where is hasna?');
const bank = loadBank(PROJECT_ROOT, hasna);

function run(policies: readonly PolicyName[], runs: number, recognise = false): SimulationReport {
  return simulate(PROJECT_ROOT, playbook, hasna!, { policies, runs, seed: 1, recognise }, bank);
}

const report = run(POLICIES, RUNS);

function of(policy: PolicyName): PolicyReport {
  const found = report.policies[policy];
  if (!found) throw new Error(`no report for ${policy}`);
  return found;
}

const share = (shares: Readonly<Record<string, number>>, ...keys: readonly string[]) =>
  keys.reduce((sum, key) => sum + (shares[key] ?? 0), 0);

describe('simulate hasna', () => {
  it('lets an excellent learner reach an agreement or a first step, with V5 competent or strong', () => {
    expect(share(of('excellent').endings, 'agreement', 'first-step')).toBeGreaterThanOrEqual(0.9);
    expect(share(of('excellent').levels.V5, 'competent', 'strong')).toBeGreaterThanOrEqual(0.9);
  });

  it('lets a moralising learner be left or get stuck', () => {
    expect(share(of('moralising').endings, 'walk-out', 'stalemate')).toBeGreaterThanOrEqual(0.8);
  });

  it.each(['avoiding', 'flattering'] as const)(
    'never lets an %s learner end well, nor above begin on V5',
    (policy) => {
      expect(share(of(policy).endings, 'agreement', 'first-step')).toBe(0);
      expect(share(of(policy).levels.V5, 'developing', 'competent', 'strong')).toBe(0);
    },
  );

  it('marks excellent above average, and average above curt and moralising, in every domain', () => {
    for (const domain of DOMAINS) {
      const [excellent, average, curt, moralising] = (
        ['excellent', 'average', 'curt', 'moralising'] as const
      ).map((policy) => of(policy).domains[domain]) as [number, number, number, number];
      expect({ domain, excellent, average, ok: excellent > average }).toMatchObject({ ok: true });
      expect({ domain, average, curt, moralising, ok: average > curt && average > moralising }).toMatchObject(
        {
          ok: true,
        },
      );
    }
  });

  it('says no line again in the same words before all its variants were heard', () => {
    expect(POLICIES.map((policy) => [policy, of(policy).repeats.tooSoon])).toEqual(
      POLICIES.map((policy) => [policy, 0]),
    );
  });

  it('hardly ever repeats words to somebody who talks', () => {
    for (const policy of POLICIES.filter((name) => name !== 'silent'))
      expect({ policy, ok: of(policy).repeats.conversations <= 0.2 }).toEqual({ policy, ok: true });
  });

  it('leaves few lines unheard even in so few conversations', () => {
    expect(report.unusedLines.length).toBeLessThan(hasna.scenario.lines.length * 0.25);
  });

  it('gives the same report for the same seed, and another for another', () => {
    const once = run(['average', 'random'], 5);
    expect(run(['average', 'random'], 5)).toEqual(once);
    const other = simulate(
      PROJECT_ROOT,
      playbook,
      hasna,
      { policies: ['average', 'random'], runs: 5, seed: 2, recognise: false },
      bank,
    );
    expect(other.policies).not.toEqual(once.policies);
  });

  it('can read with the recogniser instead of the labels', () => {
    const read = run(['average'], 3, true);
    expect(read.reading).toBe('recogniser');
    expect(read.policies.average?.turns).toBeGreaterThan(3);
  });

  it('prints every policy and every line that was never said', () => {
    const text = printSimulation(report);
    for (const policy of POLICIES) expect(text).toContain(`\n${policy}`);
    expect(text).toContain(`Lines never said (${report.unusedLines.length})`);
  });
});
