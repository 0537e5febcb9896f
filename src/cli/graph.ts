import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createHomeworkMachine } from '../../dialogs/homework';
import { createMeetingMachine } from '../../dialogs/review';
import { createRolePlayMachine } from '../../dialogs/rolePlay';
import { createSessionMachine } from '../../dialogs/session';
import type { Scenario } from '../core/model/scenario';
import { machineChart } from './graphing/machineChart';
import { toMermaid } from './graphing/mermaid';
import { outlineOf } from './graphing/outline';
import { toSvg } from './graphing/svg';
import type { CommandIo } from './io';
import { openLibrary } from './openLibrary';
import { option } from './options';
import { PROJECT_ROOT } from './root';

/**
 * `graph <scenario> [--svg FILE]`: phases, climates, disclosures with what opens them, and endings, as Mermaid on
 * standard output or as a drawing in a file. `graph --machines` writes the charts of the machines anew.
 */
export async function run(args: readonly string[], io: CommandIo): Promise<number> {
  const library = openLibrary(io);
  if (!library) return 2;
  const scenarios = library.playbook.scenarios.map(({ scenario }) => scenario);
  if (args.includes('--machines')) return writeCharts(scenarios, io);
  const scenario = scenarios.find(({ id }) => id === args[0]);
  if (!scenario) return refuse(io, `graph: which scenario? ${scenarios.map(({ id }) => id).join(', ')}`);
  const file = option(args, 'svg');
  const outline = outlineOf(scenario);
  if (file === null) io.out(toMermaid(outline));
  else if (file === '') return refuse(io, 'graph: --svg needs the name of a file');
  else writeFileSync(file, toSvg(scenario.texts.title, outline));
  return 0;
}

/** The charts of the machines, by path; the role-play is the same for every scenario. */
export function machineCharts(scenario: Scenario): Readonly<Record<string, string>> {
  return {
    'dialogs/charts/session.md': machineChart(
      'A session',
      'One practice from choosing to closing, with what is done at each step.',
      createSessionMachine().root,
    ),
    'dialogs/charts/rolePlay.md': machineChart(
      'A role-play',
      'One conversation: how far it has come and how approachable the persona is, until it ends. Guards read the scenario.',
      createRolePlayMachine(scenario).root,
    ),
    'dialogs/charts/homework.md': machineChart(
      'Homework',
      'What becomes of one assignment for one learner. Whether it is late comes in with the events.',
      createHomeworkMachine().root,
    ),
    'dialogs/charts/review.md': machineChart(
      'A meeting',
      'An intervisie session on one talk. Its steps are data of the method; moments come in with the events.',
      createMeetingMachine().root,
    ),
  };
}

function writeCharts(scenarios: readonly Scenario[], io: CommandIo): number {
  const scenario = scenarios[0];
  if (!scenario) return refuse(io, 'graph: there is no scenario yet');
  for (const [path, text] of Object.entries(machineCharts(scenario))) {
    mkdirSync(dirname(join(PROJECT_ROOT, path)), { recursive: true });
    writeFileSync(join(PROJECT_ROOT, path), text);
    io.out(`${path}\n`);
  }
  return 0;
}

function refuse(io: CommandIo, problem: string): number {
  io.err(`${problem}\n`);
  return 2;
}
