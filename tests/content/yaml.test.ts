import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import fc from 'fast-check';
import { z } from 'zod';
import { PROJECT_ROOT } from '../../src/cli/root';
import { parseYaml, quickYaml, THOROUGH, thoroughYaml } from '../../src/content/yaml';
import { readYaml } from '../../src/content/yamlFile';

const files = ['scenarios', 'locales'].flatMap((folder) =>
  readdirSync(join(PROJECT_ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
    .map((entry) => join(entry.parentPath, entry.name)),
);

/** What the thorough parser makes of a text; null when it is no YAML to it. */
function thoroughly(text: string): { readonly value: unknown } | null {
  const document = thoroughYaml().parseDocument(text, { ...THOROUGH, logLevel: 'silent' });
  return document.errors.length > 0 ? null : { value: document.toJS() };
}

describe('the quick parser of YAML', () => {
  it.each(files.map((file) => [relative(PROJECT_ROOT, file), file]))(
    'reads %s as the thorough one',
    (_, file) => {
      const text = readFileSync(file, 'utf8');
      const quick = quickYaml(text);
      expect(quick).not.toBeNull();
      expect(quick).toStrictEqual(thoroughly(text));
    },
  );

  it.each([
    'a: null\nb: ~\nc:\nd: Null',
    'a: true\nb: False\nc: yes\nd: no\ne: on',
    'a: 1\nb: -0\nc: 0o17\nd: 0x1F\ne: 0b1\nf: 1_000\ng: 007',
    'a: 1.5\nb: 1e3\nc: .5\nd: 1.\ne: .inf\nf: -.INF\ng: .nan',
    'a: 12:30\nb: 2026-02-03\nc: 2026-02-03T10:00:00Z\nd: 1.2.3',
    'a: |\n  one\n  two\nb: >-\n  one\n  two\nc: one\n  two',
    `a: 'it''s'\nb: "\\u00e9\\n"\nc: een "woord"\nd: '#1'`,
    'base: &base { a: 1, b: 2 }\nown: { <<: *base, b: 3 }\nlist: [*base]',
    '1: one\ntrue: two\n2026-02-03: three\n__proto__: four',
    '- a\n- - b\n  - c\n- { d: [e, f] }',
  ])('gives the same value: %j', (text) => {
    expect(quickYaml(text)).toStrictEqual(thoroughly(text));
  });

  it('agrees on what authors may mistype', () => {
    const text = readFileSync(join(PROJECT_ROOT, 'scenarios', 'template', 'scenario.template.yaml'), 'utf8');
    const typed = fc.constantFrom(
      ...[
        ' ',
        '  ',
        '\n',
        '\n  ',
        '\t',
        ':',
        ': ',
        '- ',
        '#',
        ' # ',
        '"',
        "'",
        '{',
        '}',
        '[',
        ']',
        ',',
        '|',
        '>',
      ],
      ...[
        '&a ',
        '*a',
        '!',
        '%',
        '@',
        '`',
        '~',
        'null',
        'yes',
        'true',
        '0',
        '1.',
        '<<: ',
        '? ',
        '---',
        '\n...\n',
      ],
    );
    const change = fc.record({ at: fc.nat(text.length), without: fc.nat(3), typed });
    fc.assert(
      fc.property(change, ({ at, without, typed }) => {
        const changed = text.slice(0, at) + typed + text.slice(at + without);
        const quick = quickYaml(changed);
        if (quick) expect(quick).toStrictEqual(thoroughly(changed));
      }),
      { numRuns: 200, examples: [[{ at: 1879, without: 0, typed: '!' }]] },
    );
  });
});

describe('reading YAML', () => {
  it('leaves what the quick parser refuses to the thorough one', () => {
    expect([quickYaml(''), quickYaml(': a'), quickYaml('{ : a }')]).toEqual([null, null, null]);
    expect([parseYaml(''), parseYaml(': a')]).toEqual([null, { '': 'a' }]);
  });

  it('says where a text is no YAML', () => {
    expect(() => parseYaml('a: [1\nb: 2\n')).toThrow(/line 2, column 1/);
  });

  it('tells the author what no parser can follow', () => {
    const read = readYaml('a.yaml', 'base: 5\nown: { <<: 5 }', z.unknown());
    if (read.ok) throw new Error('a number was merged');
    expect(read.diagnostics).toMatchObject([
      { code: 'B001', place: { file: 'a.yaml', line: 1, column: 1 }, what: expect.stringMatching(/merge/i) },
    ]);
  });
});
