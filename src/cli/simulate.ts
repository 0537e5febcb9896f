import type { CommandIo } from './io';
import { openLibrary } from './openLibrary';
import { option } from './options';
import { PROJECT_ROOT } from './root';
import { POLICIES, type PolicyName } from './simulation/policies';
import { printSimulation } from './simulation/print';
import { simulate } from './simulation/simulation';

const RUNS = 1000;

/**
 * `simulate <scenario> [--policy NAME] [--runs 1000] [--seed 1] [--recognise] [--json]`: lets learners of eight kinds
 * talk with the persona, in sentences from the labelled corpus, and reports what came of it. Sentences are read as
 * they were labelled, so that the scenario is tried and not the recogniser; `--recognise` reads them anew.
 */
export async function run(args: readonly string[], io: CommandIo): Promise<number> {
  const library = openLibrary(io);
  if (!library) return 2;
  const { playbook } = library;
  const staged = playbook.scenarios.find(({ scenario }) => scenario.id === args[0]);
  if (!staged) {
    return refuse(io, `simulate: which scenario? ${playbook.scenarios.map((s) => s.scenario.id).join(', ')}`);
  }
  const name = option(args, 'policy');
  const policies =
    name === null ? POLICIES : POLICIES.filter((policy): policy is PolicyName => policy === name);
  if (policies.length === 0) return refuse(io, `simulate: which policy? ${POLICIES.join(', ')}`);
  const runs = Number(option(args, 'runs') ?? RUNS);
  const seed = Number(option(args, 'seed') ?? 1);
  if (!Number.isInteger(runs) || runs < 1)
    return refuse(io, 'simulate: --runs must be a whole number from 1');
  if (!Number.isInteger(seed) || seed < 0)
    return refuse(io, 'simulate: --seed must be a whole number from 0');
  const report = simulate(PROJECT_ROOT, playbook, staged, {
    policies,
    runs,
    seed,
    recognise: args.includes('--recognise'),
  });
  io.out(args.includes('--json') ? `${JSON.stringify(report)}\n` : `${printSimulation(report)}\n`);
  return 0;
}

function refuse(io: CommandIo, problem: string): number {
  io.err(`${problem}\n`);
  return 2;
}
