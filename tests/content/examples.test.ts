import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exampleWords } from '../../src/app/reviews/exampleWords';
import { PROJECT_ROOT } from '../../src/cli/root';
import { loadExamples } from '../../src/content/examples';
import { loadLibrary } from '../../src/content/library';
import { EXAMPLE_RULES } from '../../src/content/rules/exampleRules';
import type { MarkLevel } from '../../src/core/model/scoring';
import { type CriterionId, LEVELS } from '../../src/core/model/scoring';
import { LOCALES } from '../../src/core/model/session';
import { saidBy } from '../../src/core/rendering/debrief/transcript';
import { whatIf } from '../../src/core/review/whatIf';

const file = (path: string) => ({ file: path, text: readFileSync(join(PROJECT_ROOT, path), 'utf8') });
const FILES = {
  examples: file('scenarios/examples.yaml'),
  nl: file('locales/nl/examples.yaml'),
  en: file('locales/en/examples.yaml'),
};
const KNOWN = new Set(['hasna']);

/** One bad example for each diagnostic: one change, and words on the line where it must be found. */
const BAD: Readonly<
  Record<string, { in: keyof typeof FILES; change: readonly [string, string]; at: string }>
> = {
  B001: { in: 'en', change: ['title: "Conversation', 'title: "" "Conversation'], at: 'title' },
  B002: { in: 'examples', change: ['method: incident', 'method: talking'], at: 'method: talking' },
  B321: { in: 'examples', change: ['scenario: hasna', 'scenario: hasan'], at: 'hasan' },
  B322: { in: 'nl', change: ['mixed:', 'mixt:'], at: 'id: mixed' },
  B323: { in: 'nl', change: ['mixed:', 'mixt:'], at: 'name' },
  B324: { in: 'examples', change: ['freeze: 8', 'freeze: 12'], at: 'freeze: 12' },
  B325: { in: 'examples', change: ['- id: mixed', '- id: strong'], at: 'id: strong' },
};

describe('diagnostics about examples', () => {
  it('find nothing in the examples that come along', () => {
    expect(loadExamples(FILES.examples, FILES, KNOWN).diagnostics).toEqual([]);
  });

  it('have a bad example each', () => {
    expect(Object.keys(BAD).filter((code) => code.startsWith('B3'))).toEqual(
      EXAMPLE_RULES.map(({ code }) => code),
    );
  });

  it.each(Object.entries(BAD))('%s is found where it stands', (code, bad) => {
    const files = { ...FILES };
    const { file: name, text } = files[bad.in];
    expect(text).toContain(bad.change[0]);
    files[bad.in] = { file: name, text: text.replace(...bad.change) };
    const { diagnostics, examples } = loadExamples(files.examples, files, KNOWN);
    const found = diagnostics.filter((one) => one.code === code);
    const lines = found.map(
      ({ place }) =>
        Object.values(files)
          .find((one) => one.file === place.file)
          ?.text.split('\n')[place.line - 1] ?? '',
    );
    expect(lines.some((line) => line.includes(bad.at))).toBe(true);
    if (found.some(({ severity }) => severity === 'error')) expect(examples).toBeNull();
  });

  it('need no file: a project of other scenarios has no examples', () => {
    const none = { file: 'examples.yaml', text: '' };
    expect(loadExamples(none, { nl: none, en: none }, new Set())).toEqual({ examples: [], diagnostics: [] });
  });
});

const loaded = loadLibrary(PROJECT_ROOT);
if (!loaded.ok) throw new Error('content has errors; run check');
const { examples, exampleTalk, playbook, methods } = loaded.library;

function played(id: string) {
  const talk = exampleTalk(id);
  if (!talk) throw new Error(`no example ${id}`);
  return talk;
}

function levelOf(id: string, criterion: CriterionId): MarkLevel {
  return played(id).card.criteria.find((mark) => mark.id === criterion)?.level ?? 'not-seen';
}

/** Height of a level; "not seen" is below the first. */
const height = (level: MarkLevel) => LEVELS.indexOf(level as (typeof LEVELS)[number]);

describe('the examples', () => {
  const told = (id: string) => played(id).turns.flatMap(({ disclosed }) => disclosed);

  it('are a strong talk, a mixed one and one that avoids', () => {
    expect(examples.map(({ id }) => id)).toEqual(['strong', 'mixed', 'avoiding']);
    expect(examples.map(({ id }) => played(id).ending)).toEqual(['agreement', 'first-step', 'unsafe']);
  });

  it.each(examples)('$id is played whole, every reply a turn, to its own ending', ({ id, replies }) => {
    const { turns, opening } = played(id);
    expect(turns.map(({ text }) => text)).toEqual(replies);
    expect(turns.at(-1)?.ending).toBe(played(id).ending);
    expect(opening.join('')).not.toBe('');
    expect(turns.every((turn) => saidBy(turn) !== '')).toBe(true);
  });

  it('differ most in trust, safety and bridges', () => {
    for (const criterion of ['V1', 'V4', 'V5', 'H4'] as const) {
      const [strong, mixed, avoiding] = examples.map(({ id }) => height(levelOf(id, criterion)));
      expect(strong).toBeGreaterThan(mixed ?? 0);
      expect(mixed).toBeGreaterThanOrEqual(avoiding ?? 0);
    }
    const trust = examples.map(({ id }) => played(id).turns.at(-1)?.meters.trust ?? 0);
    expect(trust).toEqual([...trust].sort((a, b) => b - a));
  });

  it('show what is told to whom: all, a part, nothing', () => {
    expect(told('strong')).toContain('found-letter');
    expect(told('mixed')).toContain('gives-away');
    expect(told('mixed')).not.toContain('found-letter');
    expect(told('avoiding')).toEqual([]);
    expect(examples.map(({ id }) => played(id).card.missedConcerns.length > 0)).toEqual([false, false, true]);
  });

  it('let the mixed talk fall and rise again', () => {
    const trust = played('mixed').turns.map(({ meters }) => meters.trust);
    const steps = trust.slice(1).map((now, i) => now - (trust[i] ?? now));
    expect(Math.min(...steps)).toBeLessThan(-9);
    expect(Math.max(...steps)).toBeGreaterThan(9);
    const frozen = examples.find(({ id }) => id === 'mixed')?.freeze ?? 0;
    // It stands still where it hurt most so far.
    expect(trust[frozen - 1]).toBe(Math.min(...trust));
  });

  it('have something to grow in, even the strong one', () => {
    const levels = played('strong').card.criteria.map(({ level }) => level);
    expect(levels).toContain('developing');
    expect(levels.filter((level) => level === 'strong').length).toBeGreaterThan(5);
  });

  it('suit a method, and what is marked is judged differently over the three', () => {
    for (const { method, focus, preparation, reflection } of examples) {
      expect(methods.map(({ id }) => id)).toContain(method);
      expect(Object.keys(preparation).length).toBeGreaterThan(4);
      expect(Object.keys(reflection)).toHaveLength(3);
      for (const criterion of focus)
        expect(new Set(examples.map(({ id }) => levelOf(id, criterion))).size).toBeGreaterThan(1);
    }
  });

  it('give nothing away by their title', () => {
    for (const locale of LOCALES) {
      const words = playbook.texts(locale, 'je');
      for (const { id } of examples) {
        expect(words(`examples.${id}.title`)).not.toMatch(/sterk|zwak|goed|strong|weak|good|avoid/i);
        const { looks, ...parts } = exampleWords(words, id);
        expect(looks.length).toBeGreaterThan(2);
        for (const part of [...looks, ...Object.values(parts)]) expect(part).not.toMatch(/^examples\.|^$/);
      }
    }
  });

  it('are nobody’s personal data', () => {
    const found = examples.flatMap(({ id }) =>
      played(id).turns.flatMap(({ understanding }) => understanding.signals.personalData),
    );
    expect(found).toEqual([]);
  });

  it('are played once, and the same every time', () => {
    expect(exampleTalk('mixed')).toBe(exampleTalk('mixed'));
    const again = loadLibrary(PROJECT_ROOT);
    if (!again.ok) throw new Error('content has errors');
    const { play: _one, ...first } = played('mixed');
    const { play: _other, ...second } = again.library.exampleTalk('mixed')!;
    expect(second).toEqual(first);
    expect(exampleTalk('nobody')).toBeNull();
  });

  it('can be tried anew from any turn', () => {
    const tried = whatIf(played('mixed'), 4, 'Sorry, ik begon verkeerd. Hoe was die avond voor u?', playbook);
    if (tried.kind !== 'tried' || !tried.outcome) throw new Error(tried.kind);
    expect(tried.outcome.original).toEqual(played('mixed').turns[3]?.meters);
    expect(tried.outcome.meters.trust).toBeGreaterThan(tried.outcome.original.trust);
  });
});
