import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as check from '../../src/cli/check';
import { create } from '../../src/cli/new';
import * as play from '../../src/cli/play';
import * as simulate from '../../src/cli/simulate';
import { watchContent } from '../../src/cli/watchContent';
import { emptyProject, terminal } from './world';

const folder = mkdtempSync(join(tmpdir(), 'replies-'));
const replies = join(folder, 'replies.txt');
writeFileSync(replies, 'Goedemorgen meneer Nuur, fijn dat u er bent.\nHoe was uw nacht?\n');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('commands for authors', () => {
  it('check --json prints every finding with its place', async () => {
    const { io, out } = terminal();
    expect(await check.run(['--json'], io)).toBe(0);
    const { errors, warnings, diagnostics } = JSON.parse(out());
    expect(errors).toBe(0);
    expect(diagnostics).toHaveLength(warnings);
    for (const item of diagnostics) {
      expect(item).toMatchObject({ code: expect.stringMatching(/^B\d{3}$/), severity: 'warning' });
      expect(item.place).toMatchObject({ file: expect.any(String), line: expect.any(Number) });
    }
  });

  it('play --trace tells why each line was said', async () => {
    const { io, out } = terminal();
    expect(await play.run(['hasna', '--replies', replies, '--trace'], io)).toBe(0);
    expect(out()).toMatch(/\[1\] arrival, \w+: trust [\d.]+, tension [\d.]+, understood [\d.]+/);
    expect(out()).toMatch(/(reaction|content|initiative): [a-z0-9-]+ \([\d.]+\) when \{.*\}; before /);
  });

  it('play --trace --json gives slot, line, specificity and candidates', async () => {
    const { io, out } = terminal();
    await play.run(['hasna', '--replies', replies, '--json', '--trace'], io);
    const { turns, trace } = JSON.parse(out());
    expect(trace).toHaveLength(turns.length);
    for (const [i, lines] of trace.entries()) {
      expect(lines).toHaveLength(turns[i].persona.length);
      for (const line of lines)
        expect(line).toEqual({
          slot: expect.any(String),
          line: expect.any(String),
          specificity: expect.any(Number),
          candidates: expect.arrayContaining([line.line]),
        });
    }
  });

  it.each([
    [['nobody'], 'which scenario'],
    [['hasna', '--policy', 'charming'], 'which policy'],
    [['hasna', '--runs', 'many'], '--runs'],
    [['hasna', '--seed', '-1'], '--seed'],
  ])('simulate %j says what it needs', async (args, words) => {
    const { io, err } = terminal();
    expect(await simulate.run(args, io)).toBe(2);
    expect(err()).toContain(words);
  });
});

describe('watchContent', () => {
  it('tells when a file of the scenario was saved', async () => {
    const { root, remove } = emptyProject();
    create(root, 'late', terminal().io);
    let stop = () => {};
    await new Promise<void>((resolve) => {
      stop = watchContent(root, 'late', async () => resolve());
      writeFileSync(join(root, 'scenarios', 'late', 'scenario.yaml'), 'id: late\n');
    });
    stop();
    remove();
  });
});
