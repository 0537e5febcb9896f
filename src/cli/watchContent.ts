import { watch } from 'node:fs';
import { join } from 'node:path';

/** Editors save in several steps; wait until they are done. */
const QUIET_MS = 200;

/** Calls back after a scenario, its words, the rubric or the effects were saved. Returns how to stop. */
export function watchContent(root: string, scenario: string, saved: () => Promise<void>): () => void {
  let timer: NodeJS.Timeout | undefined;
  let busy = Promise.resolve();
  const folders = ['scenarios', join('scenarios', scenario), join('locales', 'nl', 'scenarios')];
  const watchers = folders.map((folder) =>
    watch(join(root, folder), (_, name) => {
      if (!name?.endsWith('.yaml')) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        busy = busy.then(saved);
      }, QUIET_MS);
    }),
  );
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}
