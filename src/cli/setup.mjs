// Makes a fresh clone ready to run: packages, compiled code, browser files. Does nothing when nothing changed.
// Plain Node without packages, because it runs before there are any.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const at = (...parts) => join(root, ...parts);
const quiet = process.argv.includes('--quiet');
const force = process.argv.includes('--force');

const OLDEST_NODE = 20;
const LOCK_PATIENCE_MS = 10 * 60_000;
const SOURCES = ['src', 'dialogs', 'tests', 'tsconfig.json', 'package-lock.json'];
const BUILT_FOLDERS = ['src', 'dialogs', 'tests', 'public'];
const BROWSER_BUNDLE = at('node_modules', 'botframework-webchat', 'dist', 'webchat.js');
const INSTALLED = at('node_modules', '.bruggesprek-lock');
const BUILT = at('dist', '.built');
const LOCK = at('dist', '.setup-lock');

/** A failure that the reader can mend: what happened, why, how to mend it. */
class Failure extends Error {
  constructor(what, why, fix) {
    super(`\n✗ ${what}\n  why: ${why}\n  fix: ${fix}\n`);
  }
}

function main() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < OLDEST_NODE) {
    throw new Failure(
      `Node ${process.versions.node} is too old.`,
      `Bruggesprek is installed with Node ${OLDEST_NODE} or newer.`,
      'Install a current Node (https://nodejs.org) and run the command again.',
    );
  }
  if (ready()) return;
  const release = takeLock();
  try {
    if (!installed()) install();
    const wanted = fingerprint();
    if (force || builtFrom() !== wanted) build(wanted);
  } finally {
    release();
  }
}

function ready() {
  return !force && installed() && builtFrom() === fingerprint();
}

/** On standard error, so that a command whose output is read by another program stays clean. */
function say(line) {
  process.stderr.write(`${line}\n`);
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

// ---------------------------------------------------------------- packages

function lockHash() {
  const lock = read(at('package-lock.json'));
  if (lock === null) {
    throw new Failure(
      'package-lock.json is missing.',
      'It says which packages belong to this version.',
      'Restore it: git checkout package-lock.json',
    );
  }
  return createHash('sha256').update(lock).digest('hex');
}

function installed() {
  return existsSync(at('node_modules')) && read(INSTALLED) === lockHash();
}

function install() {
  if (installedByHand()) {
    writeFileSync(INSTALLED, lockHash());
    return;
  }
  if (lstatSync(at('node_modules'), { throwIfNoEntry: false })?.isSymbolicLink()) {
    throw new Failure(
      'node_modules is a link to another folder, which holds other packages than package-lock.json names.',
      'Installing would empty that folder, and with it whatever else uses it.',
      'Remove the link (rm node_modules) and run the command again.',
    );
  }
  say('Installing packages (once, about a minute) …');
  const { command, args } = npm();
  const result = spawnSync(command, [...args, 'ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
  });
  if (result.error || result.status !== 0) {
    const reason = firstLines(result.stderr || result.stdout || String(result.error ?? 'npm stopped'));
    throw new Failure(
      'The packages could not be installed.',
      `npm ci failed:\n${reason}`,
      'Check the internet connection or the npm registry setting, then run the command again.',
    );
  }
  writeFileSync(INSTALLED, lockHash());
}

/** True when npm itself already put exactly the locked packages in place. */
function installedByHand() {
  const locked = packagesOf(at('package-lock.json'));
  const present = packagesOf(at('node_modules', '.package-lock.json'));
  if (locked === null || present === null) return false;
  const complete = Object.entries(locked).every(([path, entry]) => {
    if (path === '') return true;
    return path in present ? present[path].version === entry.version : Boolean(entry.optional || entry.peer);
  });
  return complete && Object.keys(present).every((path) => path in locked);
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? null;
  } catch {
    return null;
  }
}

/** npm as it was called, run by a Node that does not lie in the node_modules that npm is about to replace. */
function npm() {
  const script = process.env.npm_execpath;
  const node = [process.env.npm_node_execpath, process.execPath, ...nodesOnPath()].find(
    (candidate) =>
      candidate && existsSync(candidate) && relative(at('node_modules'), candidate).startsWith('..'),
  );
  if (script?.endsWith('.js') && existsSync(script) && node) return { command: node, args: [script] };
  return { command: process.platform === 'win32' ? 'npm.cmd' : 'npm', args: [] };
}

function nodesOnPath() {
  return (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'node'));
}

// ---------------------------------------------------------------- build

/** Changes when any source file is added, removed or edited. */
function fingerprint() {
  const hash = createHash('sha256');
  const visit = (path) => {
    const stat = statSync(at(path), { throwIfNoEntry: false });
    if (stat === undefined) return;
    if (stat.isDirectory()) {
      for (const name of readdirSync(at(path)).sort()) visit(join(path, name));
    } else {
      hash.update(`${path}\0${stat.size}\0${stat.mtimeMs}\n`);
    }
  };
  for (const path of SOURCES) visit(path);
  return hash.digest('hex');
}

function builtFrom() {
  return existsSync(at('dist', 'public', 'webchat.js')) ? read(BUILT) : null;
}

/** Compiles beside the old code and swaps, so that a failed build leaves what worked and nothing stale stays. */
function build(wanted) {
  say('Building …');
  const fresh = at('dist', `.next-${process.pid}`);
  rmSync(fresh, { recursive: true, force: true });
  try {
    compile(fresh);
    mkdirSync(join(fresh, 'public'), { recursive: true });
    publish(join(fresh, 'public', 'webchat.js'));
    rmSync(BUILT, { force: true });
    for (const folder of BUILT_FOLDERS) swap(join(fresh, folder), at('dist', folder));
    writeFileSync(BUILT, wanted);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

/** Web Chat as one file, and compressed beside it, so that the server need not compress at its start. */
function publish(file) {
  cpSync(BROWSER_BUNDLE, file);
  writeFileSync(`${file}.gz`, gzipSync(readFileSync(file), { level: 9 }));
}

function compile(outDir) {
  const tsc = at('node_modules', 'typescript', 'bin', 'tsc');
  const sourceRoot = `${root}/`;
  const result = spawnSync(
    process.execPath,
    [tsc, '-p', '.', '--outDir', outDir, '--sourceRoot', sourceRoot, '--noEmitOnError', '--pretty', 'false'],
    { cwd: root, encoding: 'utf8' },
  );
  if (result.error || result.status !== 0) {
    throw new Failure(
      'The code could not be built.',
      `tsc found mistakes:\n${firstLines(result.stdout || result.stderr || String(result.error))}`,
      'Correct these lines (or restore them with git checkout) and run the command again.',
    );
  }
}

function swap(fresh, current) {
  const old = `${current}.old-${process.pid}`;
  if (existsSync(current)) renameSync(current, old);
  if (existsSync(fresh)) renameSync(fresh, current);
  rmSync(old, { recursive: true, force: true });
}

function firstLines(text) {
  return text
    .trim()
    .split('\n')
    .slice(0, 12)
    .map((line) => `    ${line}`)
    .join('\n');
}

// ---------------------------------------------------------------- one at a time

/** Waits for a set-up that is already running; a lock whose owner died is taken over. */
function takeLock() {
  mkdirSync(at('dist'), { recursive: true });
  const mine = `${LOCK}.${process.pid}`;
  writeFileSync(mine, String(process.pid));
  const until = Date.now() + LOCK_PATIENCE_MS;
  let told = quiet;
  try {
    while (!link(mine)) {
      const owner = Number(read(LOCK) ?? 0);
      if (owner && !alive(owner)) {
        removeIfStill(owner);
        continue;
      }
      if (Date.now() > until) {
        throw new Failure(
          'Another set-up does not finish.',
          `Process ${owner} holds ${relative(root, LOCK)}.`,
          'End that process, or remove the file when nothing is running.',
        );
      }
      if (!told) say('Waiting for another set-up …');
      told = true;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
    }
  } finally {
    unlinkSync(mine);
  }
  return () => removeIfStill(process.pid);
}

function link(mine) {
  try {
    linkSync(mine, LOCK);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

function removeIfStill(owner) {
  const aside = `${LOCK}.${process.pid}.aside`;
  try {
    renameSync(LOCK, aside);
  } catch {
    return;
  }
  // Somebody else may have taken the lock between looking and renaming: then it is given back.
  if (Number(read(aside)) !== owner) link(aside);
  unlinkSync(aside);
}

function alive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

try {
  main();
} catch (error) {
  process.stderr.write(error instanceof Failure ? error.message : `${error?.stack ?? error}\n`);
  process.exit(1);
}
