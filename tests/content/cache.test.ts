import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../../src/cli/root';
import { type ContentCache, cacheIn, hashOf } from '../../src/content/cache';
import { contentOf, loadLibrary } from '../../src/content/library';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bruggesprek-cache-'));
  file = join(folder, 'kept');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function load(cache: ContentCache | null = cacheIn(file)) {
  const loaded = loadLibrary(PROJECT_ROOT, cache);
  if (!loaded.ok) throw new Error('content has errors; run check');
  return loaded.library.playbook.scenarios.map((staged) => ({
    hash: staged.hash,
    content: contentOf(staged),
  }));
}

const lines = () => readFileSync(file, 'utf8').trimEnd().split('\n');

describe('the cache of checked content', () => {
  it('gives the same library as the sources', () => {
    const sources = load(null);
    expect(load()).toEqual(sources);
    expect(lines()).toHaveLength(sources.length);
    expect(load()).toEqual(sources);
  });

  it('is written only when something was read from its sources', () => {
    load();
    const { ino } = statSync(file);
    load();
    expect(statSync(file).ino).toBe(ino);
  });

  it('forgets what no scenario asks for any more', () => {
    const fresh = load();
    appendFileSync(file, 'old\thash\t{}\n');
    expect(load()).toEqual(fresh);
    expect(lines()).toHaveLength(fresh.length);
  });

  it('is passed over and mended when it cannot be read', () => {
    const fresh = load();
    const whole = readFileSync(file, 'utf8');
    writeFileSync(file, whole.slice(0, whole.length / 2));
    expect(load()).toEqual(fresh);
    expect(readFileSync(file, 'utf8')).toBe(whole);
  });

  it('knows texts by their content and order', () => {
    expect(hashOf(['a', 'b'])).toBe(hashOf(['a', 'b']));
    expect(
      new Set([hashOf(['a', 'b']), hashOf(['b', 'a']), hashOf(['ab']), hashOf(['a', '', 'b'])]).size,
    ).toBe(4);
  });
});
