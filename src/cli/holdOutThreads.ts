import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { HoldOutTask } from '../core/understanding/evaluation/evaluate';

/** What a thread is told: a task and its place, or null when there is nothing left to do. */
export type ThreadOrder = { readonly place: number; readonly task: HoldOutTask } | null;

/** What a thread hands back. */
export interface ThreadResult {
  readonly place: number;
  readonly scores: Float32Array;
}

/** More threads than this would need more memory than they save time. */
const MOST_THREADS = 4;

/**
 * Trains without the files of each task, in as many threads as there are cores. Tasks do not know of each other: the
 * scores are the same in whatever order they are done. Every thread reads the corpus of `folder` itself.
 */
export async function runTasks(
  folder: string,
  tasks: readonly HoldOutTask[],
  progress: (task: HoldOutTask) => void,
): Promise<readonly Float32Array[]> {
  const queue = tasks.map((task, place) => ({ task, place }));
  const scores: Float32Array[] = [];
  const threads = Math.min(tasks.length, MOST_THREADS, availableParallelism());
  await Promise.all(Array.from({ length: threads }, () => work(folder, queue, scores, progress)));
  return scores;
}

/** Keeps one thread at work until the queue is empty. */
function work(
  folder: string,
  queue: { readonly task: HoldOutTask; readonly place: number }[],
  scores: Float32Array[],
  progress: (task: HoldOutTask) => void,
): Promise<void> {
  const worker = new Worker(require.resolve('./holdOutThread'), { workerData: folder });
  return new Promise((resolve, reject) => {
    const next = (): void => {
      const order: ThreadOrder = queue.shift() ?? null;
      if (order) progress(order.task);
      worker.postMessage(order);
    };
    worker.on('message', ({ place, scores: own }: ThreadResult) => {
      scores[place] = own;
      next();
    });
    worker.on('error', reject);
    worker.on('exit', () => resolve());
    next();
  });
}
