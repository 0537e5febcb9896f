import { PROJECT_ROOT } from '../../src/cli/root';
import { loadPlaythroughs, type Playthrough } from '../../src/content/playthroughs';

/** A conversation written out beside its scenario. */
export function playthrough(scenario: string, id: string): Playthrough {
  const found = loadPlaythroughs(PROJECT_ROOT, scenario).find((item) => item.id === id);
  if (!found) throw new Error(`no playthrough ${scenario}/${id}`);
  return found;
}
