import { existsSync } from 'node:fs';
import { correctedExamples, teamExamples } from '../app/correctedExamples';
import type { Store } from '../app/ports';
import { describeProblems, readConfig } from '../config';
import { formatDiagnostic } from '../content/diagnostics';
import { type Library, loadLibrary } from '../content/library';
import { openTalk } from '../core/dialogue/playTurn';
import { openStore, type StoreOptions } from '../storage/openStore';
import { storeOptionsOf } from './dataFile';
import type { CommandIo } from './io';
import { option } from './options';
import { stagedOf } from './pages/parts';
import { PROJECT_ROOT } from './root';

/**
 * `export corrections [--data FILE]`: every contested sentence, and what teams called sentences in intervisie, as one
 * line of JSON in the form of the corpus, with what the machine had read. Says nothing of who said it, and holds nothing that was deleted.
 */
export async function run(args: readonly string[], io: CommandIo): Promise<number> {
  if (args[0] !== 'corrections') return refuse(io, 'export: what? corrections');
  const file = option(args, 'data');
  const options = file === null ? configured(io) : ({ kind: 'sqlite', file } as const);
  if (options === null) return 2;
  const loaded = loadLibrary(PROJECT_ROOT);
  if (!loaded.ok) return refuse(io, loaded.diagnostics.map(formatDiagnostic).join('\n\n'));
  if (options.kind === 'sqlite' && !existsSync(options.file)) return 0;
  const store = await openStore(options);
  try {
    await exportCorrections(loaded.library, store, io);
    return 0;
  } finally {
    await store.close();
  }
}

/** Writes what people and teams called the sentences of a store, one line each. */
export async function exportCorrections(
  library: Library,
  store: Store,
  io: Pick<CommandIo, 'out'>,
): Promise<void> {
  const opening = async (attempt: Parameters<typeof stagedOf>[1]) => {
    const staged = await stagedOf({ library, store }, attempt);
    return staged ? openTalk(staged, staged.scenario.id).opening.join(' ') : '';
  };
  for await (const example of correctedExamples(store, opening)) io.out(`${JSON.stringify(example)}\n`);
  for await (const example of teamExamples(store)) io.out(`${JSON.stringify(example)}\n`);
}

function configured(io: CommandIo): StoreOptions | null {
  const outcome = readConfig();
  if (outcome.kind === 'config') return storeOptionsOf(outcome.config);
  refuse(io, describeProblems(outcome.problems));
  return null;
}

function refuse(io: CommandIo, problem: string): number {
  io.err(`${problem}\n`);
  return 2;
}
