import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatDiagnostic } from '../../src/content/diagnostics';
import { RULES } from '../../src/content/rules';
import { loadSmall, SMALL_REPLIES, SMALL_SCENARIO, SMALL_TEXTS } from '../support/smallScenario';
import { loadTemplate, TEMPLATE_BAD, TEMPLATE_FILES } from './templateBad';

/** One bad example for each diagnostic: what to change in the small scenario, and the line where it must be found. */
const BAD: Readonly<
  Record<string, { in: 'scenario' | 'texts' | 'replies'; change: [string, string]; at: string }>
> = {
  B001: { in: 'scenario', change: ['helpLines: []', 'helpLines: ['], at: 'factors' },
  B002: { in: 'scenario', change: ['minutes: 5', 'minutes: soon'], at: 'minutes' },
  B101: { in: 'scenario', change: ['- { id: so }', '- { id: so-so }'], at: 'so-so' },
  B102: { in: 'texts', change: ['  no: [', '  never: [Ooit.]\n  no: ['], at: 'never' },
  B103: { in: 'scenario', change: ['when: { topics: [sleep] }', 'when: { topics: [sleap] }'], at: 'sleap' },
  B104: { in: 'scenario', change: ['opens: fear', 'opens: fears'], at: 'fears' },
  B105: { in: 'scenario', change: ['raised: [alone]', 'raised: [lonely]'], at: 'lonely' },
  B106: { in: 'texts', change: ['words: [alleen, eenzaam*]', 'words: []'], at: '' },
  B107: { in: 'texts', change: ['  fear: {', '  afraid: {'], at: '' },
  B108: { in: 'texts', change: ['nothing: Er', 'none: Er'], at: '' },
  B109: {
    in: 'scenario',
    change: ['reason: nothing }', 'reason: nothing, when: { turn: { min: 3 } } }'],
    at: 'reason: nothing',
  },
  B110: {
    in: 'scenario',
    change: ['- { id: sleeping-again, ', '- { id: sleeping, '],
    at: 'id: sleeping, when: { topics: [sleep], asked',
  },
  B111: {
    in: 'scenario',
    change: [
      '    when: { climate: [guarded, open]',
      '    after: [fear]\n    when: { climate: [guarded, open]',
    ],
    at: 'after: [fear]',
  },
  B112: {
    in: 'scenario',
    change: ['- { id: quiet }', '- { id: quiet, when: { climate: [open] } }'],
    at: 'id: quiet',
  },
  B113: { in: 'texts', change: ['Slapen gaat wel.', 'Alle Somaliërs slapen zo.'], at: 'Alle' },
  B114: {
    in: 'texts',
    change: ['  alone: { label: alleen zijn, missed', '  lonely: { label: alleen zijn, missed'],
    at: '',
  },
  B140: { in: 'replies', change: ['[[acknowledge], [open-question]]', '[[acknowledge]]'], at: 'zwaar' },
  B141: { in: 'replies', change: ['{ disclosed: [fear] }', '{ disclosed: [fears] }'], at: 'fears' },
  B142: { in: 'replies', change: ['lines: [sleeping]', 'lines: [sleepy]'], at: 'sleepy' },
  B143: { in: 'replies', change: ['text: Oké.', 'text: Slaapt u goed?'], at: '[other]' },
  B144: {
    in: 'replies',
    change: ['moves: [closed-question]', 'moves: [closed-question], when: { climate: [open] }'],
    at: '',
  },
  B145: { in: 'replies', change: ['text: U moet', 'text: Je moet'], at: 'Je moet' },
};

function check(code: string) {
  const bad = BAD[code];
  if (!bad) throw new Error(`no bad example for ${code}`);
  const [from, to] = bad.change;
  const files = { scenario: SMALL_SCENARIO, texts: SMALL_TEXTS, replies: SMALL_REPLIES };
  expect(files[bad.in]).toContain(from);
  const changed = files[bad.in].replace(from, to);
  files[bad.in] = changed;
  const { diagnostics } = loadSmall(files.scenario, files.texts, files.replies);
  return { bad, changed, found: diagnostics.filter((diagnostic) => diagnostic.code === code) };
}

describe('diagnostics', () => {
  it('find nothing in a sound scenario', () => {
    expect(loadTemplate().diagnostics).toEqual([]);
    expect(loadSmall().diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('have a bad example each, and a number of their own', () => {
    const codes = RULES.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    expect([...Object.keys(BAD), ...Object.keys(TEMPLATE_BAD)]).toEqual(expect.arrayContaining(codes));
  });

  it.each(Object.entries(TEMPLATE_BAD))('%s is found in a scenario that was sound', (code, bad) => {
    expect(TEMPLATE_FILES[bad.in]).toContain(bad.change[0]);
    const changed = TEMPLATE_FILES[bad.in].replace(...bad.change);
    const { diagnostics } =
      bad.in === 'scenario' ? loadTemplate(changed) : loadTemplate(TEMPLATE_FILES.scenario, changed);
    const found = diagnostics.filter((diagnostic) => diagnostic.code === code);
    expect(found.length).toBeGreaterThan(0);
    const lines = found.map(({ place }) => changed.split('\n')[place.line - 1] ?? '');
    expect(lines.some((line) => line.includes(bad.at))).toBe(true);
  });

  it.each(Object.keys(BAD))('%s is found where it stands', (code) => {
    const { bad, changed, found } = check(code);
    expect(found.length).toBeGreaterThan(0);
    const [first] = found;
    if (!first || !bad.at) return;
    expect(changed.split('\n')[first.place.line - 1]).toContain(bad.at);
  });

  it('refuse a concern that would be taken as spoken on a guess', () => {
    const guessed = SMALL_SCENARIO.replace(
      "moves: [name-concern, 'family:question']",
      'moves: [name-concern, unsure]',
    );
    expect(guessed).not.toBe(SMALL_SCENARIO);
    expect(loadSmall(guessed).diagnostics.map(({ code }) => code)).toEqual(['B002']);
  });

  it('say what, why and how to mend it, with file and line', () => {
    const { found } = check('B103');
    expect(found[0] && formatDiagnostic(found[0])).toMatch(
      /^scenario\.yaml:\d+:\d+ error B103\n {2}what: .+\n {2}why: .+\n {2}fix: .+/,
    );
  });

  it('leave no scenario to play when there are errors', () => {
    expect(loadSmall(SMALL_SCENARIO.replace('opens: fear', 'opens: fears')).scenario).toBeNull();
  });

  it('are errors alone for who only plays', () => {
    const bad = { ...TEMPLATE_FILES };
    for (const { in: part, change } of Object.values(TEMPLATE_BAD)) bad[part] = bad[part].replace(...change);
    const { diagnostics } = loadTemplate(bad.scenario, bad.texts);
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    expect(errors.length).toBeGreaterThan(0);
    expect(errors.length).toBeLessThan(diagnostics.length);
    expect(loadTemplate(bad.scenario, bad.texts, 'errors').diagnostics).toEqual(errors);
  });

  it('never throw on any text', () => {
    const texts = [
      '',
      '\u0000',
      '- a\n- b',
      '{}',
      '&a [*a]',
      SMALL_SCENARIO.slice(0, 300),
      readFileSync(join(__dirname, 'diagnostics.test.ts'), 'utf8'),
    ];
    for (const text of texts) expect(loadSmall(text).diagnostics.length).toBeGreaterThan(0);
  });
});
