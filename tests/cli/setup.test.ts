import { type ChildProcess, spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PROJECT_ROOT } from '../../src/cli/root';

let root: string;
const running: ChildProcess[] = [];

const at = (...parts: string[]) => join(root, ...parts);

function write(path: string, text: string): void {
  mkdirSync(dirname(at(path)), { recursive: true });
  writeFileSync(at(path), text);
}

/** A small project with the packages that setting up needs, as npm would have left them. */
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'bruggesprek-setup-'));
  mkdirSync(at('src', 'cli'), { recursive: true });
  cpSync(join(PROJECT_ROOT, 'src', 'cli', 'setup.mjs'), at('src', 'cli', 'setup.mjs'));
  write('src/one.ts', 'export const one: number = 1;\n');
  write('src/two.ts', 'export const two: number = 2;\n');
  write('package.json', '{"name": "small"}');
  const options = {
    rootDir: '.',
    outDir: 'dist',
    module: 'nodenext',
    target: 'es2024',
    strict: true,
    sourceMap: true,
    types: [],
  };
  write('tsconfig.json', JSON.stringify({ compilerOptions: options, include: ['src'] }));
  const packages = { 'node_modules/typescript': { version: '1.0.0' } };
  write('package-lock.json', JSON.stringify({ packages: { '': {}, ...packages } }));
  write('node_modules/.package-lock.json', JSON.stringify({ packages }));
  for (const name of ['typescript', 'botframework-webchat']) {
    symlinkSync(join(PROJECT_ROOT, 'node_modules', name), at('node_modules', name));
  }
});

afterEach(() => {
  for (const child of running.splice(0)) child.kill();
  rmSync(root, { recursive: true, force: true });
});

interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function setUp(...args: string[]): Promise<Outcome> {
  const child = spawn(process.execPath, [at('src', 'cli', 'setup.mjs'), ...args], { cwd: tmpdir() });
  running.push(child);
  let out = '';
  let err = '';
  child.stdout.on('data', (part: Buffer) => {
    out += part.toString();
  });
  child.stderr.on('data', (part: Buffer) => {
    err += part.toString();
  });
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, out, err })));
}

const built = () => statSync(at('dist', '.built')).mtimeMs;

test('it builds what is not built, puts Web Chat beside it, and then has nothing to do', async () => {
  expect(await setUp()).toEqual({ code: 0, out: '', err: 'Building …\n' });
  expect(readdirSync(at('dist', 'src')).filter((name) => name.endsWith('.js'))).toEqual(['one.js', 'two.js']);
  expect(readdirSync(at('dist', 'public'))).toEqual(['webchat.js', 'webchat.js.gz']);
  const before = built();
  expect(await setUp()).toEqual({ code: 0, out: '', err: '' });
  expect(built()).toBe(before);
  expect((await setUp('--quiet', '--force')).code).toBe(0);
  expect(built()).toBeGreaterThan(before);
});

test('an edit is built, and what was removed does not stay', async () => {
  await setUp();
  write('src/one.ts', 'export const one: number = 111;\n');
  rmSync(at('src', 'two.ts'));
  expect((await setUp()).code).toBe(0);
  expect(readFileSync(at('dist', 'src', 'one.js'), 'utf8')).toContain('111');
  expect(existsSync(at('dist', 'src', 'two.js'))).toBe(false);
  expect(readdirSync(at('dist')).sort()).toEqual(['.built', 'public', 'src']);
});

test('a mistake is shown with what, why and fix, and the last good build stays', async () => {
  await setUp();
  write('src/one.ts', "export const one: number = 'one';\n");
  const { code, err } = await setUp();
  expect(code).toBe(1);
  expect(err).toMatch(
    /✗ The code could not be built\.\n {2}why: .*\n {4}src\/one\.ts\(1,14\): error .*\n {2}fix: /,
  );
  expect(readFileSync(at('dist', 'src', 'one.js'), 'utf8')).toContain('= 1;');
  write('src/one.ts', 'export const one: number = 3;\n');
  expect((await setUp()).code).toBe(0);
});

test('three at once build once and all succeed', async () => {
  const outcomes = await Promise.all([setUp(), setUp(), setUp()]);
  expect(outcomes.map(({ code }) => code)).toEqual([0, 0, 0]);
  expect(outcomes.filter(({ err }) => err.includes('Building')).length).toBe(1);
  expect(readdirSync(at('dist')).sort()).toEqual(['.built', 'public', 'src']);
});

test('a lock whose owner is gone holds nobody up', async () => {
  const gone = spawn(process.execPath, ['-e', '']);
  await new Promise((resolve) => gone.once('exit', resolve));
  write('dist/.setup-lock', String(gone.pid));
  expect((await setUp()).code).toBe(0);
  expect(existsSync(at('dist', '.setup-lock'))).toBe(false);
});

test('packages that cannot be installed are explained', async () => {
  write('package-lock.json', '{"packages": {"node_modules/absent": {"version": "1.0.0"}}}');
  write('package.json', '{"name": "small"');
  const { code, err } = await setUp();
  expect(code).toBe(1);
  expect(err).toMatch(
    /✗ The packages could not be installed\.\n {2}why: npm ci failed:\n {4}.+[\s\S]*\n {2}fix: /,
  );
});

test('packages that another folder lends are never emptied', async () => {
  renameSync(at('node_modules'), at('lent'));
  symlinkSync(at('lent'), at('node_modules'));
  write('package-lock.json', '{"packages": {"node_modules/absent": {"version": "1.0.0"}}}');
  const { code, err } = await setUp();
  expect(code).toBe(1);
  expect(err).toContain('node_modules is a link');
  expect(readdirSync(at('lent'))).toContain('typescript');
});
