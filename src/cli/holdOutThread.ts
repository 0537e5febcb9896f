import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { loadTaggedWords, UNDERSTANDING_FILES } from '../content/understanding';
import { readCorpus } from '../content/understanding/corpus';
import { readTables, runTask } from '../core/understanding/evaluation/evaluate';
import { DEFAULTS } from '../core/understanding/training/options';
import type { ThreadOrder, ThreadResult } from './holdOutThreads';

// One thread of an evaluation: it reads the corpus once and trains for one task after another.
const folder = String(workerData);
const examples = readCorpus(join(folder, UNDERSTANDING_FILES.corpus));
const tables = readTables(examples, loadTaggedWords(folder));

parentPort?.on('message', (order: ThreadOrder) => {
  if (order === null) {
    parentPort?.close();
    return;
  }
  const result: ThreadResult = {
    place: order.place,
    scores: runTask(examples, tables, order.task, DEFAULTS),
  };
  parentPort?.postMessage(result);
});
