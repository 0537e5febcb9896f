import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { compileRolePlay } from '../../dialogs/rolePlay';
import { compileSession } from '../../dialogs/session';
import type { Playbook, StagedScenario } from '../core/deciding/playbook';
import type { EffectTable, Scenario } from '../core/model/scenario';
import type { Rubric } from '../core/model/scoring';
import { createTopicFinder } from '../core/understanding/topics';
import { checkRubric } from './checkRubric';
import { type Diagnostic, hasErrors } from './diagnostics';
import { type ContentFile, type Ground, loadScenario } from './loadScenario';
import { rubricSchema } from './rubric';
import { effectTable } from './schemas/effects';
import { loadTexts } from './texts';
import { loadUnderstanding, type UnderstandingContent } from './understanding';
import { type Read, readYaml } from './yamlFile';

/** All content of an installation, read and checked once. */
export interface Library {
  readonly playbook: Playbook;
  readonly diagnostics: readonly Diagnostic[];
  /** Compiles content that was kept with older attempts. */
  restage(content: string): StagedScenario;
}

export type LoadedLibrary =
  | { readonly ok: true; readonly library: Library }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** Where content lies below the root of the project. */
const LANGUAGE = 'nl';

/** Reads scenarios, rubric, effects, texts and the recogniser. Errors stop everything and say where they stand. */
export function loadLibrary(root: string): LoadedLibrary {
  const understanding = loadUnderstanding(join(root, 'locales', LANGUAGE, 'understanding'));
  const effects = read<EffectTable>(root, 'scenarios/moves.yaml', effectTable);
  const rubric = read<Rubric>(root, 'scenarios/rubric.yaml', rubricSchema);
  if (!effects.ok || !rubric.ok) {
    return {
      ok: false,
      diagnostics: [...(effects.ok ? [] : effects.diagnostics), ...(rubric.ok ? [] : rubric.diagnostics)],
    };
  }
  const ground: Ground = {
    effects: effects.source.data,
    topics: understanding.lexicon.topics,
    language: { jargon: understanding.lexicon.jargon, known: understanding.known },
  };
  const loaded = scenarioFolders(root).map((id) => {
    const { data, words, bank } = filesOf(root, id);
    return loadScenario(data, words, ground, bank);
  });
  const topics = new Set(
    [...ground.topics, ...loaded.flatMap(({ scenario }) => scenario?.topics ?? [])].map(({ id }) => id),
  );
  const diagnostics = [
    ...loaded.flatMap((item) => item.diagnostics),
    ...checkRubric({ rubric: rubric.source, topics }),
  ];
  if (hasErrors(diagnostics)) return { ok: false, diagnostics };
  const staged = loaded.flatMap(({ scenario }) => (scenario ? [stage(scenario, understanding)] : []));
  return {
    ok: true,
    library: {
      diagnostics,
      restage: (content) => stage(parseKept(content), understanding),
      playbook: {
        scenarios: staged,
        pinned: new Map(staged.map((item) => [item.hash, item])),
        session: compileSession(),
        rubric: rubric.source.data,
        recogniser: understanding.recogniser,
        lexicon: understanding.lexicon,
        texts: loadTexts(join(root, 'locales')),
      },
    },
  };
}

/** The content of a scenario as it is kept with its attempts. */
export function contentOf(staged: StagedScenario): string {
  return JSON.stringify(staged.scenario);
}

/** Content that was kept before scenarios had a reply bank has none. */
function parseKept(content: string): Scenario {
  return { replies: [], ...(JSON.parse(content) as Omit<Scenario, 'replies'>) };
}

function stage(scenario: Scenario, understanding: UnderstandingContent): StagedScenario {
  return {
    hash: createHash('sha256').update(JSON.stringify(scenario)).digest('hex').slice(0, 32),
    scenario,
    machine: compileRolePlay(scenario),
    topics: createTopicFinder(scenario.topics, understanding.known),
  };
}

function scenarioFolders(root: string): readonly string[] {
  return readdirSync(join(root, 'scenarios'), { withFileTypes: true })
    .filter(
      (entry) => entry.isDirectory() && existsSync(join(root, 'scenarios', entry.name, 'scenario.yaml')),
    )
    .map((entry) => entry.name)
    .sort();
}

function filesOf(root: string, id: string) {
  return {
    data: file(root, `scenarios/${id}/scenario.yaml`),
    words: file(root, `locales/${LANGUAGE}/scenarios/${id}.yaml`),
    bank: file(root, `scenarios/${id}/replies.yaml`),
  };
}

function file(root: string, path: string): ContentFile {
  const full = join(root, path);
  return { file: relative(root, full), text: existsSync(full) ? readFileSync(full, 'utf8') : '' };
}

function read<T>(root: string, path: string, shape: Parameters<typeof readYaml<T>>[2]): Read<T> {
  const { file: name, text } = file(root, path);
  return readYaml(name, text, shape);
}
