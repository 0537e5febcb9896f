import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadTaggedWords, packModel, UNDERSTANDING_FILES } from '../content/understanding';
import { readCorpus } from '../content/understanding/corpus';
import { DEFAULTS } from '../core/understanding/training/options';
import { train } from '../core/understanding/training/train';
import type { CommandIo } from './io';
import { option } from './options';

/**
 * `train [--folder locales/nl/understanding] [--out FILE] [--seed N]`: learns the recogniser from the labelled
 * corpus and writes the model file. The same corpus and seed give the same bytes.
 */
export async function run(args: readonly string[], io: CommandIo): Promise<number> {
  const folder = option(args, 'folder') ?? 'locales/nl/understanding';
  const path = option(args, 'out') ?? join(folder, UNDERSTANDING_FILES.model);
  const seed = Number(option(args, 'seed') ?? DEFAULTS.seed);
  if (!Number.isInteger(seed)) {
    io.err('--seed must be a whole number\n');
    return 2;
  }
  const examples = readCorpus(join(folder, UNDERSTANDING_FILES.corpus));
  io.err(`${examples.length} sentences\n`);
  const model = train(examples, loadTaggedWords(folder), { ...DEFAULTS, seed });
  const bytes = packModel(model);
  writeFileSync(path, bytes);
  io.out(
    `${path}: ${bytes.length} bytes, ${model.full.vocabulary.length} features, corpus ${model.head.corpus}\n`,
  );
  return 0;
}
