import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { machineCharts } from '../../src/cli/graph';
import { PROJECT_ROOT } from '../../src/cli/root';
import { jsonSchemas, SCHEMA_FOLDER } from '../../src/cli/schemas';
import { smallPlay } from '../support/smallScenario';

const read = (path: string) =>
  existsSync(join(PROJECT_ROOT, path)) ? readFileSync(join(PROJECT_ROOT, path), 'utf8') : '';

function stale(file: string, command: string): string {
  return [
    `what: ${file} is not up to date`,
    'why:  it is generated from code that has changed, and authors and readers rely on it',
    `fix:  npm run -s cli -- ${command}`,
  ].join('\n');
}

describe('generated files', () => {
  it.each(Object.entries(jsonSchemas()))('%s is what `schemas` writes', (name, text) => {
    if (read(`${SCHEMA_FOLDER}/${name}`) !== text) throw new Error(stale(name, 'schemas'));
  });

  it.each(Object.entries(machineCharts(smallPlay().scenario)))(
    '%s is what `graph --machines` writes',
    (path, text) => {
      if (read(path) !== text) throw new Error(stale(path, 'graph --machines'));
    },
  );

  it('offer every move where a move is asked for', () => {
    const schema = jsonSchemas()['scenario.schema.json'] ?? '';
    for (const name of ['"give-space"', '"family:hurt"', '"any:builds"', '"unsure"'])
      expect(schema).toContain(name);
    expect(jsonSchemas()['rubric.schema.json']).not.toContain('"unsure"');
  });
});
