import { PROJECT_ROOT } from '../../src/cli/root';
import { loadLibrary } from '../../src/content/library';
import { openTalk } from '../../src/core/dialogue/playTurn';

/** The scenario as it is played, with all it is read by. */
export function hasna() {
  const loaded = loadLibrary(PROJECT_ROOT);
  if (!loaded.ok) throw new Error('content has errors; run check');
  const { playbook } = loaded.library;
  const staged = playbook.scenarios.find(({ scenario }) => scenario.id === 'hasna');
  if (!staged) throw new Error('no scenario hasna');
  return { playbook, staged, start: openTalk(staged, 'seed').state };
}
