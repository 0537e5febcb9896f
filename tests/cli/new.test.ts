import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LiveTalk } from '../../src/cli/liveTalk';
import { create } from '../../src/cli/new';
import { open } from '../../src/cli/play';
import { loadLibrary } from '../../src/content/library';
import type { MessageBody } from '../../src/core/model/message';
import { emptyProject, terminal } from './world';

const project = emptyProject();
const made = terminal();
const code = create(project.root, 'late', made.io);
afterAll(project.remove);

function library() {
  const loaded = loadLibrary(project.root);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics));
  return loaded.library;
}

const texts = join(project.root, 'locales', 'nl', 'scenarios', 'late.yaml');

describe('new', () => {
  it('writes a complete scenario without any finding', () => {
    expect(code).toBe(0);
    expect(made.out()).toContain('scenarios/late/scenario.yaml');
    const { playbook, diagnostics } = library();
    expect(playbook.scenarios.map(({ scenario }) => scenario.id)).toEqual(['late']);
    expect(diagnostics.filter(({ place }) => place.file.includes('late'))).toEqual([]);
  });

  it.each(['', 'Two Words', '../up', 'template'])('refuses the name "%s"', (name) => {
    const { io, err } = terminal();
    expect(create(project.root, name, io)).toBe(2);
    expect(err()).toContain('short name');
  });

  it('never writes over what is there', () => {
    const { io, err } = terminal();
    expect(create(project.root, 'late', io)).toBe(2);
    expect(err()).toContain('already there');
  });
});

describe('a talk while the scenario is written', () => {
  const says: readonly MessageBody[] = [
    { kind: 'action', action: 'choose', values: { scenario: 'late' } },
    { kind: 'action', action: 'begin', values: {} },
    { kind: 'text', text: 'Goedemorgen mevrouw Bakker, fijn dat u er bent.' },
    { kind: 'text', text: 'Wat voor werk doet u?' },
  ];

  async function talk(trace: boolean) {
    let written = '';
    const live = await LiveTalk.begin({
      root: project.root,
      library: library(),
      open,
      trace,
      write: (text) => {
        written += text;
      },
    });
    for (const [i, body] of says.entries())
      await live.take({ id: `m${i}`, conversation: 'c', learner: 'l', body });
    const said = async () => JSON.stringify((await live.since('c', 0)).at(-1)?.replies);
    return { live, said, written: () => written };
  }

  it('tells why each line was said: reading, effect, slot, points, condition and what else stood ready', async () => {
    const { live, written } = await talk(true);
    await live.close();
    expect(written()).toContain('[2] exploring, guarded: trust');
    expect(written()).toMatch(
      /"Wat voor werk doet u\?": (open-question|closed-question|family:question) 0\.\d\d; about work/,
    );
    expect(written()).toMatch(/(content|disclosure): [a-z-]+ \(\d/);
    expect(written()).toContain('when {');
  });

  it('takes up what was saved, and keeps the talk', async () => {
    const { live, said } = await talk(false);
    const before = await said();
    const original = readFileSync(texts, 'utf8');
    writeFileSync(
      texts,
      original
        .replace('Ik maak', 'Dus ik maak')
        .replace('Het rooster', 'Mijn rooster')
        .replace('Werk is', 'Och, werk is'),
    );
    expect(await live.reload()).toBeNull();
    const after = await said();
    expect((await live.since('c', 0)).length).toBe(says.length);
    expect(after).not.toBe(before);
    writeFileSync(texts, original);
    await live.close();
  });

  it('goes on as it was when what was saved is broken, and says where', async () => {
    const { live, said } = await talk(false);
    const before = await said();
    const original = readFileSync(texts, 'utf8');
    writeFileSync(texts, original.replace('  what:', '  wat:'));
    expect(await live.reload()).toContain('B101');
    expect(await said()).toBe(before);
    writeFileSync(texts, original);
    await live.close();
  });
});
