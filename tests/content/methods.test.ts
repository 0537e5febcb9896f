import { join } from 'node:path';
import { methodWords, noteKindWords, roleWords, stepWords } from '../../src/app/reviews/methodWords';
import { PROJECT_ROOT } from '../../src/cli/root';
import { formatDiagnostic } from '../../src/content/diagnostics';
import { loadMethods } from '../../src/content/methods';
import { METHOD_RULES } from '../../src/content/rules/methodRules';
import { loadTexts } from '../../src/content/texts';
import { METHODS, type Method, NOTE_KINDS, REVIEW_ROLES } from '../../src/core/model/method';
import { LOCALES } from '../../src/core/model/session';
import { METHOD_FILES, realMethod, realMethods } from '../support/methods';

interface BadExample {
  readonly in: 'methods' | 'nl' | 'en';
  readonly change: readonly [string, string];
  /** Words on the line where it must be found. */
  readonly at: string;
}

/** One bad example for each diagnostic: one change to the real methods. */
const BAD: Readonly<Record<string, BadExample>> = {
  B001: { in: 'methods', change: ['people: { from: 4, to: 12 }', 'people: { from: 4'], at: 'freezes' },
  B002: { in: 'methods', change: ['minutes: 14', 'minutes: 0'], at: 'minutes: 0' },
  B301: { in: 'methods', change: ['step: compare', 'step: comparing'], at: 'id: decide' },
  B302: { in: 'methods', change: ['step: compare', 'step: facts'], at: 'id: decide' },
  B303: { in: 'methods', change: ['  freezes: true\n', ''], at: 'source' },
  B304: { in: 'en', change: ['  the-rest:', '  the-end:'], at: 'id: the-rest' },
  B305: { in: 'nl', change: ['  the-rest:', '  the-end:'], at: 'title: Zo ging' },
  B306: { in: 'methods', change: ['minutes: 14', 'minutes: 90'], at: 'source' },
  B307: {
    in: 'methods',
    change: [
      '      release: { step: new-question }\n      card: blind\n',
      '      release: { step: new-question }\n',
    ],
    at: 'source',
  },
  B308: { in: 'methods', change: ['card: blind', 'whatIf: true\n      card: blind'], at: 'id: own-marks' },
  B309: { in: 'methods', change: ['      outcome: true\n\n# The talk', '\n# The talk'], at: 'source' },
  B310: { in: 'methods', change: ['id: asking-on', 'id: asking'], at: 'id: asking' },
  B311: { in: 'methods', change: ['      writes: [facilitator, team]\n', ''], at: 'id: case' },
  B312: {
    in: 'methods',
    change: ['speaks: [team]\n      talk: whole', 'speaks: [team]\n      talk: hidden'],
    at: 'id: gossip',
  },
};

function check(bad: BadExample) {
  const files = { ...METHOD_FILES };
  const { file, text } = files[bad.in];
  expect(text).toContain(bad.change[0]);
  files[bad.in] = { file, text: text.replace(...bad.change) };
  const loaded = loadMethods(files.methods, files);
  const lineOf = (place: { readonly file: string; readonly line: number }) =>
    Object.values(files)
      .find((one) => one.file === place.file)
      ?.text.split('\n')[place.line - 1] ?? '';
  return { ...loaded, lineOf };
}

describe('diagnostics about methods', () => {
  it('find nothing in the methods that come along', () => {
    expect(loadMethods(METHOD_FILES.methods, METHOD_FILES).diagnostics).toEqual([]);
  });

  it('have a bad example each', () => {
    expect(Object.keys(BAD).filter((code) => code.startsWith('B3'))).toEqual(
      METHOD_RULES.map(({ code }) => code),
    );
  });

  it.each(Object.entries(BAD))('%s is found where it stands', (code, bad) => {
    const { diagnostics, methods, lineOf } = check(bad);
    const found = diagnostics.filter((one) => one.code === code);
    expect(found.length).toBeGreaterThan(0);
    expect(found.map(({ place }) => lineOf(place)).some((line) => line.includes(bad.at))).toBe(true);
    const error = found.some(({ severity }) => severity === 'error');
    if (error) expect(methods).toBeNull();
  });

  it('say what, why and how to mend it, with file and line', () => {
    const [first] = check(BAD.B301!).diagnostics;
    expect(first && formatDiagnostic(first)).toMatch(
      /^scenarios\/methods\.yaml:\d+:\d+ error B301\n {2}what: .+\n {2}why: .+\n {2}fix: .+/,
    );
  });

  it('are errors alone for who only holds meetings', () => {
    const { methods, nl } = METHOD_FILES;
    const words = { ...METHOD_FILES, nl: { ...nl, text: nl.text.replace(...BAD.B305!.change) } };
    const codes = (wanted: 'all' | 'errors') => [
      ...new Set(loadMethods(methods, words, wanted).diagnostics.map(({ code }) => code)),
    ];
    expect(codes('all')).toEqual(['B304', 'B305']);
    expect(codes('errors')).toEqual(['B304']);
  });

  it('never throw on any text', () => {
    for (const text of ['', '\u0000', '- a\n- b', '{}', '&a [*a]', METHOD_FILES.methods.text.slice(0, 300)]) {
      const broken = { file: 'broken.yaml', text };
      expect(loadMethods(broken, METHOD_FILES).diagnostics.length).toBeGreaterThan(0);
      expect(loadMethods(METHOD_FILES.methods, { nl: broken, en: broken }).methods).toBeNull();
    }
  });
});

const texts = loadTexts(join(PROJECT_ROOT, 'locales'));
const methods = realMethods().map((method): [string, Method] => [method.id, method]);

describe.each(methods)('the method %s', (_, method) => {
  const { steps } = method;

  it('fits into a meeting', () => {
    const minutes = steps.reduce((sum, step) => sum + step.minutes, 0);
    expect(minutes).toBeGreaterThanOrEqual(45);
    expect(minutes).toBeLessThanOrEqual(75);
  });

  it('begins with what is agreed, before anything is seen', () => {
    const [first] = steps;
    expect(first?.talk).toBe('hidden');
    expect(first?.speaks).toContain('facilitator');
    const said = (locale: 'nl' | 'en') =>
      stepWords(texts(locale, 'je'), method.id, first?.id ?? '').instruction;
    expect(said('nl')).toContain('wat hier gezegd wordt, blijft hier');
    expect(said('en')).toContain('what is said here stays here');
  });

  it('lets a team look, write and take something home', () => {
    expect(steps.some(({ talk }) => talk === 'whole')).toBe(true);
    expect(steps.some(({ notes }) => notes.includes('observation'))).toBe(true);
    expect(steps.at(-1)?.outcome).toBe(true);
    expect(steps.at(-1)?.writes).toEqual(REVIEW_ROLES);
  });

  it('has words for every step, in both languages', () => {
    for (const locale of LOCALES) {
      for (const address of ['je', 'u'] as const) {
        const read = texts(locale, address);
        const words = [
          methodWords(read, method.id),
          ...steps.map(({ id }) => stepWords(read, method.id, id)),
        ];
        for (const part of words.flatMap((item) => Object.values(item).flat())) {
          expect(part).not.toMatch(/^methods\.|^$|\[object|returned an object/);
        }
        for (const { id } of steps) expect(stepWords(read, method.id, id).prompts.length).toBeGreaterThan(1);
      }
    }
  });

  it('is read at B1: in short sentences', () => {
    const read = texts('nl', 'je');
    const sentences = steps.flatMap(({ id }) => {
      const { instruction, prompts, tip } = stepWords(read, method.id, id);
      return [instruction, ...prompts, tip].flatMap((text) => text.split(/(?<=[.?!])\s/));
    });
    const long = sentences.filter((sentence) => sentence.split(/\s+/).length > 20);
    expect(long).toEqual([]);
  });
});

describe('the methods', () => {
  it('are all there, and differ in what they are for', () => {
    expect(realMethods().map(({ id }) => id)).toEqual([...METHODS]);
    const names = realMethods().map(({ id }) => methodWords(texts('nl', 'je'), id).when);
    expect(new Set(names).size).toBe(METHODS.length);
  });

  it('know roles and kinds of notes by name', () => {
    for (const locale of LOCALES) {
      const read = texts(locale, 'je');
      const words = [
        ...REVIEW_ROLES.map((role) => roleWords(read, role)),
        ...NOTE_KINDS.map((kind) => noteKindWords(read, kind)),
      ];
      expect(words.flatMap(Object.values).filter((word) => word.startsWith('methods.'))).toEqual([]);
    }
  });

  it('judge before the card, and try other words after judging', () => {
    for (const { steps } of realMethods()) {
      const blind = steps.findIndex(({ card }) => card === 'blind');
      const shown = steps.findIndex(({ card, moves, whatIf }) => card === 'shown' || moves || whatIf);
      if (shown >= 0) expect(blind).toBeGreaterThanOrEqual(0);
      if (blind >= 0) expect(shown).toBeGreaterThan(blind);
    }
  });

  it('keep what is their own', () => {
    const step = (method: Method, id: string) => method.steps.find((one) => one.id === id)!;
    const incident = realMethod('incident');
    expect(incident.steps.filter(({ talk }) => talk === 'frozen').map(({ id }) => id)).toEqual([
      'reading',
      'facts',
      'decide',
      'compare',
    ]);
    expect(step(incident, 'decide').release).toEqual({ step: 'compare' });
    const gossip = realMethod('gossip');
    expect(step(gossip, 'gossip')).toMatchObject({ speaks: ['team'], release: { step: 'back' } });
    expect(step(gossip, 'gossip').writes).not.toContain('bringer');
    const balint = realMethod('balint');
    expect(step(balint, 'own-feeling')).toMatchObject({
      speaks: [],
      release: 'private',
      writes: REVIEW_ROLES,
    });
    expect(balint.steps.some(({ notes, whatIf }) => whatIf || notes.includes('alternative'))).toBe(false);
    expect(realMethod('ten-steps').steps).toHaveLength(10);
  });
});
