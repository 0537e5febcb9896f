import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../../src/cli/root';
import { cacheIn, hashOf } from '../../src/content/cache';
import { contentOf, loadLibrary } from '../../src/content/library';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bruggesprek-cache-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function load() {
  const loaded = loadLibrary(PROJECT_ROOT, cacheIn(folder));
  if (!loaded.ok) throw new Error('content has errors; run check');
  return {
    diagnostics: loaded.library.diagnostics,
    scenarios: loaded.library.playbook.scenarios.map((staged) => ({
      hash: staged.hash,
      content: contentOf(staged),
    })),
  };
}

describe('the cache of checked content', () => {
  it('gives the same library as the sources', () => {
    const fresh = load();
    expect(readdirSync(folder)).toHaveLength(fresh.scenarios.length);
    expect(load()).toEqual(fresh);
  });

  it('is passed over when it cannot be read', () => {
    const fresh = load();
    for (const name of readdirSync(folder)) writeFileSync(join(folder, name), '{ "half');
    expect(load()).toEqual(fresh);
  });

  it('knows texts by their content and order', () => {
    expect(hashOf(['a', 'b'])).toBe(hashOf(['a', 'b']));
    expect(
      new Set([hashOf(['a', 'b']), hashOf(['b', 'a']), hashOf(['ab']), hashOf(['a', '', 'b'])]).size,
    ).toBe(4);
  });
});
