import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

/**
 * DESIGN, "Who may import whom": each rule says what, why and how to mend. A folder's own files may always import
 * each other; `packages` are the npm packages (and node: modules) beside that.
 */
interface Area {
  readonly area: string;
  readonly folder: string;
  readonly imports: readonly string[];
  readonly packages: readonly RegExp[];
  readonly why: string;
}

const ANY = /./;
const NODE = /^node:/;

const AREAS: readonly Area[] = [
  area(
    'core/model',
    'src/core/model',
    [],
    [],
    'The words of the field stand alone, so that everything may speak them.',
  ),
  area(
    'core/dialogue',
    'src/core/dialogue',
    ['src/core'],
    [/^xstate$/],
    'Decide purely: no SDK, no disk, no clock in the core.',
  ),
  area(
    'core/understanding',
    'src/core/understanding',
    ['src/core'],
    [/^fuse\.js$/],
    'Decide purely: no SDK, no disk, no clock in the core.',
  ),
  area('core', 'src/core', ['src/core'], [], 'Decide purely: no SDK, no disk, no clock in the core.'),
  area(
    'dialogs',
    'dialogs',
    ['src/core', 'dialogs'],
    [/^xstate$/],
    'Machines are compiled from data and are pure.',
  ),
  area(
    'app',
    'src/app',
    ['src/core', 'dialogs', 'src/app'],
    [],
    'Use cases speak to ports, so that stores and channels can change.',
  ),
  area(
    'content',
    'src/content',
    ['src/core', 'dialogs', 'src/content'],
    [/^(js-yaml|yaml|zod|i18next|fflate)$/, NODE],
    'Content is read once at the edge and trusted inside.',
  ),
  area(
    'storage',
    'src/storage',
    ['src/core/model', 'src/app/ports', 'src/storage'],
    [/^(kysely|better-sqlite3|pg)(\/|$)/, NODE],
    'Storage knows records, not rules.',
  ),
  area(
    'botframework',
    'src/channels/botframework',
    ['src/core/model', 'src/channels'],
    [ANY],
    'A channel is thin: it authenticates, translates and sends.',
  ),
  area(
    'channels',
    'src/channels',
    ['src/core/model', 'src/channels'],
    [/^(?!botbuilder|botframework-)/],
    'A channel is thin; only the botframework folder knows the Bot Framework.',
  ),
  area(
    'pages',
    'src/pages',
    ['src/core/model', 'src/app', 'src/pages'],
    [/^preact/],
    'Pages show what use cases give them.',
  ),
];

function area(
  name: string,
  folder: string,
  imports: readonly string[],
  packages: readonly RegExp[],
  why: string,
): Area {
  return { area: name, folder, imports, packages, why };
}

const root = resolve(__dirname, '..');
const sources = [...walk(join(root, 'src')), ...walk(join(root, 'dialogs'))].map((file) => ({
  path: relative(root, file),
  text: readFileSync(file, 'utf8'),
}));

function walk(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return walk(path);
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

function importsOf(text: string): readonly string[] {
  const statements = text.matchAll(
    /(?:^|\n)\s*(?:import|export)\s[^;]*?from\s+'([^']+)'|(?:import|require)\(\s*'([^']+)'\s*\)|(?:^|\n)import\s+'([^']+)'/g,
  );
  return [...statements].flatMap((found) => found[1] ?? found[2] ?? found[3] ?? []);
}

function inside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`) || path === `${folder}.ts`;
}

function areaOf(path: string): Area | undefined {
  return AREAS.find(({ folder }) => inside(path, folder));
}

function offences(rule: Area, path: string, text: string): readonly string[] {
  return importsOf(text).flatMap((target) => {
    if (!target.startsWith('.')) {
      return rule.packages.some((allowed) => allowed.test(target)) ? [] : [message(rule, path, target)];
    }
    const file = relative(root, resolve(root, dirname(path), target));
    const allowed = [rule.folder, ...rule.imports].some((folder) => inside(file, folder));
    return allowed ? [] : [message(rule, path, file)];
  });
}

function message(rule: Area, path: string, target: string): string {
  return [
    `what: ${path} imports ${target}`,
    `why:  ${rule.why}`,
    `fix:  ${rule.area} may import ${[rule.folder, ...rule.imports].join(', ')}; hand the thing in as a value or a port.`,
  ].join('\n');
}

describe('who may import whom', () => {
  it('finds the sources', () => {
    expect(sources.length).toBeGreaterThan(50);
    for (const { area: name, folder } of AREAS) {
      expect([name, sources.filter(({ path }) => inside(path, folder)).length]).not.toEqual([name, 0]);
    }
  });

  it.each(AREAS.map((rule) => [rule.area, rule] as const))('%s keeps to its imports', (_, rule) => {
    const found = sources
      .filter(({ path }) => areaOf(path) === rule)
      .flatMap(({ path, text }) => offences(rule, path, text));
    expect(found).toEqual([]);
  });

  it('notices an offence', () => {
    const rule = areaOf('src/core/scoring/x.ts');
    const text = "import { readFileSync } from 'node:fs';\nimport { x } from '../../storage/openStore';";
    expect(rule && offences(rule, 'src/core/scoring/x.ts', text)).toHaveLength(2);
  });
});

/** Words that reach outside: time, chance, disk, network, the process. */
const IMPURE = [
  /\bDate\.now\b/,
  /\bnew Date\(\s*\)/,
  /\bMath\.random\b/,
  /\bprocess\./,
  /\bcrypto\./,
  /\bfetch\(/,
  /\bset(?:Timeout|Interval|Immediate)\(/,
  /\bconsole\./,
  /\bperformance\./,
];

/** Comments may speak of anything. */
function code(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');
}

describe('purity', () => {
  const pure = sources.filter(({ path }) => inside(path, 'src/core') || inside(path, 'dialogs'));

  it('core and dialogs reach for nothing outside', () => {
    const found = pure.flatMap(({ path, text }) =>
      IMPURE.filter((word) => word.test(code(text))).map(
        (word) =>
          `what: ${path} uses ${word.source}\nwhy:  the same inputs must give the same talk\nfix:  hand the value in`,
      ),
    );
    expect(found).toEqual([]);
  });

  it('core and dialogs have no any', () => {
    const found = pure
      .filter(({ text }) => /:\s*any\b|\bas any\b|<any>/.test(code(text)))
      .map(({ path }) => path);
    expect(found).toEqual([]);
  });

  it('machines neither invoke nor wait', () => {
    const found = sources
      .filter(({ path }) => inside(path, 'dialogs'))
      .filter(({ text }) => /\b(?:invoke|after)\s*:\s*[[{]/.test(code(text)))
      .map(({ path }) => path);
    expect(found).toEqual([]);
  });

  it('only src/config.ts reads the environment', () => {
    const found = sources
      .filter(({ path, text }) => path !== 'src/config.ts' && /process\.env/.test(code(text)))
      .map(
        ({ path }) =>
          `what: ${path} reads process.env\nwhy:  settings are checked in one place\nfix:  add it to src/config.ts`,
      );
    expect(found).toEqual([]);
  });
});
