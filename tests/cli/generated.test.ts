import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { machineCharts } from '../../src/cli/graph';
import { PROJECT_ROOT } from '../../src/cli/root';
import { jsonSchemas, SCHEMA_FOLDER } from '../../src/cli/schemas';
import { smallPlay } from '../support/smallScenario';

const read = (path: string) =>
  existsSync(join(PROJECT_ROOT, path)) ? readFileSync(join(PROJECT_ROOT, path), 'utf8') : '';

describe('generated files', () => {
  it.each(Object.entries(jsonSchemas()))('%s is what `schemas` writes', (name, text) => {
    expect(read(`${SCHEMA_FOLDER}/${name}`)).toBe(text);
  });

  it.each(Object.entries(machineCharts(smallPlay().scenario)))(
    '%s is what `graph --machines` writes',
    (path, text) => {
      expect(read(path)).toBe(text);
    },
  );

  it('offer every move where a move is asked for', () => {
    const schema = jsonSchemas()['scenario.schema.json'] ?? '';
    for (const name of ['"give-space"', '"family:hurt"', '"any:builds"', '"unsure"'])
      expect(schema).toContain(name);
    expect(jsonSchemas()['rubric.schema.json']).not.toContain('"unsure"');
  });
});
