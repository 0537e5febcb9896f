import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { compileRolePlay } from '../../dialogs/rolePlay';
import { compileSession } from '../../dialogs/session';
import type { Playbook, StagedScenario } from '../core/deciding/playbook';
import type { Example } from '../core/model/example';
import type { Method } from '../core/model/method';
import type { EffectTable, Scenario } from '../core/model/scenario';
import type { Rubric } from '../core/model/scoring';
import type { ExampleTalk } from '../core/review/exampleTalk';
import { namesIn } from '../core/understanding/names';
import { createTopicFinder } from '../core/understanding/topics';
import { type ContentCache, hashOf } from './cache';
import { checkRubric } from './checkRubric';
import { type Diagnostic, hasErrors, type Wanted } from './diagnostics';
import { inEveryLanguage } from './everyLanguage';
import { exampleTalks, loadExamples } from './examples';
import { type ContentFile, type Ground, type LoadedScenario, loadScenario } from './loadScenario';
import { loadMethods } from './methods';
import { once } from './once';
import { rubricSchema } from './rubric';
import { effectTable } from './schemas/effects';
import { loadTexts } from './texts';
import { loadUnderstanding, type UnderstandingContent } from './understanding';
import { type Read, readYaml } from './yamlFile';

/** All content of an installation, read and checked once. */
export interface Library {
  readonly playbook: Playbook;
  /** Ways to hold intervisie. */
  readonly methods: readonly Method[];
  /** Talks for a team that has none of its own. */
  readonly examples: readonly Example[];
  /** An example as if somebody had just had it; null when there is none of that name. */
  readonly exampleTalk: (id: string) => ExampleTalk | null;
  readonly diagnostics: readonly Diagnostic[];
  /** Compiles content that was kept with older attempts. */
  restage(content: string): StagedScenario;
}

export type LoadedLibrary =
  | { readonly ok: true; readonly library: Library }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** Where content lies below the root of the project. */
const LANGUAGE = 'nl';

/**
 * Reads scenarios, rubric, effects, texts and the recogniser. Errors stop everything and say where they stand. With a
 * cache it reads to play: it looks for errors only, and not again in what had none.
 */
export function loadLibrary(root: string, cache: ContentCache | null = null): LoadedLibrary {
  const wanted = cache ? 'errors' : 'all';
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
  const below = hashOf([JSON.stringify(ground.effects), JSON.stringify(understanding.lexicon)]);
  const loaded = scenarioFolders(root).map((id) => loadOne(filesOf(root, id), ground, below, wanted, cache));
  cache?.keep();
  const topics = new Set(
    [...ground.topics, ...loaded.flatMap(({ scenario }) => scenario?.topics ?? [])].map(({ id }) => id),
  );
  const {
    methods,
    examples,
    diagnostics: aboutMeetings,
  } = loadMeetings(
    root,
    loaded.flatMap(({ scenario }) => (scenario ? [scenario.id] : [])),
    wanted,
  );
  const diagnostics = [
    ...loaded.flatMap((item) => item.diagnostics),
    ...checkRubric({ rubric: rubric.source, topics }, wanted),
    ...aboutMeetings,
  ];
  if (methods === null || examples === null || hasErrors(diagnostics)) return { ok: false, diagnostics };
  const staged = loaded.flatMap(({ scenario, hash }) =>
    scenario ? [stage(scenario, hash, understanding)] : [],
  );
  const playbook: Playbook = {
    scenarios: staged,
    pinned: new Map(staged.map((item) => [item.hash, item])),
    session: compileSession(),
    rubric: rubric.source.data,
    recogniser: understanding.recogniser,
    lexicon: understanding.lexicon,
    texts: loadTexts(join(root, 'locales')),
  };
  return {
    ok: true,
    library: {
      playbook,
      diagnostics,
      methods,
      examples,
      exampleTalk: exampleTalks(examples, playbook),
      restage: (content) => stage(parseKept(content), hashOf([content]), understanding),
    },
  };
}

/** What teams need to look at talks together. */
function loadMeetings(root: string, scenarios: readonly string[], wanted: Wanted) {
  const words = (name: string) => inEveryLanguage((locale) => file(root, `locales/${locale}/${name}`));
  const { methods, diagnostics } = loadMethods(
    file(root, 'scenarios/methods.yaml'),
    words('methods.yaml'),
    wanted,
  );
  const examples = loadExamples(
    file(root, 'scenarios/examples.yaml'),
    words('examples.yaml'),
    new Set(scenarios),
    wanted,
  );
  return {
    methods,
    examples: examples.examples,
    diagnostics: [...diagnostics, ...examples.diagnostics],
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

type ScenarioFiles = ReturnType<typeof filesOf>;

interface HashedScenario extends LoadedScenario {
  readonly hash: string;
}

/** From the cache when nothing it rests on has changed, else from its sources. */
function loadOne(
  files: ScenarioFiles,
  ground: Ground,
  below: string,
  wanted: Wanted,
  cache: ContentCache | null,
): HashedScenario {
  const key = hashOf([below, files.data.text, files.words.text, files.bank.text]);
  const known = cache?.get(key);
  if (known) return { ...known, diagnostics: [] };
  const { scenario, diagnostics } = loadScenario(files.data, files.words, ground, files.bank, wanted);
  const content = JSON.stringify(scenario);
  const hash = hashOf([content]);
  if (scenario) cache?.put(key, hash, content);
  return { scenario, diagnostics, hash };
}

/** Machine and topic finder are built when the scenario is first played: most are not, in a large library. */
function stage(scenario: Scenario, hash: string, understanding: UnderstandingContent): StagedScenario {
  const machine = once(() => compileRolePlay(scenario));
  const topics = once(() => createTopicFinder(scenario.topics, understanding.known));
  const names = once(() => namesIn(JSON.stringify(scenario)));
  return {
    hash,
    scenario,
    get machine() {
      return machine();
    },
    get topics() {
      return topics();
    },
    get names() {
      return names();
    },
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
