import { createTextSearch } from '../understanding/textSearch';
import type { StagedScenario } from './playbook';

/** The scenario somebody means by a number in the list, a name or a few words; typing errors are forgiven. */
export function findScenario(scenarios: readonly StagedScenario[], typed: string): StagedScenario | null {
  const number = /^\d{1,2}$/.test(typed) ? Number(typed) : null;
  if (number !== null) return scenarios[number - 1] ?? null;
  if (typed.length < 3) return null;
  const search = searches.get(scenarios) ?? build(scenarios);
  searches.set(scenarios, search);
  return search(typed);
}

type Search = (typed: string) => StagedScenario | null;
const searches = new WeakMap<readonly StagedScenario[], Search>();

function build(scenarios: readonly StagedScenario[]): Search {
  return createTextSearch(
    scenarios.map((staged) => {
      const { id, texts, names } = staged.scenario;
      return {
        item: staged,
        text: [id, texts.title, texts.persona.name, texts.persona.role, ...names, texts.summary],
      };
    }),
  );
}
