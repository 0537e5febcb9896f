import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { PROJECT_ROOT } from '../../src/cli/root';

const FILES = readdirSync(join(PROJECT_ROOT, 'locales', 'en')).filter((name) => name.endsWith('.yaml'));

/** Every key below a value, without the form of address: English has one form. */
function keysOf(value: unknown, path = ''): readonly string[] {
  if (typeof value !== 'object' || value === null)
    return [path.replace(/_(?:u|je)(?=_(?:zero|one|other)$|$)/, '')];
  return Object.entries(value).flatMap(([key, below]) => keysOf(below, path === '' ? key : `${path}.${key}`));
}

function keysIn(locale: 'nl' | 'en', file: string): ReadonlySet<string> {
  return new Set(keysOf(load(readFileSync(join(PROJECT_ROOT, 'locales', locale, file), 'utf8'))));
}

it.each(FILES)('%s says the same things in both languages', (file) => {
  const [nl, en] = [keysIn('nl', file), keysIn('en', file)];
  expect([...nl].filter((key) => !en.has(key))).toEqual([]);
  expect([...en].filter((key) => !nl.has(key))).toEqual([]);
});

function sourcesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => readFileSync(join(folder, name), 'utf8'));
}

it('has words for every key that a page names in full', () => {
  const files = FILES.map((file) => [file.replace('.yaml', ''), keysIn('nl', file)] as const);
  const known = new Set(
    files.flatMap(([name, keys]) =>
      [...keys].map((key) => `${name}.${key.replace(/_(zero|one|other)$/, '')}`),
    ),
  );
  const names = files.map(([name]) => name).join('|');
  const named = new RegExp(`'((?:${names})\\.[\\w-]+(?:\\.[\\w-]+)*)'`, 'g');
  const pages = ['src/pages', 'src/cli/pages'].flatMap((folder) => sourcesIn(join(PROJECT_ROOT, folder)));
  const used = pages.flatMap((text) => [...text.matchAll(named)].map(([, key]) => key ?? ''));
  expect(used.length).toBeGreaterThan(200);
  const parents = (key: string) => [...known].some((one) => one.startsWith(`${key}.`));
  expect([...new Set(used)].filter((key) => !known.has(key) && !parents(key))).toEqual([]);
});
